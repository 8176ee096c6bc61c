/** What was published and is not done is neither forgotten nor overtaken by what is heard. */
import { assert, it } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import type { LineEvent } from "@znatoki/ports/event-line"
import { Effect } from "effect"
import { UndoneEvents } from "../src/line/undone.ts"

const event: LineEvent = { _tag: "Presence", conversation: ConversationId.make("vk:1:1"), isHere: true, atMs: 1 }
const begin = (buckets: ReadonlyArray<number>) => {
  const undone = new UndoneEvents()
  const all = buckets.map((bucket) => undone.add(bucket, event, Effect.void))
  for (const each of all) each.isSafe = true
  return undone
}
const ids = (some: ReadonlyArray<{ readonly id: number }>): ReadonlyArray<number> => some.map(({ id }) => id)

it("what is heard is told when all that was published before is done, in whatever order, and not sooner", () => {
  const undone = begin([0, 1, 0])
  undone.hold({ _tag: "HeardUntil", atMs: 5 })
  undone.add(0, event, Effect.void)
  undone.finish(3)
  undone.finish(1)
  assert.isNull(undone.passed())
  undone.finish(2)
  assert.deepStrictEqual(undone.passed(), { _tag: "HeardUntil", atMs: 5 })
  assert.isNull(undone.passed())
})

it("of what may be told at once the last says it all", () => {
  const undone = begin([])
  undone.hold({ _tag: "HeardUntil", atMs: 5 })
  undone.hold({ _tag: "HeardUntil", atMs: 6 })
  assert.deepStrictEqual(undone.passed(), { _tag: "HeardUntil", atMs: 6 })
})

it("a bucket where one is not done for ten seconds is published again whole and in order, the others are not", () => {
  const undone = begin([0, 1, 0])
  undone.finish(2)
  assert.deepStrictEqual(ids(undone.overdue(9_999)), [])
  undone.add(1, event, Effect.void).sentMs = 9_000
  assert.deepStrictEqual(ids(undone.overdue(10_000)), [1, 3])
})

it("while nothing there is done it is published ever more seldom, and as soon as before when something was", () => {
  const undone = begin([0, 0])
  assert.lengthOf(undone.overdue(10_000), 2)
  assert.lengthOf(undone.overdue(19_000), 0)
  assert.lengthOf(undone.overdue(20_000), 2)
  undone.finish(1)
  assert.deepStrictEqual(ids(undone.overdue(10_000)), [2])
})

it("that an event is done counts once", () => {
  const undone = begin([0])
  assert.isDefined(undone.finish(1))
  assert.isUndefined(undone.finish(1))
  assert.strictEqual(undone.size, 0)
})
