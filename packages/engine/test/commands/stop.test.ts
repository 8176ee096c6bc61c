import { describe, expect, it } from "vitest"
import type { GameEvent } from "../../src/game-event.ts"
import { reduce } from "../../src/reduce.ts"
import {
  after,
  ann,
  at,
  bob,
  cid,
  due,
  effectOf,
  expectPhase,
  leave,
  nothing,
  pause,
  refusal,
  scene,
  start,
  stop
} from "../scene.ts"

const { answer, choice, discussion, finished, idle, lobby, verdict, wheel } = scene()
const paused = expectPhase("Paused", after(discussion, pause(bob)))
const waiting = [lobby, wheel, discussion, choice, answer, verdict, paused]
const askedAtMs = 200_000
const answerStop = (yes: boolean, seconds = 205, asked = askedAtMs, game = 1): GameEvent => ({
  _tag: "StopAnswered",
  ...at(seconds),
  by: cid.id,
  game,
  askedAtMs: asked,
  yes
})
const again = (seconds: number): GameEvent => ({ ...stop(bob), ...at(seconds) })
const stopped = { _tag: "Finished", reason: "stopped", players: [ann, bob] }

describe("stop", () => {
  it.each(waiting)("in $_tag asks back, and the game goes on as it was", (state) => {
    const step = reduce(state, stop(cid))
    expect(step.effects).toEqual([{ _tag: "StopAsked", by: cid.id, askedAtMs, endsAtMs: 215_000 }])
    expect(step.state).toMatchObject({ _tag: state._tag, deadline: state.deadline })
  })

  it.each(waiting)("in $_tag is confirmed by anybody, with a press or the same word, and ends the wait", (state) => {
    const asked = after(state, stop(cid))
    for (const event of [answerStop(true), again(215)]) {
      const step = reduce(asked, event)
      expect(step.state).toMatchObject(stopped)
      expect(step.effects.map((effect) => effect._tag)).toEqual(["GameFinished", "TimerCleared"])
      expect(effectOf(step, "TimerCleared")).toMatchObject({ timer: state.deadline.timer })
    }
  })

  it("asks anew when the same word comes too late", () => {
    const step = reduce(after(verdict, stop(cid)), again(216))
    expect(step.effects).toEqual([{ _tag: "StopAsked", by: bob.id, askedAtMs: 216_000, endsAtMs: 231_000 }])
  })

  it("is answered by its own buttons only, and only in time", () => {
    const asked = after(verdict, stop(cid))
    for (const event of [answerStop(true, 216), answerStop(true, 205, 199_000), answerStop(true, 205, askedAtMs, 2)]) {
      expect(reduce(asked, event)).toEqual(refusal(asked, cid, "stop not asked"))
    }
    for (const state of [verdict, finished, idle]) {
      expect(reduce(state, answerStop(true))).toEqual(refusal(state, cid, "stop not asked"))
    }
  })

  it("is declined by anybody, and then has to be asked for anew", () => {
    const step = reduce(after(verdict, stop(ann)), answerStop(false))
    expect(step).toEqual({ state: verdict, effects: [{ _tag: "StopDeclined", by: cid.id }] })
    expect(reduce(step.state, again(206)).effects).toMatchObject([{ _tag: "StopAsked" }])
  })

  it("is still asked about in the steps that come meanwhile, and in a pause", () => {
    const asked = after(discussion, { ...stop(cid), ...at(60) })
    const later = after(asked, due(discussion))
    expect(reduce(later, answerStop(true, 74, 60_000)).state).toMatchObject(stopped)
    expect(reduce(after(asked, pause(ann, 65)), answerStop(true, 70, 60_000)).state).toMatchObject(stopped)
  })

  it("of who plays alone is granted at once; somebody else asks even then", () => {
    for (const state of [lobby, discussion, paused]) {
      const alone = after(state, leave(ann))
      expect(reduce(alone, stop(bob)).state).toMatchObject({ _tag: "Finished", reason: "stopped", players: [bob] })
      expect(reduce(alone, stop(cid)).effects).toMatchObject([{ _tag: "StopAsked" }])
    }
  })

  it("is granted at once where the settings ask for no second word", () => {
    expect(reduce(scene({ stopConfirmMs: 0 }).verdict, stop(cid)).state).toMatchObject(stopped)
  })

  it("that is ordered from outside needs no word of anybody, and is nothing where nobody plays", () => {
    const order: GameEvent = { _tag: "StopOrdered", ...at(200) }
    for (const state of waiting) expect(reduce(state, order).state).toMatchObject(stopped)
    for (const state of [idle, finished]) expect(reduce(state, order)).toEqual(nothing(state))
  })

  it("shows what was played so far", () => {
    const { score } = verdict
    expect(after(verdict, stop(cid), answerStop(true))).toMatchObject({
      score,
      results: verdict.results,
      finishedAtMs: 205_000
    })
  })

  it("of a table that had not begun shows nothing played", () => {
    const over = { captain: null, results: [], score: { team: 0, bot: 0 } }
    expect(after(lobby, stop(ann), answerStop(true))).toMatchObject(over)
  })

  it("makes room for a new game, in which nobody has asked to stop", () => {
    const lobbyAgain = after(wheel, stop(bob), answerStop(true), start(bob))
    expect(lobbyAgain).toMatchObject({ _tag: "Lobby", game: 2, stopAskedAtMs: null })
  })
})
