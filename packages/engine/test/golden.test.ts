/** What earlier versions of the rules wrote can still be read, and their logs play the same games. */
import { readFileSync } from "node:fs"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { GameEvent } from "../src/game-event.ts"
import { GameState } from "../src/game-state.ts"
import { replay } from "../src/replay.ts"
import { presets } from "../src/settings.ts"
import { decodeSnapshot, encodeSnapshot } from "../src/snapshot.ts"

const read = (file: string): string => readFileSync(new URL(`golden/${file}`, import.meta.url), "utf8")
const decode = <S extends Schema.Codec<unknown, unknown>>(schema: S, text: string): S["Type"] =>
  Schema.decodeUnknownSync(Schema.fromJsonString(schema))(text)

const snapshots = decode(Schema.Array(Schema.String), read("v1-snapshots.json"))
const games = decode(
  Schema.Array(
    Schema.Struct({
      first: Schema.String,
      events: Schema.Array(GameEvent),
      phases: Schema.Array(Schema.String),
      last: Schema.String
    })
  ),
  read("v1-games.json")
)

const stateIn = (snapshot: string): GameState => {
  const decoded = decodeSnapshot(snapshot)
  if (decoded._tag !== "Ok") throw new Error(JSON.stringify(decoded))
  return decoded.state
}

/** The first rules did not keep what was answered, and a game that is over chooses the numbers of its preset anew. */
const asRemembered = (state: GameState): unknown => ({
  ...state,
  ...("results" in state ? { results: state.results.map((result) => ({ ...result, given: null })) } : {}),
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

describe("a log of version 1", () => {
  const played = games.map(({ events, first, last, phases }, index) => ({ index, events, first, last, phases }))

  it("holds games enough to mean something", () => {
    const phases = new Set(games.flatMap((game) => game.phases))
    expect([...phases].toSorted()).toEqual([
      "Answer",
      "Choice",
      "Discussion",
      "Finished",
      "Idle",
      "Lobby",
      "Verdict",
      "Wheel"
    ])
  })

  it.each(played)("plays game $index as it was played", ({ events, first, last, phases }) => {
    // The settings a game began with are those of its time, whatever a table opened today would have.
    const begun = { ...stateIn(first), settings: decode(OldFirst, first).s.settings }
    const { state, steps } = replay(begun, events)
    expect(steps.map((step) => step.state._tag)).toEqual(phases)
    expect(asRemembered(state)).toEqual(asRemembered(stateIn(last)))
  })
})

const OldFirst = Schema.Struct({ s: Schema.Struct({ settings: GameState.cases.Idle.fields.settings }) })
