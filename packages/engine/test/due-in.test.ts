import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { dueIn } from "../src/due-in.ts"
import type { GameEvent } from "../src/game-event.ts"
import { type GameState, initialState } from "../src/game-state.ts"
import { PlayerId } from "../src/ids.ts"
import { reduce } from "../src/reduce.ts"
import { presets, type Settings } from "../src/settings.ts"
import { placeOf } from "../src/rules/series.ts"
import { question } from "./scene.ts"

describe("how long a timer has to wait", () => {
  it.each([
    [1_000, 0, 1_000],
    [1_000, 999, 1],
    [1_000, 999.25, 1],
    [1_000, 1_000, 0],
    [1_000, 5_000, 0],
    [2 ** 40, 0, 2 ** 31 - 1],
    [Number.MAX_SAFE_INTEGER, 0, 2 ** 31 - 1]
  ])("for %d at %d is %d", (atMs, nowMs, ms) => {
    expect(dueIn({ atMs }, nowMs)).toBe(ms)
  })

  it("is 0 when the deadline has come, and only then", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.maxSafeNat(), (atMs, nowMs) => (dueIn({ atMs }, nowMs) === 0) === nowMs >= atMs)
    )
  })
})

/** A platform whose timers fire a millisecond early now and then, and at once when they are asked to wait too long. */
class Platform {
  nowMs = 0
  #earlyIn: number
  #waiting: { readonly atMs: number; readonly fire: () => void } | null = null
  #timers = 0

  constructor(earlyIn: number) {
    this.#earlyIn = earlyIn
  }

  setTimeout(fire: () => void, ms: number): void {
    this.#timers += 1
    const isEarly = ms > 1 && this.#timers % this.#earlyIn === 0
    const waitMs = ms > 2 ** 31 - 1 ? 1 : Math.max(1, ms)
    this.#waiting = { atMs: this.nowMs + waitMs - (isEarly ? 1 : 0), fire }
  }

  /** False: there is nothing more to come. */
  runOne(): boolean {
    const next = this.#waiting
    if (next === null) return false
    this.#waiting = null
    this.nowMs = next.atMs
    next.fire()
    return true
  }
}

type SetTimer = (platform: Platform, deadlineAtMs: number, fire: () => void) => void

const once: SetTimer = (platform, atMs, fire) => platform.setTimeout(fire, atMs - platform.nowMs)

const untilDue: SetTimer = (platform, atMs, fire) => {
  const leftMs = dueIn({ atMs }, platform.nowMs)
  if (leftMs === 0) fire()
  else platform.setTimeout(() => untilDue(platform, atMs, fire), leftMs)
}

/** A game that nobody plays: where it stands when nothing more will come. */
const leftAlone = (settings: Settings, earlyIn: number, setTimer: SetTimer): GameState => {
  const platform = new Platform(earlyIn)
  let state = initialState(settings)
  const now = () => ({ atMs: platform.nowMs, seed: 1 })
  const happen = (event: GameEvent): void => {
    const step = reduce(state, event)
    state = step.state
    for (const effect of step.effects) {
      if (effect._tag !== "TimerSet") continue
      const { game } = state
      setTimer(platform, effect.atMs, () => happen({ _tag: "TimerFired", ...now(), game, timer: effect.timer }))
    }
    if (state._tag === "Wheel") {
      happen({ _tag: "QuestionDrawn", ...now(), round: state.round, place: placeOf(state), question })
    }
  }
  const ann = { id: PlayerId.make("ann"), name: "Аня" }
  happen({ _tag: "StartRequested", ...now(), seen: null, by: ann, settings: null })
  while (platform.runOne());
  return state
}

const games = Array.from({ length: 100 }, (_, i) => i + 2)
const ended = (settings: Settings, setTimer: SetTimer): number =>
  games.filter((earlyIn) => leftAlone(settings, earlyIn, setTimer)._tag === "Finished").length

describe("of a hundred games whose timers fire a millisecond early now and then", () => {
  it("all end when the time is looked at again, which a single timer does not do", () => {
    expect(ended(presets.quick, once)).toBeLessThan(100)
    expect(ended(presets.quick, untilDue)).toBe(100)
  })

  it("all end that wait longer than a timer can", () => {
    const slow = { ...presets.slow, discussionMs: 40 * 86_400_000, warningMs: 0 }
    expect(ended(slow, once)).toBe(0)
    expect(ended(slow, untilDue)).toBe(100)
  })
})
