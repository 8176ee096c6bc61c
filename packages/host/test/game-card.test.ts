import { initialState, presets } from "@znatoki/engine"
import { expect, it } from "vitest"
import { gameCard } from "../src/game-card.ts"
import { finished } from "./support/states.ts"

it("a game that was played to its end has the picture that the chat is shown; one that goes on or was stopped has none", () => {
  const [round] = finished.results
  if (round === undefined) throw new Error("a finished game has rounds")
  const results = [round, round, round]
  const played = { ...finished, results, reason: "everything played" } as const
  expect(gameCard(played)?.rounds).toEqual(results.map(({ right }) => right))
  expect(gameCard({ ...played, reason: "stopped" })).toBeNull()
  expect(gameCard(initialState(presets.classic))).toBeNull()
})
