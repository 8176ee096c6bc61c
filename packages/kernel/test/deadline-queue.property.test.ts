/** The queue of deadlines gives what a plain list would give, only sooner. */
import { assert, it } from "@effect/vitest"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { DeadlineQueue } from "@znatoki/kernel/deadlines/deadline-queue"
import type { ArmedTimer } from "@znatoki/ports/game-store"
import fc from "fast-check"
import { conversation } from "../src/testing/chat-room.ts"

type Step =
  | { readonly what: "set"; readonly chat: number; readonly atMs: number; readonly round: number }
  | { readonly what: "clear"; readonly chat: number }
  | { readonly what: "take"; readonly nowMs: number; readonly limit: number }

const chat = fc.integer({ min: 1, max: 40 })
const time = fc.integer({ min: 0, max: 1_000 })

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ what: fc.constant("set"), chat, atMs: time, round: fc.integer({ min: 1, max: 3 }) })
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("clear"), chat }) },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant("take"), nowMs: time, limit: fc.integer({ min: 0, max: 10 }) })
  }
)

const timerOf = (n: number, atMs: number, round: number): ArmedTimer => ({
  conversation: conversation(n),
  game: 1,
  timer: `${round}/answer`,
  atMs,
  updatedAtMs: 0
})

const soonest = (model: ReadonlyMap<ConversationId, ArmedTimer>): number | undefined =>
  model.size === 0 ? undefined : Math.min(...[...model.values()].map(({ atMs }) => atMs))

/** Of what is due at the same moment either may come first, so the model follows the queue and checks it. */
const check = (queue: DeadlineQueue, model: Map<ConversationId, ArmedTimer>, nowMs: number, limit: number): void => {
  const due = [...model.values()].filter(({ atMs }) => atMs <= nowMs).length
  const taken = queue.takeDue(nowMs, limit)
  assert.strictEqual(taken.length, Math.min(due, limit))
  for (const each of taken) {
    assert.strictEqual(each.atMs, soonest(model))
    assert.deepStrictEqual(model.get(each.conversation), each)
    model.delete(each.conversation)
  }
}

it("set, moved, cleared and taken in any order, it holds what a map holds and gives the soonest first", () => {
  let sets = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 100, maxLength: 300, size: "max" }), (steps) => {
      const queue = new DeadlineQueue()
      const model = new Map<ConversationId, ArmedTimer>()
      for (const each of steps) {
        if (each.what === "set") {
          const due = timerOf(each.chat, each.atMs, each.round)
          sets++
          queue.set(due)
          model.set(due.conversation, due)
        } else if (each.what === "clear") {
          queue.clear(conversation(each.chat))
          model.delete(conversation(each.chat))
        } else check(queue, model, each.nowMs, each.limit)
        assert.strictEqual(queue.size, model.size)
        assert.isAtMost(queue.entries, 2 * queue.size + 1_001)
        assert.strictEqual(queue.peek(), soonest(model))
      }
      check(queue, model, 1_000, Infinity)
    }),
    { numRuns: 100 }
  )
  assert.isAbove(sets, 10_000)
})

/** Scattered, and always the same. */
const timeOf = (n: number, salt: number): number => Math.imul(n + 1, 2_654_435_761 + salt) >>> 8

it("ten thousand deadlines, half of them moved, come out in their order, each once", () => {
  const queue = new DeadlineQueue()
  const wanted = new Map<ConversationId, number>()
  for (let n = 0; n < 10_000; n++) queue.set(timerOf(n, timeOf(n, 0), 1))
  for (let n = 0; n < 10_000; n++) {
    const atMs = n % 2 === 0 ? timeOf(n, 0) : timeOf(n, 2)
    if (n % 2 === 1) queue.set(timerOf(n, atMs, 1))
    wanted.set(conversation(n), atMs)
  }
  const taken = queue.takeDue(Infinity, Infinity)
  assert.deepStrictEqual(
    taken.map(({ atMs }) => atMs),
    [...wanted.values()].toSorted((a, b) => a - b)
  )
  assert.strictEqual(new Set(taken.map((each) => each.conversation)).size, 10_000)
  assert.isTrue(taken.every((each) => wanted.get(each.conversation) === each.atMs))
  assert.isUndefined(queue.peek())
})

it("a deadline that moves again and again leaves little behind", () => {
  const queue = new DeadlineQueue()
  for (let i = 0; i < 100_000; i++) queue.set(timerOf(i % 10, 1_000 + i, 1))
  assert.strictEqual(queue.size, 10)
  assert.isAtMost(queue.entries, 1_100)
  assert.deepStrictEqual(
    queue.takeDue(Infinity, Infinity).map(({ atMs }) => atMs),
    Array.from({ length: 10 }, (_, i) => 100_990 + i)
  )
})

it("one that is watched for a later time comes then, and is what it was", () => {
  const queue = new DeadlineQueue()
  queue.set(timerOf(1, 100, 1), 500)
  queue.set(timerOf(2, 300, 1))
  assert.deepStrictEqual(queue.takeDue(499, 10), [timerOf(2, 300, 1)])
  queue.set({ ...timerOf(1, 100, 1), updatedAtMs: 7 }, 500)
  assert.deepStrictEqual(queue.takeDue(500, 10), [{ ...timerOf(1, 100, 1), updatedAtMs: 7 }])
})
