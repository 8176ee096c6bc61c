/** Chats whose messages the messenger does not take and does not refuse: nobody else waits for them. */
import { assert, it } from "@effect/vitest"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Delivery, DeliveryResult } from "@znatoki/ports/messenger"
import { Effect, Semaphore } from "effect"
import { TestClock } from "effect/testing"
import { say } from "@znatoki/test-contracts/contracts/sample-commits"
import { makeWorld } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { withTurnedClock } from "@znatoki/test-contracts/turned-clock"
import { openPost, textsIn } from "./post-office.ts"
import { settle } from "./scripted-game.ts"

const hangMs = 5_000
const noAnswer: DeliveryResult = { _tag: "Later", reason: "no answer in time", afterMs: 1_000, timedOut: true }

const chats = (from: number, count: number) => Array.from({ length: count }, (_, i) => conversation(from + i))
const lively = chats(100, 60)

/** A messenger that answers nothing as long as one of `hanging` is asked for, and takes so many calls a second. */
const openHangingPost = Effect.fnUntraced(function* (
  hangs: (conversation: ConversationId) => boolean,
  callsPerSecond = Infinity
) {
  const world = yield* makeWorld(new ChatRoom(), [])
  const door = Semaphore.makeUnsafe(1)
  const calls: Array<ReadonlyArray<ConversationId>> = []
  const post = yield* openPost({
    world,
    deliver: (batch: ReadonlyArray<Delivery>) =>
      Effect.suspend(() => {
        calls.push(batch.map((each) => each.conversation))
        const answered = Effect.suspend(() =>
          batch.some((each) => hangs(each.conversation))
            ? Effect.delay(Effect.succeed(batch.map(() => noAnswer)), hangMs)
            : Effect.sync(() => world.room.deliver(batch))
        )
        return callsPerSecond === Infinity
          ? answered
          : Effect.andThen(door.withPermit(Effect.sleep(1_000 / callsPerSecond)), answered)
      })
  })
  /** How many times each of these was asked for from now on, alone and with others. */
  const asked = (from: number, ids: ReadonlyArray<ConversationId>) => {
    const mine = calls.slice(from).filter((call) => call.some((id) => ids.includes(id)))
    return {
      alone: mine.filter(({ length }) => length === 1).length,
      together: mine.filter(({ length }) => length > 1).length
    }
  }
  return { ...post, calls, asked }
})

it.effect.each([1, 6, 30])("%i chats that hang hold up nobody else", (count) =>
  Effect.gen(function* () {
    const hanging = chats(1, count)
    const { asked, calls, room, say: commit } = yield* openHangingPost((id) => hanging.includes(id))
    for (const id of [...hanging, ...lively]) yield* commit(id, [say("раз")])
    // Whoever was asked for along with one that hangs waits for that call, once; then they are asked for one by one.
    yield* TestClock.adjust(hangMs + 1_000 + count * 100)
    for (const id of lively) assert.deepStrictEqual(textsIn(room, id), ["раз"])
    const before = calls.length
    for (const text of ["два", "три", "четыре"]) {
      for (const id of [...hanging, ...lively]) yield* commit(id, [say(text)])
      yield* settle
      for (const id of lively) assert.strictEqual(textsIn(room, id).at(-1), text)
      yield* TestClock.adjust("20 seconds")
    }
    assert.strictEqual(asked(before, hanging).together, 0)
  })
)

it.effect("chats that begin to hang all at once have no slot for long", () =>
  Effect.gen(function* () {
    const hanging = chats(1, 8)
    const { room, say: commit } = yield* openHangingPost((id) => hanging.includes(id))
    for (const id of hanging) {
      yield* commit(id, [say("раз")])
      yield* settle
    }
    yield* TestClock.adjust("3 seconds")
    for (const id of lively) yield* commit(id, [say("раз")])
    yield* settle
    for (const id of lively) assert.deepStrictEqual(textsIn(room, id), ["раз"])
  })
)

it.effect("one that hangs is asked for ever more seldom, and goes with the others again when it does not", () =>
  Effect.gen(function* () {
    const one = conversation(1)
    let hangs = true
    const { asked, calls, room, say: commit } = yield* openHangingPost((id) => hangs && id === one)
    yield* commit(one, [say("раз")])
    const attempts: Array<number> = []
    for (let minute = 0; minute < 8; minute++) {
      const before = calls.length
      for (let second = 0; second < 60; second++) {
        if (second % 5 === 0) yield* commit(conversation(2), [say("жизнь")])
        yield* TestClock.adjust("1 second")
      }
      attempts.push(asked(before, [one]).alone)
    }
    const [first = 0, ...later] = attempts
    assert.isAtLeast(first, 3)
    assert.isAtMost(
      later.slice(-4).reduce((sum, each) => sum + each, 0),
      3
    )
    hangs = false
    yield* TestClock.adjust("3 minutes")
    assert.deepStrictEqual(textsIn(room, one), ["раз"])
    const before = calls.length
    for (const id of [one, conversation(2)]) yield* commit(id, [say("вместе")])
    yield* settle
    assert.strictEqual(asked(before, [one]).together, 1)
  })
)

it.effect("when the messenger was silent to everybody, nobody waits long after it is back", () =>
  Effect.gen(function* () {
    let hangs = true
    const { room, say: commit } = yield* openHangingPost(() => hangs)
    for (const id of lively) yield* commit(id, [say("раз")])
    yield* TestClock.adjust("10 minutes")
    hangs = false
    yield* TestClock.adjust(hangMs + 2_000)
    for (const id of lively) assert.deepStrictEqual(textsIn(room, id), ["раз"])
  })
)

it.effect("however many it was silent to, they are not asked for one by one when it is back", () =>
  Effect.gen(function* () {
    const many = chats(1, 1_000)
    let hangs = true
    const { room, say: commit } = yield* openHangingPost(() => hangs, 20)
    for (const id of many) yield* commit(id, [say("раз")])
    yield* TestClock.adjust("1 minute")
    hangs = false
    yield* TestClock.adjust("20 seconds")
    for (const id of many) assert.deepStrictEqual(textsIn(room, id), ["раз"])
  })
)

it.effect("a clock that jumps a day ahead gives up no message that was not tried for a while", () =>
  withTurnedClock((turn) =>
    Effect.gen(function* () {
      const { pendingOf, room, say: commit } = yield* openPost()
      let busy = true
      room.fate = () => (busy ? { _tag: "Later", reason: "busy", afterMs: 1_000 } : undefined)
      yield* commit(conversation(1), [say("раз")])
      yield* TestClock.adjust("2 seconds")
      turn(25 * 3_600_000)
      yield* TestClock.adjust("2 seconds")
      assert.strictEqual(pendingOf(conversation(1)), 1)
      busy = false
      yield* TestClock.adjust("1 second")
      assert.deepStrictEqual(textsIn(room, conversation(1)), ["раз"])
    })
  )
)
