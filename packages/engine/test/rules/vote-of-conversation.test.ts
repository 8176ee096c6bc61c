import { describe, expect, it } from "vitest"
import type { GameState } from "../../src/game-state.ts"
import { PlayerId } from "../../src/ids.ts"
import { reduce } from "../../src/reduce.ts"
import { ballotsMax } from "../../src/rules/ballot.ts"
import type { Settings } from "../../src/settings.ts"
import {
  after,
  ann,
  appeal,
  bob,
  cid,
  draw,
  due,
  early,
  effectOf,
  expectPhase,
  go,
  gone,
  idleWith,
  leave,
  refusal,
  say,
  scene,
  start,
  vote
} from "../scene.ts"

const doubtful = "знаменитые четыре"
const votingWith = (settings: Partial<Settings> = {}) =>
  expectPhase("Vote", after(scene(settings).answer, say(bob, doubtful)))
/** bob has answered, ann sits at the table too. */
const voting = votingWith()
const dan = { ...cid, id: PlayerId.make("dan") }
const accepted = (state: GameState): unknown => ("results" in state ? state.results.at(-1)?.right : null)

describe("a vote of the conversation", () => {
  it("is open to whoever does not sit at the table, until its time is up", () => {
    const step = reduce(voting, vote(cid, true))
    expect(step.effects).toEqual([{ _tag: "VoteTaken", by: cid.id, yes: 1, no: 0, left: null }])
    expect(step.state).toMatchObject({ _tag: "Vote", deadline: voting.deadline })
    const closed = reduce(step.state, due(step.state))
    expect(effectOf(closed, "VoteClosed")).toMatchObject({ accepted: true, yes: 1, no: 0 })
    expect(accepted(closed.state)).toBe(true)
  })

  it("is not ended by the table alone: the others have a last moment, and count", () => {
    const step = reduce(voting, vote(ann, false))
    expect(step.state).toMatchObject({ _tag: "Vote", deadline: { timer: "1/vote", atMs: 100_000 } })
    expect(step.effects.at(-1)).toEqual({ _tag: "TimerSet", timer: "1/vote", atMs: 100_000 })
    const late = after(step.state, vote(cid, true, 97), vote(dan, true, 98))
    expect(late).toMatchObject({ _tag: "Vote", deadline: { atMs: 100_000 } })
    expect(accepted(after(late, due(late)))).toBe(true)
  })

  it("never lasts longer for it, and ends with the table where the settings give no last moment", () => {
    expect(after(voting, vote(ann, true, 108))).toMatchObject({ _tag: "Vote", deadline: { atMs: 110_000 } })
    expect(after(votingWith({ lastVotesMs: 0 }), vote(ann, true))).toMatchObject({ _tag: "Verdict" })
  })

  it("has no vote for who gave the answer, nor a second one for anybody", () => {
    expect(reduce(voting, vote(bob, true))).toEqual(refusal(voting, bob, "own answer"))
    const once = after(voting, vote(cid, true))
    expect(reduce(once, vote(cid, false))).toEqual(refusal(once, cid, "already voted"))
  })

  it("keeps the vote of who leaves the table", () => {
    const once = after(voting, vote(ann, true))
    expect(after(once, gone(ann))).toMatchObject({ ballots: [{ by: ann.id, yes: true }] })
  })

  it("of so many that more would not fit is decided by them", () => {
    const crowd = Array.from({ length: ballotsMax }, (_, i) => ({ ...cid, id: PlayerId.make(`p${i}`) }))
    const almost = after(voting, ...crowd.slice(1).map((one) => vote(one, true)))
    expect(almost).toMatchObject({ _tag: "Vote" })
    expect(after(almost, vote(cid, true))).toMatchObject({ _tag: "Verdict", results: [{ right: true }] })
  })

  it("rules on an appeal, too", () => {
    const lost = after(scene().answer, say(bob, "пять"), appeal(ann))
    expect(reduce(lost, vote(bob, true))).toEqual(refusal(lost, bob, "own answer"))
    const voted = after(lost, vote(cid, true))
    expect(after(voted, due(voted))).toMatchObject({ _tag: "Verdict", score: { team: 1, bot: 0 } })
  })

  it("belongs to the table alone where the settings say so, without who answered", () => {
    const ofTable = votingWith({ voters: "table" })
    expect(reduce(ofTable, vote(cid, true))).toEqual(refusal(ofTable, cid, "not seated"))
    expect(reduce(ofTable, vote(bob, true))).toEqual(refusal(ofTable, bob, "own answer"))
    expect(after(ofTable, vote(ann, true))).toMatchObject({ _tag: "Verdict", results: [{ right: true }] })
  })
})

describe("who is alone at the table", () => {
  const alone = expectPhase("Vote", after(idleWith(), start(), go(), draw(), early(ann), say(ann, doubtful)))

  it("has the honest word, and waits no longer than a moment for others", () => {
    const voted = after(alone, vote(ann, true))
    expect(voted).toMatchObject({ ballots: [{ by: ann.id, yes: true }], deadline: { atMs: 100_000 } })
    expect(accepted(after(voted, due(voted)))).toBe(true)
  })

  it("has none any more when somebody else has voted", () => {
    const others = after(alone, vote(ann, true), vote(cid, false, 96))
    expect(others).toMatchObject({ ballots: [{ by: cid.id, yes: false }] })
    expect(reduce(others, vote(ann, true, 97))).toEqual(refusal(others, ann, "own answer"))
    expect(accepted(after(others, due(others)))).toBe(false)
    const first = after(alone, vote(cid, true))
    expect(first).toMatchObject({ deadline: alone.deadline })
    expect(reduce(first, vote(ann, true))).toEqual(refusal(first, ann, "own answer"))
  })

  it("gets it when the others have left", () => {
    expect(after(voting, leave(ann), vote(bob, true))).toMatchObject({ ballots: [{ by: bob.id, yes: true }] })
  })
})
