/** A conversation gets as many messages in an hour as it may, and no two hours share a surplus. */
import { assert, it } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import fc from "fast-check"
import { HourlyBudget } from "../src/say/hourly-budget.ts"

const [one, other] = [ConversationId.make("vk:1:2000000001"), ConversationId.make("vk:1:2000000002")]
const minute = 60_000

it("whoever waits as long as is said may speak then, and no hour has more messages than it may", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.array(fc.integer({ min: 0, max: 30 * minute }), { maxLength: 60 }),
      (max, pauses) => {
        const budget = new HourlyBudget(max)
        const said: Array<number> = []
        let nowMs = 0
        for (const pause of pauses) {
          nowMs += pause
          nowMs += budget.waitMs(one, nowMs)
          assert.strictEqual(budget.waitMs(one, nowMs), 0)
          budget.spend(one, nowMs)
          said.push(nowMs)
        }
        for (const from of said) {
          assert.isAtMost(said.filter((atMs) => atMs >= from && atMs < from + 60 * minute).length, max)
        }
      }
    )
  )
})

it("what need not be said has half of it; nobody pays for another; 0 is no limit", () => {
  const budget = new HourlyBudget(4)
  budget.spend(one, 0)
  assert.isTrue(budget.isAmple(one, 0))
  budget.spend(one, 0)
  assert.deepStrictEqual([budget.isAmple(one, 0), budget.isAmple(other, 0)], [false, true])
  const free = new HourlyBudget(0)
  for (let i = 0; i < 5_000; i++) free.spend(one, 0)
  assert.deepStrictEqual([free.waitMs(one, 0), free.isAmple(one, 0)], [0, true])
})
