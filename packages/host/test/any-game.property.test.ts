import { isOfGame } from "@znatoki/chat/action"
import {
  type GameEffect,
  type GameState,
  nextSettingsOf,
  type PresetName,
  presets,
  reduce,
  type Settings
} from "@znatoki/engine"
import { anyGame, lastState, play } from "@znatoki/engine/testing"
import type { Action } from "@znatoki/chat/action"
import { type ChatInput, PressRef } from "@znatoki/chat/chat-input"
import { hear } from "@znatoki/host/hear"
import { speak, type Via } from "@znatoki/host/speak"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { textMax, troubles } from "./support/limits.ts"
import { anya, boris } from "./support/people.ts"

const anyVia = fc.constantFrom<Via>("press", "words", "talk", "clock")
const silent = { effects: [] }
const wrote = (text: string): ChatInput => ({ _tag: "Wrote", by: anya, text, action: null, order: 1 })
const presetAction = (preset: PresetName): Action => ({ _tag: "Preset", seen: null, preset })
const stateAfter = (state: GameState, input: ChatInput): GameState => {
  const { event } = hear(input, { atMs: 1, seed: 1 }, state)
  return event === null ? state : reduce(state, event).state
}
const isRefused = (effects: ReadonlyArray<GameEffect>): boolean => effects.some(({ _tag }) => _tag === "Refused")

describe("in any game", () => {
  it("whatever is said, a messenger takes it", () => {
    fc.assert(
      fc.property(anyGame, anyVia, (game, via) => {
        for (const { step } of play(game))
          expect(troubles(speak(step.state, step.effects, via, { textMax }))).toEqual([])
      }),
      { numRuns: 60 }
    )
  })

  it("two events in one call still make one message", () => {
    fc.assert(
      fc.property(anyGame, anyVia, (game, via) => {
        const turns = play(game)
        turns.forEach(({ step }, index) => {
          const effects = [...(turns[index - 1]?.step.effects ?? []), ...step.effects]
          expect(troubles(speak(step.state, effects, via, { textMax }))).toEqual([])
        })
      }),
      { numRuns: 40 }
    )
  })

  it("a refusal is a notice to a press, a message to words, and nothing to talk and the clock", () => {
    let refusals = 0
    fc.assert(
      fc.property(anyGame, (game) => {
        for (const { step } of play(game)) {
          if (!isRefused(step.effects)) continue
          refusals++
          const of = (via: Via) => speak(step.state, step.effects, via)
          expect(of("press")).toMatchObject({ outgoing: [], notice: expect.any(String) })
          expect(of("words")).toMatchObject({ outgoing: [{ _tag: "Say", keyboard: null }], notice: null })
          for (const via of ["talk", "clock"] as const) expect(of(via)).toEqual({ outgoing: [], notice: null })
        }
      }),
      { numRuns: 60 }
    )
    expect(refusals).toBeGreaterThan(100)
  })

  it("only a press is answered by a notice", () => {
    fc.assert(
      fc.property(anyGame, fc.constantFrom<Via>("words", "talk", "clock"), (game, via) => {
        const notices = play(game).map(({ step }) => speak(step.state, step.effects, via).notice)
        expect(notices.filter((notice) => notice !== null)).toEqual([])
      }),
      { numRuns: 30 }
    )
  })

  it("whatever is written, in any state, is heard and changes nothing unless it is a command or the answer", () => {
    const anyCommand = fc.constantFrom("старт", "/стоп", "+", "отвечает")
    const anyText = fc.oneof(fc.string({ unit: "grapheme" }), anyCommand)
    fc.assert(
      fc.property(anyGame, anyText, (game, text) => {
        const state = lastState(game)
        const input: ChatInput = { _tag: "Wrote", by: anya, text, action: null, order: 1 }
        const { event, via } = hear(input, { atMs: 1, seed: 1 }, state)
        const { effects } = event === null ? silent : reduce(state, event)
        const isAnswer = event?._tag === "TextSaid"
        expect(via).toBe(event === null || isAnswer ? "talk" : "words")
        expect(isAnswer && isRefused(effects)).toBe(false)
      })
    )
  })

  it("what was chosen last is what is played next: by a word, by a button, and without a choice", () => {
    let starts = 0
    const choices: ReadonlyArray<readonly [ChatInput, Settings]> = [
      [wrote("пресет быстрая"), presets.quick],
      [{ _tag: "Pressed", by: anya, action: presetAction("slow"), press: PressRef.make("p") }, presets.slow]
    ]
    fc.assert(
      fc.property(anyGame, fc.option(fc.constantFrom(...choices), { nil: null }), (game, choice) => {
        for (const { step } of play(game)) {
          if (step.state._tag !== "Idle" && step.state._tag !== "Finished") continue
          const next = nextSettingsOf(step.state)
          const chosen = choice === null ? step.state : stateAfter(step.state, choice[0])
          const started = stateAfter(chosen, wrote("старт"))
          expect(started).toMatchObject({ _tag: "Lobby", settings: { ...(choice?.[1] ?? next), clock: next.clock } })
          starts++
        }
      })
    )
    expect(starts).toBeGreaterThan(100)
  })

  it("every button that is shown does what it says while its step lasts", () => {
    fc.assert(
      fc.property(anyGame, (game) => {
        for (const { step } of play(game)) {
          for (const { keyboard } of speak(step.state, step.effects, "clock").outgoing) {
            for (const { action } of keyboard?.rows.flat() ?? []) {
              if (!isOfGame(action)) continue
              const input: ChatInput = { _tag: "Pressed", by: boris, action, press: PressRef.make("p") }
              const { event } = hear(input, { atMs: 1, seed: 1 }, step.state)
              const after = event === null ? null : reduce(step.state, event)
              expect(after?.effects).not.toContainEqual(expect.objectContaining({ reason: "moment passed" }))
            }
          }
        }
      }),
      { numRuns: 20 }
    )
  })
})
