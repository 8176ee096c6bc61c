import { describe, expect, it } from "vitest"
import type { GameEvent } from "../../src/game-event.ts"
import type { GameState } from "../../src/game-state.ts"
import { reduce } from "../../src/reduce.ts"
import { momentOf } from "../../src/rules/moment.ts"
import { placeOf } from "../../src/rules/series.ts"
import type { Settings } from "../../src/settings.ts"
import {
  after,
  ann,
  at,
  bob,
  captainAnn,
  cid,
  draw,
  due,
  expectPhase,
  go,
  gone,
  idleWith,
  join,
  leave,
  name,
  next,
  nothing,
  pause,
  question,
  resume,
  say,
  start,
  stop,
  vote
} from "../scene.ts"

const begin = (settings: Partial<Settings> = {}, ...others: ReadonlyArray<GameEvent>): GameState =>
  after(idleWith({ silentRoundsMax: 2, ...settings }), start(), ...others, go(ann, captainAnn))

/** The states of a game in which nobody does anything, `from` the one it is in to the first `until`. */
const aloneUntil = (from: GameState, until: (state: GameState) => boolean): GameState => {
  let state = from
  while (!until(state)) {
    const { _tag } = state
    if (!("deadline" in state)) throw new Error(`${_tag} waits for nothing`)
    const { atMs } = state.deadline
    const event: GameEvent =
      state._tag === "Wheel" ? { ...draw(state.round, 0, placeOf(state)), atMs } : due(state, 0, atMs)
    state = reduce(state, event).state
  }
  return state
}
const is =
  (phase: GameState["_tag"], round = 0) =>
  (state: GameState): boolean =>
    state._tag === phase && momentOf(state).round >= round
const isStill = (state: GameState): boolean => state._tag === "Paused" || state._tag === "Finished"

const table = begin({}, join(bob))
const secondVerdict = expectPhase("Verdict", aloneUntil(table, is("Verdict", 2)))
const held = expectPhase("Paused", after(secondVerdict, due(secondVerdict)))

describe("a game in which nobody at the table is heard", () => {
  it("is held when as many rounds as the settings allow are over, and says why", () => {
    const step = reduce(secondVerdict, due(secondVerdict))
    const { atMs } = secondVerdict.deadline
    expect(step.state).toMatchObject({ _tag: "Paused", why: "silence", heldBefore: null, pausedAtMs: atMs })
    expect(step.state).toMatchObject({ held: { _tag: "Verdict", round: 2, silentRounds: 0 } })
    expect(step.effects).toEqual([
      { _tag: "GamePaused", why: "silence", by: null },
      { _tag: "TimerSet", timer: "2/pause", atMs: atMs + 86_400_000 }
    ])
  })

  it.each([1, 2, 3])("is held after the verdict of round %d if so many silent ones are allowed", (silentRoundsMax) => {
    const state = aloneUntil(begin({ silentRoundsMax }, join(bob)), isStill)
    expect(state).toMatchObject({ _tag: "Paused", why: "silence", held: { _tag: "Verdict", round: silentRoundsMax } })
  })

  it("is played to its end where silence is not minded, and no word of talk makes another state", () => {
    const state = begin({ silentRoundsMax: 0 }, join(bob))
    expect(reduce(state, say(ann, "ау"))).toEqual(nothing(state))
    expect(aloneUntil(state, isStill)).toMatchObject({ _tag: "Finished", reason: "everything played" })
  })

  it("ends when its last round is over, however silent it was", () => {
    const state = aloneUntil(begin({ rounds: 2 }, join(bob)), isStill)
    expect(state).toMatchObject({ _tag: "Finished", reason: "everything played" })
  })

  it("ends when the bot has won, however silent it was", () => {
    const state = aloneUntil(begin({ rounds: null, pointsToWin: 2 }, join(bob)), isStill)
    expect(state).toMatchObject({ _tag: "Finished", score: { team: 0, bot: 2 } })
  })

  it.each([
    ["of one player alone", {}],
    ["with a wheel", { wheel: { sectors: 3, blitz: 0, superBlitz: 0 } }],
    ["of blitzes", { wheel: { sectors: 3, blitz: 3, superBlitz: 0 } }],
    ["of super-blitzes", { wheel: { sectors: 3, blitz: 0, superBlitz: 3 } }]
  ] as const)("is held after two rounds %s as well", (_, settings) => {
    for (const others of [[], [join(bob)]]) {
      expect(aloneUntil(begin(settings, ...others), isStill)).toMatchObject({
        _tag: "Paused",
        why: "silence",
        held: { round: 2 }
      })
    }
  })
})

describe("a game that silence holds", () => {
  it("begins the next round as soon as somebody at the table resumes it, with a new count", () => {
    const step = reduce(held, resume(bob, 9_000))
    expect(step.effects).toEqual([
      { _tag: "GameResumed", by: bob, leftMs: 0 },
      { _tag: "TimerSet", timer: "2/verdict#2", atMs: 9_000_000 }
    ])
    expect(after(step.state, due(step.state))).toMatchObject({ _tag: "Wheel", round: 3, silentRounds: 1 })
    expect(aloneUntil(step.state, isStill)).toMatchObject({ _tag: "Paused", held: { round: 4 } })
  })

  it("is not begun again by a second firing of the timer it was held by", () => {
    expect(reduce(held, due(secondVerdict, 1_000))).toEqual(nothing(held))
    const resumed = after(held, resume(bob, 9_000))
    expect(reduce(resumed, due(secondVerdict, 9_000_000))).toEqual(nothing(resumed))
  })

  it("ends when it is forgotten", () => {
    expect(after(held, due(held))).toMatchObject({
      _tag: "Finished",
      reason: "paused too long",
      results: { length: 2 }
    })
  })
})

describe("somebody at the table is heard", () => {
  const lot = expectPhase("Choice", aloneUntil(table, is("Choice", 2)))
  const answering = expectPhase("Answer", aloneUntil(table, is("Answer", 2)))
  const other = answering.answerer === ann.id ? bob : ann
  const past = { ...at(300), seen: momentOf(table) }

  it.each<readonly [string, GameState, GameEvent]>([
    ["by talk", lot, say(bob, "ау")],
    ["by a sticker", secondVerdict, say(bob, "")],
    ["by talk while another answers", answering, say(other, "тише")],
    ["by asking where the game is", lot, { _tag: "InfoRequested", ...at(200), by: bob.id, topic: "session" }],
    ["by a press that is granted", lot, name(ann, bob)],
    ["by a press that is refused", lot, name(bob, bob)],
    ["by a button of a step that is over", lot, { _tag: "GoRequested", ...past, by: bob.id }],
    ["by a vote when there is none", lot, vote(bob, true)],
    ["by asking to stop", lot, stop(bob)]
  ])("%s, and the round is not silent", (_, state, event) => {
    expect(state).toMatchObject({ silentRounds: 2 })
    const heard = reduce(state, event).state
    expect(heard).toMatchObject({ silentRounds: 0 })
    expect(aloneUntil(heard, isStill)).toMatchObject({ _tag: "Paused", held: { round: 4 } })
  })

  it("by what is refused, which changes nothing else", () => {
    expect(reduce(lot, name(bob, bob))).toEqual({
      state: { ...lot, silentRounds: 0 },
      effects: [{ _tag: "Refused", by: bob.id, reason: "captain only" }]
    })
  })

  it("only by the first word of a round: what is said after it makes no other state", () => {
    const heard = after(lot, say(bob, "ау"))
    expect(reduce(heard, say(bob, "ау")).state).toBe(heard)
    expect(reduce(heard, name(bob, bob)).state).toBe(heard)
  })

  it("by who sits down after the verdict", () => {
    expect(after(secondVerdict, join(cid))).toMatchObject({ silentRounds: 0 })
  })

  it("by whoever goes on to the next round", () => {
    expect(after(secondVerdict, next(bob))).toMatchObject({ _tag: "Wheel", round: 3, silentRounds: 1 })
  })

  it("by who pauses the game, and by who lets it go on after the host was gone", () => {
    expect(after(lot, pause(ann, 500))).toMatchObject({ held: { silentRounds: 0 } })
    const hostless = after(lot, { _tag: "HostGone", ...at(500) })
    expect(hostless).toMatchObject({ held: { silentRounds: 2 } })
    expect(after(hostless, resume(ann, 600))).toMatchObject({ _tag: "Choice", silentRounds: 0 })
  })

  it("but not by the talk of those who do not play, their refused wishes, or a player put out", () => {
    for (const event of [say(cid, "ау"), name(cid, ann), vote(cid, true), join(cid), leave(cid), gone(cid)]) {
      expect(reduce(lot, event).state).toBe(lot)
    }
    expect(after(lot, gone(bob))).toMatchObject({ silentRounds: 2 })
  })
})

it("rounds that are not silent in a row hold nothing", () => {
  let state = table
  for (const round of [1, 2, 3, 4, 5, 6]) {
    state = aloneUntil(state, is("Verdict", round))
    if (round % 2 === 0) state = after(state, say(ann, `слышали вопрос «${question.text}»?`, 900))
  }
  expect(aloneUntil(state, isStill)).toMatchObject({ _tag: "Finished", reason: "everything played" })
})
