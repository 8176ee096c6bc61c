import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import {
  after,
  ann,
  bob,
  captainAnn,
  cid,
  draw,
  due,
  early,
  effectOf,
  exhausted,
  go,
  gone,
  join,
  leave,
  name,
  next,
  nothing,
  refusal,
  say,
  scene,
  start
} from "../scene.ts"

const { lobby } = scene()

describe("seats in the lobby", () => {
  it("whoever joins takes the last seat", () => {
    const step = reduce(lobby, join(cid))
    expect(step.state).toMatchObject({ players: [ann, bob, cid] })
    expect(step.effects).toEqual([{ _tag: "SeatsChanged", change: "joined", player: cid }])
  })

  it("nobody sits twice", () => {
    expect(reduce(lobby, join(bob))).toEqual(refusal(lobby, bob, "already seated"))
  })

  it("a full table takes nobody else", () => {
    const full = scene({ playersMax: 2 }).lobby
    expect(reduce(full, join(cid))).toEqual(refusal(full, cid, "table full"))
  })

  it("whoever leaves frees the seat, the deadline stays", () => {
    const step = reduce(lobby, leave(ann))
    expect(step.state).toMatchObject({ players: [bob], deadline: lobby.deadline })
    expect(step.effects).toEqual([{ _tag: "SeatsChanged", change: "left", player: ann }])
  })

  it("who does not sit cannot leave, but may be gone", () => {
    expect(reduce(lobby, leave(cid))).toEqual(refusal(lobby, cid, "not seated"))
    expect(reduce(lobby, gone(cid))).toEqual(nothing(lobby))
  })

  it("the last one to leave ends the session before it began", () => {
    const alone = after(lobby, leave(ann))
    const step = reduce(alone, gone(bob))
    expect(step.state).toMatchObject({
      _tag: "Finished",
      reason: "table empty",
      players: [],
      captain: null,
      results: []
    })
    expect(step.effects.map((effect) => effect._tag)).toEqual(["SeatsChanged", "GameFinished", "TimerCleared"])
  })
})

describe("the end of the lobby", () => {
  it("any seated player starts the game, and the lot makes a captain", () => {
    const step = reduce(lobby, go(bob, captainAnn))
    expect(step.state).toMatchObject({ _tag: "Wheel", round: 1, captain: ann.id, startedAtMs: 10_000, results: [] })
    expect(step.effects).toEqual([
      { _tag: "GameStarted", captain: ann },
      { _tag: "QuestionWanted", round: 1, place: 1 },
      { _tag: "TimerSet", timer: "1/wheel", atMs: 15_000 }
    ])
  })

  it("who does not sit cannot start the game", () => {
    expect(reduce(lobby, go(cid))).toEqual(refusal(lobby, cid, "not seated"))
  })

  it("the time to gather being up starts the game too", () => {
    const step = reduce(lobby, due(lobby))
    expect(step.state).toMatchObject({ _tag: "Wheel", round: 1 })
    expect(effectOf(step, "GameStarted")).toBeDefined()
  })

  it("a second start is refused", () => {
    expect(reduce(lobby, start(bob))).toEqual(refusal(lobby, bob, "session running"))
  })

  it.each([early(ann), name(ann, bob), next(ann)])("$_tag has to wait for a game", (event) => {
    expect(reduce(lobby, event)).toEqual(refusal(lobby, ann, "not now"))
  })

  it.each([draw(), exhausted(), say(ann, "четыре")])("$_tag is ignored", (event) => {
    expect(reduce(lobby, event)).toEqual(nothing(lobby))
  })
})
