/** What the bot said of a step, as the pages of a game tell it. */
import { initialState, momentOf, PlayerId, presets, reduce } from "@znatoki/engine"
import { expect, it } from "vitest"
import { told } from "../src/compose/told.ts"

it("what only the one who pressed was told is marked so, in the language of all that the bot says", () => {
  const [anna, bob] = [
    { id: PlayerId.make("1"), name: "Аня" },
    { id: PlayerId.make("2"), name: "Борис" }
  ]
  const now = { atMs: 0, seed: 1 }
  const started = { ...now, _tag: "StartRequested", seen: null, by: anna, settings: null } as const
  const { state } = reduce(initialState(presets.classic), started)
  const joined = { ...now, _tag: "JoinRequested", seen: momentOf(state), by: bob } as const
  const step = reduce(state, joined)
  const said = told(step.state, step.effects, joined)
  expect(said.at(-1)).toBe("(только нажавшему) Вы в игре!")
  expect(said.filter((words) => /[A-Za-z]/.test(words))).toEqual([])
})
