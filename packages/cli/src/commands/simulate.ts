/** `znatoki simulate`: many games by simulated players, summed up. */
import { PresetName, presets } from "@znatoki/engine"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { CannotRun } from "../cannot-run.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { ownQuestions } from "../play/own-questions.ts"
import { say } from "../say.ts"
import { simulateGames } from "../simulate/simulate-games.ts"
import { summaryTable } from "../simulate/summary-table.ts"

const gamesMax = 1_000_000
const playersMax = 6

const flags = {
  games: Flag.Int("games").pipe(describedWithDefault("How many games", 1_000)),
  skill: Flag.Finite("skill").pipe(describedWithDefault("How often the players are right, 0 to 1", 0.5)),
  players: Flag.Int("players").pipe(describedWithDefault(`How many sit at the table, 1 to ${playersMax}`, 4)),
  preset: Flag.Literals("preset", PresetName.literals).pipe(
    describedWithDefault("The rules and their times", "classic" as const)
  ),
  seed: Flag.Int("seed").pipe(describedWithDefault("The same seed gives the same games", 1)),
  json: Flag.Boolean("json").pipe(describedWithDefault("Print one JSON object", false))
}

const within = (flag: string, value: number, min: number, max: number) =>
  value >= min && value <= max
    ? Effect.void
    : Effect.fail(new CannotRun({ advice: `--${flag} has to be a number from ${min} to ${max}.` }))

export const simulate = Command.make(
  "simulate",
  flags,
  Effect.fnUntraced(function* ({ games, json, players, preset, seed, skill }) {
    yield* within("games", games, 1, gamesMax)
    yield* within("skill", skill, 0, 1)
    yield* within("players", players, 1, playersMax)
    const summary = yield* Effect.promise(() =>
      simulateGames({ games, skill, players, seed, settings: presets[preset], questions: ownQuestions() })
    )
    yield* say(...(json ? [JSON.stringify(summary)] : summaryTable(summary)))
  })
).pipe(
  Command.withDescription("Many games by simulated players: who wins, how long it takes, what the judge says"),
  Command.withExamples([{ command: "znatoki simulate --games 10000 --skill 0.6", description: "Ten thousand games" }])
)
