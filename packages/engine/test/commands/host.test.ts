import { describe, expect, it } from "vitest"
import type { GameEvent } from "../../src/game-event.ts"
import { reduce } from "../../src/reduce.ts"
import { after, ann, at, bob, due, expectPhase, nothing, pause, rareScene, resume, say, scene } from "../scene.ts"

const hostGone = (seconds: number): GameEvent => ({ _tag: "HostGone", ...at(seconds) })
const hostReturned = (seconds: number): GameEvent => ({ _tag: "HostReturned", ...at(seconds) })

const { answer, choice, discussion, finished, idle, lobby, verdict, wheel } = scene()
const { appealed, helped, naming, voting } = rareScene()
const waiting = [lobby, naming, wheel, discussion, helped, choice, answer, voting, verdict, appealed]
const held = expectPhase("Paused", after(answer, hostGone(90)))

describe("a host that is gone", () => {
  it.each(waiting)("holds the game in $_tag, and it goes on by itself when the host is back", (state) => {
    const gone = reduce(state, hostGone(13))
    expect(gone.state).toMatchObject({ _tag: "Paused", held: state, why: "host gone", heldBefore: null })
    expect(gone.effects.map(({ _tag }) => _tag)).toEqual(["GamePaused", "TimerSet"])
    const back = reduce(gone.state, hostReturned(113))
    const { timer } = state.deadline
    expect(back.state).toMatchObject({ _tag: state._tag, deadline: { timer, atMs: state.deadline.atMs + 100_000 } })
    expect(back.effects.map(({ _tag }) => _tag)).toEqual(["GameResumed", "TimerSet"])
    expect(back.effects[0]).toMatchObject({ by: null })
  })

  it("gives nobody a point: what was waited for does not fire, what is said is no answer", () => {
    expect(reduce(held, due(answer, 3_600_000))).toEqual(nothing(held))
    expect(reduce(held, say(bob, "пять", 91))).toEqual(nothing(held))
  })

  it("for too long ends the game, as a pause does", () => {
    expect(after(held, due(held))).toMatchObject({ _tag: "Finished", reason: "paused too long" })
  })

  it("is back, too, when somebody lets the game go on", () => {
    expect(after(held, resume(bob, 200))).toMatchObject({ _tag: "Answer", answerer: bob.id })
  })

  it("leaves a pause that was asked for to those who asked for it", () => {
    const paused = expectPhase("Paused", after(answer, pause(ann, 85)))
    const gone = reduce(paused, hostGone(90))
    expect(gone.state).toEqual({ ...paused, why: "host gone", heldBefore: "asked" })
    const back = reduce(gone.state, hostReturned(200))
    expect(back).toEqual({ state: paused, effects: [{ _tag: "PauseGoesOn", why: "asked" }] })
    expect(after(back.state, resume(ann, 300))).toMatchObject({ _tag: "Answer", deadline: { atMs: 325_000 } })
  })

  it("is told once, and its return only after it", () => {
    expect(reduce(held, hostGone(95))).toEqual(nothing(held))
    expect(reduce(answer, hostReturned(95))).toEqual(nothing(answer))
    const paused = after(answer, pause(ann, 85))
    expect(reduce(paused, hostReturned(95))).toEqual(nothing(paused))
  })

  it.each([idle, finished])("is nothing in $_tag", (state) => {
    expect(reduce(state, hostGone(300))).toEqual(nothing(state))
    expect(reduce(state, hostReturned(300))).toEqual(nothing(state))
  })
})
