import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import {
  after,
  ann,
  bob,
  cid,
  draw,
  due,
  effectOf,
  gone,
  join,
  leave,
  name,
  next,
  pause,
  nothing,
  refusal,
  rareScene,
  scene,
  stopAtOnce
} from "../scene.ts"

const { answer, choice, discussion, verdict, wheel } = scene()
const { deadline } = answer

/** ann, bob and cid in the second round. */
const three = after(verdict, join(cid), next(ann), draw(2, 110))
const threeAnswer = after(three, name(ann, bob))

const { helped, naming } = rareScene()

describe("leaving the table", () => {
  it.each([wheel, discussion, helped, answer, verdict])("in $_tag the seat is free at once", (state) => {
    const step = reduce(state, gone(ann))
    expect(step.state).toMatchObject({ _tag: state._tag, players: [bob], deadline: state.deadline })
    expect(step.effects[0]).toEqual({ _tag: "SeatsChanged", change: "left", player: ann })
  })

  it.each([naming, wheel, discussion, helped, choice, answer, verdict])(
    "in $_tag the captain's place is taken at once",
    (state) => {
      const step = reduce(state, leave(ann))
      expect(step.state).toMatchObject({ captain: bob.id })
      expect(effectOf(step, "CaptainChanged")).toEqual({ _tag: "CaptainChanged", left: ann, captain: bob })
    }
  )

  it("the new captain is drawn by lot among those who stay", () => {
    const captains = [0, 1, 2, 3, 4, 5].map(
      (seed) => effectOf(reduce(three, leave(ann, seed)), "CaptainChanged")?.captain
    )
    expect(new Set(captains)).toEqual(new Set([bob, cid]))
  })

  it("whoever has answered stays in the results, once, also when the table is left empty", () => {
    // bob answered the first round.
    const again = after(verdict, leave(bob), join(bob), leave(bob))
    expect(again).toMatchObject({ players: [ann], left: [bob] })
    const end = reduce(again, leave(ann))
    expect(end.state).toMatchObject({ _tag: "Finished", players: [], left: [bob] })
    expect(effectOf(end, "GameFinished")).toMatchObject({ players: [], left: [bob] })
    expect(after(verdict, leave(ann), pause(bob), leave(bob))).toMatchObject({ _tag: "Finished", left: [bob] })
    expect(after(three, leave(cid))).not.toHaveProperty("left")
  })

  it("whoever has answered is still remembered in the rounds that follow", () => {
    const following = after(verdict, leave(bob), next(ann))
    expect(following).toMatchObject({ _tag: "Wheel", round: 2, left: [bob] })
    expect(after(following, stopAtOnce)).toMatchObject({ _tag: "Finished", left: [bob] })
  })

  it("another player leaves the captain alone", () => {
    const step = reduce(wheel, leave(bob))
    expect(step.state).toMatchObject({ captain: ann.id })
    expect(effectOf(step, "CaptainChanged")).toBeUndefined()
  })

  it("when the named player leaves, another is named by lot and has the full time", () => {
    const step = reduce(threeAnswer, leave(bob))
    const named = effectOf(step, "AnswerWanted")
    expect(named?.chosen).toBe("answerer left")
    expect([ann, cid]).toContainEqual(named?.answerer)
    expect(step.state).toMatchObject({ _tag: "Answer", answerer: named?.answerer.id, captain: ann.id })
    expect(step.effects.at(-1)).toEqual({ _tag: "TimerSet", timer: "2/answer#2", atMs: 60_000 })
  })

  it("the timer of the one who left is stale", () => {
    const renamed = after(answer, leave(bob))
    expect(reduce(renamed, due(answer, 60_000))).toEqual(nothing(renamed))
    expect(reduce(renamed, due(renamed)).state).toMatchObject({ _tag: "Verdict", results: [{ answerer: ann.id }] })
  })

  it("a captain who was to answer leaves both places", () => {
    const own = after(three, name(ann, ann))
    const step = reduce(own, gone(ann))
    expect(step.effects.map((effect) => effect._tag)).toEqual([
      "SeatsChanged",
      "CaptainChanged",
      "AnswerWanted",
      "TimerSet"
    ])
  })

  it("while another answers, a seat that gets free does not move the deadline", () => {
    expect(reduce(threeAnswer, leave(cid)).state).toMatchObject({ answerer: bob.id })
    expect(reduce(answer, gone(ann)).state).toMatchObject({ deadline, answerer: bob.id })
  })

  it.each([naming, wheel, discussion, helped, choice, answer, verdict])(
    "in $_tag the last one to leave ends the game",
    (state) => {
      const alone = after(state, leave(ann))
      const step = reduce(alone, leave(bob))
      expect(step.state).toMatchObject({ _tag: "Finished", reason: "table empty", players: [], captain: null })
      expect(step.effects.map((effect) => effect._tag)).toEqual(["SeatsChanged", "GameFinished", "TimerCleared"])
    }
  )

  it.each([naming, wheel, discussion, helped, choice, answer, verdict])(
    "in $_tag only those who sit can leave",
    (state) => {
      expect(reduce(state, leave(cid))).toEqual(refusal(state, cid, "not seated"))
      expect(reduce(state, gone(cid))).toEqual(nothing(state))
    }
  )
})
