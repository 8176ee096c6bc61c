import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import {
  ann,
  bob,
  cid,
  draw,
  due,
  early,
  effectOf,
  exhausted,
  go,
  join,
  leave,
  name,
  next,
  nothing,
  refusal,
  say,
  scene
} from "../scene.ts"

const { verdict } = scene()

describe("verdict", () => {
  it("any seated player asks for the next round", () => {
    const step = reduce(verdict, next(bob))
    expect(step.state).toMatchObject({ _tag: "Wheel", round: 2, score: { team: 1, bot: 0 }, captain: ann.id })
    expect(step.effects).toEqual([
      { _tag: "QuestionWanted", round: 2, place: 1 },
      { _tag: "TimerSet", timer: "2/wheel", atMs: 105_000 }
    ])
  })

  it("who does not sit cannot ask for the next round", () => {
    expect(reduce(verdict, next(cid))).toEqual(refusal(verdict, cid, "not seated"))
  })

  it("the next round comes by itself", () => {
    expect(reduce(verdict, due(verdict)).state).toMatchObject({ _tag: "Wheel", round: 2 })
  })

  it("after the last round the game is over and the results are told", () => {
    const last = scene({ rounds: 1 }).verdict
    const step = reduce(last, next(ann))
    expect(step.state).toMatchObject({
      _tag: "Finished",
      reason: "everything played",
      startedAtMs: 10_000,
      finishedAtMs: 100_000,
      captain: ann.id
    })
    expect(step.effects).toEqual([
      {
        _tag: "GameFinished",
        reason: "everything played",
        score: { team: 1, bot: 0 },
        results: last.results,
        players: [ann, bob]
      },
      { _tag: "TimerCleared", timer: "1/verdict" }
    ])
  })

  it("people may sit down between two rounds, as far as there are seats", () => {
    const step = reduce(verdict, join(cid))
    expect(step.state).toMatchObject({ _tag: "Verdict", players: [ann, bob, cid], deadline: verdict.deadline })
    expect(effectOf(step, "SeatsChanged")).toMatchObject({ change: "joined", player: cid })
    const full = scene({ playersMax: 2 }).verdict
    expect(reduce(full, join(cid))).toEqual(refusal(full, cid, "table full"))
    expect(reduce(verdict, join(ann))).toEqual(refusal(verdict, ann, "already seated"))
  })

  it("nobody sits down after the last round, for it would share what others have won", () => {
    const last = scene({ rounds: 1 }).verdict
    expect(reduce(last, join(cid))).toEqual(refusal(last, cid, "not now"))
    expect(reduce(last, join(ann))).toEqual(refusal(last, ann, "already seated"))
  })

  it("people may leave between two rounds", () => {
    expect(reduce(verdict, leave(bob)).state).toMatchObject({ _tag: "Verdict", players: [ann] })
  })

  it.each([go(ann), early(ann), name(ann, bob)])("$_tag is not for now", (event) => {
    expect(reduce(verdict, event)).toEqual(refusal(verdict, ann, "not now"))
  })

  it.each([say(bob, "четыре"), draw(), exhausted()])("$_tag is ignored", (event) => {
    expect(reduce(verdict, event)).toEqual(nothing(verdict))
  })
})
