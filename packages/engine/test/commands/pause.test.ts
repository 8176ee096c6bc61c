import { describe, expect, it } from "vitest"
import { reduce } from "../../src/reduce.ts"
import { momentOf } from "../../src/rules/moment.ts"
import {
  after,
  ann,
  appeal,
  at,
  bob,
  change,
  cid,
  due,
  expectPhase,
  gone,
  info,
  join,
  leave,
  name,
  nothing,
  outage,
  pause,
  refusal,
  resume,
  ruling,
  say,
  scene,
  start,
  stop
} from "../scene.ts"

const { answer, choice, discussion, finished, idle, lobby, verdict, warned, wheel } = scene()
const waiting = [lobby, wheel, discussion, expectPhase("Discussion", warned), choice, answer, verdict]
const paused = expectPhase("Paused", after(discussion, pause(bob)))

describe("a pause", () => {
  it.each(waiting)("in $_tag puts the deadline away, and the resumed game has what was left", (state) => {
    const held = after(state, pause(ann, 40))
    expect(held).toMatchObject({ _tag: "Paused", held: state, why: "asked", pausedAtMs: 40_000 })
    const step = reduce(held, resume(bob, 140))
    const { atMs, timer } = state.deadline
    expect(step.state).toMatchObject({ _tag: state._tag, deadline: { timer, atMs: atMs + 100_000 } })
    const endsAtMs = state._tag === "Discussion" ? state.endsAtMs : atMs
    expect(step.effects).toEqual([
      { _tag: "GameResumed", by: bob, leftMs: Math.max(0, endsAtMs - 40_000) },
      { _tag: "TimerSet", timer, atMs: atMs + 100_000 }
    ])
  })

  it("three seconds into a discussion of a minute leaves 57 of them, not what is left till the warning", () => {
    const seconds = discussion.askedAtMs / 1_000 + 3
    const step = reduce(after(discussion, pause(ann, seconds)), resume(ann, 1_000))
    expect(step.effects[0]).toEqual({ _tag: "GameResumed", by: ann, leftMs: 57_000 })
  })

  it("is not counted as time to think", () => {
    const late = after(answer, pause(ann, 85), resume(ann, 985), say(bob, "четыре", 990))
    expect(late).toMatchObject({ results: [{ tookMs: 78_000 }] })
  })

  it("moves the end of the discussion along with the warning", () => {
    expect(after(paused, resume(ann, 100))).toMatchObject({
      endsAtMs: discussion.endsAtMs + 60_000,
      askedAtMs: discussion.askedAtMs + 60_000
    })
  })

  it("lets nothing fire that was waited for", () => {
    expect(reduce(paused, due(discussion, 3_600_000))).toEqual(nothing(paused))
  })

  it("belongs to the table", () => {
    expect(reduce(discussion, pause(cid))).toEqual(refusal(discussion, cid, "not seated"))
    expect(reduce(paused, resume(cid))).toEqual(refusal(paused, cid, "not seated"))
    expect(reduce(paused, pause(ann))).toEqual(refusal(paused, ann, "paused"))
    expect(reduce(discussion, resume(ann))).toEqual(refusal(discussion, ann, "not paused"))
  })

  it.each([idle, finished])("is nothing in $_tag", (state) => {
    expect(reduce(state, pause(ann))).toEqual(refusal(state, ann, "no session"))
    expect(reduce(state, resume(ann))).toEqual(refusal(state, ann, "no session"))
  })

  it("holds everything else", () => {
    expect(reduce(paused, name(ann, bob))).toEqual(refusal(paused, ann, "paused"))
    expect(reduce(paused, join(cid))).toEqual(refusal(paused, cid, "paused"))
    expect(reduce(paused, join(bob))).toEqual(refusal(paused, bob, "already seated"))
    expect(reduce(paused, change(ann, paused.settings))).toEqual(refusal(paused, ann, "paused"))
    expect(reduce(paused, start(ann))).toEqual(refusal(paused, ann, "session running"))
    expect(reduce(paused, say(bob, "четыре"))).toEqual(nothing(paused))
    expect(reduce(paused, info("session")).state).toBe(paused)
    expect(after(paused, stop(bob), stop(bob))).toMatchObject({ _tag: "Finished", reason: "stopped" })
  })

  it("refuses the buttons of the step it holds with its own reason, and they act again afterwards", () => {
    const event = { _tag: "EarlyAnswerRequested", ...at(50), by: ann.id, seen: momentOf(discussion) } as const
    expect(reduce(paused, event)).toEqual(refusal(paused, ann, "paused"))
    expect(reduce(after(paused, resume(ann)), event).state).toMatchObject({ _tag: "Choice" })
    const old = { ...event, seen: momentOf(choice) }
    expect(reduce(paused, old)).toEqual(refusal(paused, ann, "moment passed"))
  })

  it("that is forgotten ends the game", () => {
    const step = reduce(paused, due(paused))
    expect(step.state).toMatchObject({ _tag: "Finished", reason: "paused too long" })
    expect(step.effects.map((effect) => effect._tag)).toEqual(["GameFinished", "TimerCleared"])
    expect(paused.deadline).toEqual({ timer: "1/pause", atMs: 40_000 + 86_400_000 })
  })

  it("is lengthened by an outage without a word, and holds what it held", () => {
    const step = reduce(paused, outage(5_000))
    expect(step.state).toEqual({ ...paused, deadline: { ...paused.deadline, atMs: paused.deadline.atMs + 5_000 } })
    expect(step.effects).toEqual([{ _tag: "TimerSet", timer: "1/pause", atMs: paused.deadline.atMs + 5_000 }])
  })
})

describe("leaving in a pause", () => {
  it("frees the seat and hands the captain's place over; nothing is waited for anew", () => {
    const step = reduce(paused, gone(ann))
    expect(step.state).toMatchObject({ _tag: "Paused", held: { players: [bob], captain: bob.id } })
    expect(step.effects.map((effect) => effect._tag)).toEqual(["SeatsChanged", "CaptainChanged"])
  })

  it("of the named player names another, who has the full time once the game goes on", () => {
    const held = after(answer, pause(ann, 85), leave(bob))
    expect(held).toMatchObject({ _tag: "Paused", held: { answerer: ann.id, deadline: { timer: "1/answer#2" } } })
    expect(after(held, resume(ann, 200))).toMatchObject({ _tag: "Answer", deadline: { atMs: 230_000 } })
  })

  it("of the last player ends the game, and the pause with it", () => {
    const step = reduce(after(paused, leave(ann)), leave(bob))
    expect(step.state).toMatchObject({ _tag: "Finished", reason: "table empty", players: [], captain: null })
    expect(step.effects.map((effect) => effect._tag)).toEqual(["SeatsChanged", "GameFinished", "TimerCleared"])
    expect(step.effects.at(-1)).toEqual({ _tag: "TimerCleared", timer: "1/pause" })
  })

  it("of somebody who does not sit is refused, or nothing", () => {
    expect(reduce(paused, leave(cid))).toEqual(refusal(paused, cid, "not seated"))
    expect(reduce(paused, gone(cid))).toEqual(nothing(paused))
  })
})

it("an admin rules in a pause too", () => {
  const lost = after(scene({ appealBy: "admin" }).answer, say(bob, "пять"), appeal(ann), pause(ann))
  expect(after(lost, ruling(1, true))).toMatchObject({ _tag: "Paused", held: { score: { team: 1, bot: 0 } } })
})
