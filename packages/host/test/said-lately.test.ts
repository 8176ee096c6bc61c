import { type GameEffect, Refusal } from "@znatoki/engine"
import { nothingSaid, quietMs, type SaidLately, stillLately, withReply } from "@znatoki/host/said-lately"
import fc from "fast-check"
import { assert, describe, it } from "vitest"
import { anya, boris } from "./support/people.ts"

interface Moment {
  readonly atMs: number
  readonly effects: ReadonlyArray<GameEffect>
}

/** What is said of these moments, one after another. */
const saidOf = (moments: ReadonlyArray<Moment>): ReadonlyArray<Moment> => {
  let lately: SaidLately = nothingSaid
  return moments.filter(({ atMs, effects }) => {
    const next = withReply(lately, effects, atMs)
    if (next !== null) lately = next
    return next !== null
  })
}

const refused = (reason: Refusal, by = anya.id): GameEffect => ({ _tag: "Refused", reason, by })
const moment = (atMs: number, effect: GameEffect): Moment => ({ atMs, effects: [effect] })
const anyMoment = fc
  .record({ atMs: fc.integer({ min: 0, max: 60_000 }), reason: fc.constantFrom(...Refusal.literals) })
  .map(({ atMs, reason }) => moment(atMs, refused(reason)))

const same = (one: Moment, other: Moment) => JSON.stringify(one.effects) === JSON.stringify(other.effects)

describe("replies to words", () => {
  it("thirty people who want the last seat hear one refusal in ten seconds", () => {
    const all = Array.from({ length: 30 }, (_, i) => moment(i * 500, refused("table full", i % 2 ? anya.id : boris.id)))
    assert.deepStrictEqual(
      saidOf(all).map(({ atMs }) => atMs),
      [0, quietMs]
    )
  })

  it("of one refusal no two are closer than ten seconds, and none is held back without another so close", () => {
    fc.assert(
      fc.property(fc.array(anyMoment, { maxLength: 60 }), (moments) => {
        const inOrder = moments.toSorted((one, other) => one.atMs - other.atMs)
        const said = saidOf(inOrder)
        for (const one of inOrder) {
          const near = said.filter((other) => same(one, other) && Math.abs(other.atMs - one.atMs) < quietMs)
          assert.isAtLeast(near.length, 1)
          if (said.includes(one)) assert.strictEqual(near.length, 1)
        }
      })
    )
  })

  it("what is forgotten when it keeps nobody quiet any more changes nothing that is said, and nothing is left of it", () => {
    fc.assert(
      fc.property(fc.array(anyMoment, { maxLength: 60 }), (moments) => {
        let all: SaidLately = nothingSaid
        let kept: SaidLately = nothingSaid
        for (const { atMs, effects } of moments.toSorted((one, other) => one.atMs - other.atMs)) {
          kept = stillLately(kept, atMs)
          const said = withReply(all, effects, atMs)
          const ofKept = withReply(kept, effects, atMs)
          assert.strictEqual(ofKept === null, said === null)
          all = said ?? all
          kept = ofKept ?? kept
          assert.strictEqual(stillLately(kept, atMs + quietMs), nothingSaid)
        }
      })
    )
  })

  it("a clock that was set back by an hour makes nobody mute", () => {
    const all = [moment(3_600_000, refused("table full")), moment(0, refused("table full"))]
    assert.lengthOf(saidOf(all), 2)
  })

  it("what is more than a reply is always said", () => {
    const left: GameEffect = { _tag: "SeatsChanged", change: "left", player: anya }
    const info: GameEffect = { _tag: "InfoShown", topic: "session", leftMs: null }
    assert.lengthOf(saidOf([moment(0, left), moment(1, left), moment(2, info), moment(3, info)]), 4)
  })
})
