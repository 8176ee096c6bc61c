/** What earlier versions of the rules wrote can still be read, and their logs play the same games. */
import { readFileSync } from "node:fs"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { GameEvent } from "../src/game-event.ts"
import { GameState } from "../src/game-state.ts"
import { replay } from "../src/replay.ts"
import { reduce } from "../src/reduce.ts"
import { PresetName, presets } from "../src/settings.ts"
import { decodeSnapshot, encodeSnapshot } from "../src/snapshot.ts"

const read = (file: string): string => readFileSync(new URL(`golden/${file}`, import.meta.url), "utf8")
const decode = <S extends Schema.Codec<unknown, unknown>>(schema: S, text: string): S["Type"] =>
  Schema.decodeUnknownSync(Schema.fromJsonString(schema))(text)

const snapshotsOf = (version: number) => decode(Schema.Array(Schema.String), read(`v${version}-snapshots.json`))
const Games = Schema.Array(
  Schema.Struct({
    first: Schema.String,
    events: Schema.Array(GameEvent),
    phases: Schema.Array(Schema.String),
    last: Schema.String
  })
)
const gamesOf = (version: number) =>
  decode(Games, read(`v${version}-games.json`)).map((game, index) => ({ index, ...game }))

const snapshots = snapshotsOf(1)
const second = snapshotsOf(2)
const third = snapshotsOf(3)

const stateIn = (snapshot: string): GameState => {
  const decoded = decodeSnapshot(snapshot)
  if (decoded._tag !== "Ok") throw new Error(JSON.stringify(decoded))
  return decoded.state
}

/**
 * The first rules did not keep what was answered, those before the third forgot who had left, and a game that is over chooses
 * the numbers of its preset anew.
 */
const asRemembered = (state: GameState, version: number): unknown => ({
  ...state,
  ...(version < 3 ? { left: null } : {}),
  ...("results" in state && version === 1
    ? { results: state.results.map((result) => ({ ...result, given: null })) }
    : {}),
  ...(state._tag === "Idle" || state._tag === "Finished" ? { settings: null } : {})
})

describe("a snapshot of version 1", () => {
  it("was taken of every phase there was", () => {
    expect(snapshots.map((snapshot) => stateIn(snapshot)._tag)).toEqual([
      "Idle",
      "Lobby",
      "Wheel",
      "Discussion",
      "Choice",
      "Answer",
      "Verdict",
      "Finished"
    ])
  })

  it.each(snapshots.map(stateIn))("of $_tag is lifted to a valid state that goes on being one", (state) => {
    expect(Schema.is(GameState)(state)).toBe(true)
    expect(stateIn(encodeSnapshot(state))).toEqual(state)
  })

  it("of a running game gets none of the rules that came later", () => {
    const discussion = snapshots.map(stateIn).find(({ _tag }) => _tag === "Discussion")
    expect(discussion).toMatchObject({
      settings: { wheel: null, extraMinutesMax: 0, voteMs: 0, appeals: 0 },
      reserves: { extraMinutes: 0, clubHelps: 0, appeals: 0 }
    })
  })

  it.each(["Idle", "Finished"])("of %s has all the rules of its preset for the next game", (phase) => {
    const state = snapshots.map(stateIn).find(({ _tag }) => _tag === phase)
    expect(state?.settings).toEqual(presets.classic)
  })
})

const nameOf = (state: GameState) => (state._tag === "Paused" ? `Paused ${state.held._tag}` : state._tag)

describe("a snapshot of version 2", () => {
  const states = second.map(stateIn)

  it("was taken of every phase there was, and of every one that a pause held", () => {
    const phases = ["SoloChoice", "Wheel", "Discussion", "ClubHelp", "Choice", "Answer", "Vote", "Verdict", "Appeal"]
    const waiting = ["Lobby", ...phases]
    expect([...new Set(states.map(nameOf))].toSorted()).toEqual(
      ["Idle", "Finished", ...waiting, ...waiting.map((phase) => `Paused ${phase}`)].toSorted()
    )
  })

  it.each(states)("of $_tag is lifted to a valid state that goes on being one", (state) => {
    expect(Schema.is(GameState)(state)).toBe(true)
    expect(stateIn(encodeSnapshot(state))).toEqual(state)
  })

  it("of a game that is not over gets none of the rules that came later", () => {
    const off = {
      voters: "table",
      authorVotes: true,
      lastVotesMs: 0,
      silentRoundsMax: 0,
      stopConfirmMs: 0,
      skipsLoneChoice: false
    }
    for (const state of states) if ("deadline" in state) expect(state.settings).toMatchObject(off)
  })

  it("of a pause was asked for by somebody", () => {
    const pauses = states.filter((state) => state._tag === "Paused")
    expect(new Set(pauses.map(({ why }) => why))).toEqual(new Set(["asked"]))
  })

  it("of a conversation that has not played has all the rules of its preset, of «молния» its new times too", () => {
    const idle = states.filter(({ _tag }) => _tag === "Idle").slice(0, 5)
    expect(idle.map(({ settings }) => settings)).toEqual(["classic", "lightning", "quick", "tv", "slow"].map(presetOf))
  })

  it("of a game that is over keeps the numbers that somebody chose, with the new rules of the preset", () => {
    const over = second.filter((text) => text.includes(`"Finished"`))
    expect(over).not.toHaveLength(0)
    for (const text of over) {
      const chosen = decode(Schema.Struct({ s: Schema.Struct({ settings: Numbers }) }), text).s.settings
      expect(stateIn(text).settings).toMatchObject({ ...chosen, silentRoundsMax: 2, stopConfirmMs: 15_000 })
    }
  })
})

describe("a snapshot of version 3", () => {
  const states = third.map(stateIn)

  it("was taken of every phase there was, and of every one that a pause held", () => {
    expect([...new Set(states.map(nameOf))].toSorted()).toEqual(
      [...new Set(second.map(stateIn).map(nameOf))].toSorted()
    )
  })

  it.each(states)("of $_tag is lifted to a valid state that goes on being one", (state) => {
    expect(Schema.is(GameState)(state)).toBe(true)
    expect(stateIn(encodeSnapshot(state))).toEqual(state)
  })

  it("of a game that is not over has no clock", () => {
    const running = states.filter((state) => "deadline" in state)
    expect(running).not.toHaveLength(0)
    for (const { settings } of running) expect(settings.clock).toBe(false)
  })

  it("of a conversation that does not play has that of its preset, and whatever else was chosen", () => {
    const over = third.filter((text) => /^\{"v":3,"s":\{"_tag":"(?:Idle|Finished)"/.test(text))
    expect(over).toHaveLength(7)
    for (const text of over) {
      const chosen = decode(Schema.Struct({ s: Schema.Struct({ settings: Numbers }) }), text).s.settings
      expect(stateIn(text).settings).toEqual({ ...chosen, clock: true })
    }
  })
})

const Numbers = Schema.Record(Schema.String, Schema.Unknown)
const isPreset = Schema.is(PresetName)
const presetOf = (name: string) => (isPreset(name) ? presets[name] : null)

const phasesSince2 = [
  "Answer",
  "Appeal",
  "Choice",
  "ClubHelp",
  "Discussion",
  "Finished",
  "Idle",
  "Lobby",
  "Paused",
  "SoloChoice",
  "Verdict",
  "Vote",
  "Wheel"
] as const

describe.each([
  [1, ["Answer", "Choice", "Discussion", "Finished", "Idle", "Lobby", "Verdict", "Wheel"]],
  [2, phasesSince2],
  [3, phasesSince2]
] as const)("a log of version %i", (version, everyPhase) => {
  const games = gamesOf(version)

  it("holds games enough to mean something", () => {
    expect([...new Set(games.flatMap((game) => game.phases))].toSorted()).toEqual(everyPhase)
  })

  it.each(games)("plays game $index as it was played", ({ events, first, last, phases }) => {
    const { state, steps } = replay(begun(first), events)
    expect(steps.map((step) => step.state._tag)).toEqual(phases)
    expect(asRemembered(state, version)).toEqual(asRemembered(stateIn(last), version))
  })
})

const OldFirst = Schema.Struct({ s: Schema.Struct({ settings: GameState.cases.Idle.fields.settings }) })

/** The settings a game began with are those of its time, whatever a table opened today would have. */
const begun = (first: string): GameState => ({ ...stateIn(first), settings: decode(OldFirst, first).s.settings })

it("a log of version 2 was kept of what has changed since: lone captains, authors who vote, rounds without a word", () => {
  const found = gamesOf(2).flatMap(({ events, first }) => {
    let state = begun(first)
    return events.flatMap((event) => {
      const before = state
      state = reduce(before, event).state
      return kindsOf({ before, event, after: state })
    })
  })
  expect(new Set(found)).toEqual(new Set(Object.keys(kinds)))
})

interface Played {
  readonly before: GameState
  readonly event: GameEvent
  readonly after: GameState
}

const isLone = (state: GameState): boolean => "players" in state && state.players.length === 1

const kinds: { readonly [kind: string]: (played: Played) => boolean } = {
  "lone choice": ({ before, event }) => event._tag === "AnswererNamed" && before._tag === "Choice" && isLone(before),
  "lone soloist": ({ before, event }) =>
    event._tag === "AnswererNamed" && before._tag === "SoloChoice" && isLone(before),
  "author votes": ({ before, event }) =>
    event._tag === "VoteCast" && before._tag === "Vote" && event.by === before.answerer.id && !isLone(before),
  "clock ends a verdict": ({ after, before, event }) =>
    event._tag === "TimerFired" && before._tag === "Verdict" && after._tag === "Wheel",
  "a stop of two": ({ before, event }) => event._tag === "StopRequested" && !isLone(before)
}

const kindsOf = (played: Played): ReadonlyArray<string> =>
  Object.keys(kinds).filter((kind) => played.after !== played.before && kinds[kind]?.(played))
