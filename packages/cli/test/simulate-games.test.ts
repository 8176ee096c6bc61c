/** Many games without anybody watching. */
import { presets } from "@znatoki/engine"
import { expect, it } from "vitest"
import { ownQuestions } from "../src/play/own-questions.ts"
import { simulateGames } from "../src/simulate/simulate-games.ts"

it("leaves room for whoever asks them to stop: something else is done between two games", async () => {
  const settings = presets.lightning
  let heard = false
  setImmediate(() => (heard = true))
  const games = simulateGames({ games: 3, skill: 0.5, players: 2, seed: 1, settings, questions: ownQuestions() })
  let heardBefore = false
  await games.then(() => (heardBefore = heard))
  expect(heardBefore).toBe(true)
})
