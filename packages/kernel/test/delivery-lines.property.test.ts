/** Lines of messages: only the first of a conversation is under way, and each is given out once, in its order. */
import { assert, describe, it } from "@effect/vitest"
import { DeliveryLines } from "@znatoki/kernel/deliver/delivery-lines"
import { SeenSeqs } from "@znatoki/kernel/deliver/seen-seqs"
import type { Outgoing } from "@znatoki/chat/message"
import type { PendingMessage } from "@znatoki/ports/outbox"
import { amend, queued, say } from "@znatoki/test-contracts/contracts/sample-commits"
import fc from "fast-check"
import { conversation } from "../src/testing/chat-room.ts"

const one = conversation(1)
const messageOf = (seq: number, message: Outgoing = say(String(seq))): PendingMessage => ({
  conversation: one,
  seq,
  message,
  queuedAtMs: seq * 1_000
})

const overtaken = (...messages: ReadonlyArray<Outgoing>): boolean => {
  const lines = new DeliveryLines()
  for (const [i, message] of messages.entries()) lines.add(messageOf(i + 1, message))
  return lines.isOvertaken(one)
}

describe("lines", () => {
  it("give out whatever comes, in whatever order and however often, once and by number", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 60 }), (seqs) => {
        const lines = new DeliveryLines()
        const places = seqs.map((seq) => lines.add(messageOf(seq)))
        assert.strictEqual(places.filter((place) => place === "first").length, 1)
        const out = [lines.head(one)?.seq]
        while (lines.advance(one)) out.push(lines.head(one)?.seq)
        // The first may be under way already, so nothing goes before it.
        const [first, ...rest] = [...new Set(seqs)]
        assert.deepStrictEqual(out, [first, ...rest.toSorted((a, b) => a - b)])
      })
    )
  })

  it("take nothing again that was settled while the outbox was read", () => {
    const lines = new DeliveryLines()
    lines.add(messageOf(1))
    const reading = lines.beginReading()
    lines.advance(one)
    lines.settled(messageOf(1))
    assert.deepStrictEqual(lines.endReading(reading, [messageOf(1), messageOf(2)]), [messageOf(2)])
    assert.strictEqual(lines.size, 0)
  })

  it("know an amendment that the next one replaces, and no other", () => {
    assert.isTrue(overtaken(amend("а", "1/lobby"), amend("б", "1/lobby")))
    assert.isFalse(overtaken(amend("а", "1/lobby"), amend("б", "2/lobby")))
    assert.isFalse(overtaken(amend("а", "1/lobby"), say("б")))
    assert.isFalse(overtaken(say("а", "1/lobby"), amend("б", "1/lobby")))
    assert.isFalse(overtaken(amend("а", "1/lobby")))
  })

  it("tell how old the oldest of those that are next is, where it counts", () => {
    const lines = new DeliveryLines()
    assert.isNull(lines.oldestQueuedAtMs(() => true))
    lines.add(messageOf(3))
    lines.add(messageOf(4))
    assert.strictEqual(
      lines.oldestQueuedAtMs(() => true),
      3_000
    )
    assert.isNull(lines.oldestQueuedAtMs(() => false))
  })

  it("remember since when all of a conversation is put off, until the messenger answers", () => {
    const lines = new DeliveryLines()
    assert.deepStrictEqual([lines.putOff(one, 10), lines.putOff(one, 20)], [10, 10])
    lines.answered(one)
    assert.strictEqual(lines.putOff(one, 30), 30)
  })
})

describe("what was seen", () => {
  it("is whole: of rings in any order all is given out in order and once, or it is said that something is missing", () => {
    const rings = fc.array(fc.record({ from: fc.integer({ min: 1, max: 20 }), count: fc.integer({ min: 0, max: 3 }) }))
    fc.assert(
      fc.property(rings, (some) => {
        const seen = new SeenSeqs()
        let last = 0
        for (const { count, from } of some) {
          const messages = queued(from, ...Array.from({ length: count }, (_, i) => say(String(i))))
          const upTo = messages.at(-1)?.seq ?? from
          const fresh = seen.newOf({ conversation: one, upTo, messages })
          if (fresh === null) {
            assert.isAbove(upTo, last)
            continue
          }
          assert.deepStrictEqual(
            fresh.map(({ seq }) => seq),
            Array.from({ length: Math.max(0, upTo - last) }, (_, i) => last + 1 + i)
          )
          last = Math.max(last, upTo)
          seen.saw(one, last)
        }
      })
    )
  })
})
