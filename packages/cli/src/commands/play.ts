/** `znatoki play`: a whole game in the terminal, with nothing else installed. */
import { PresetName, presets } from "@znatoki/engine"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { randomInt } from "node:crypto"
import { playAuto } from "../play/auto-game.ts"
import { playLive } from "../play/live-game.ts"
import { ownQuestions } from "../play/own-questions.ts"
import { CannotRun } from "../cannot-run.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { untilStopped } from "../until-stopped.ts"

const matesMax = 6
const defaultName = "Знаток"

const flags = {
  auto: Flag.Boolean("auto").pipe(describedWithDefault("The game plays itself, without waiting", false)),
  seed: Flag.Int("seed").pipe(
    Flag.withDescription("The same seed gives the same game; without it every game is another"),
    Flag.optional
  ),
  json: Flag.Boolean("json").pipe(
    describedWithDefault("Print events and effects as lines of JSON (with --auto)", false)
  ),
  preset: Flag.Literals("preset", PresetName.literals).pipe(
    describedWithDefault(
      "The rules and their times; in slow an empty line moves on, for its phases last hours",
      "quick" as const
    )
  ),
  skill: Flag.Finite("skill").pipe(describedWithDefault("How often simulated players are right, 0 to 1", 0.5)),
  mates: Flag.Int("mates").pipe(describedWithDefault(`How many simulated team-mates you have, 0 to ${matesMax}`, 4)),
  name: Flag.String("name").pipe(describedWithDefault("Your name at the table", defaultName))
}

const print = (line: string): void => void process.stdout.write(`${line}\n`)

export const play = Command.make(
  "play",
  flags,
  Effect.fnUntraced(function* ({ auto, json, mates, name, preset, seed, skill }) {
    if (skill < 0 || skill > 1) return yield* new CannotRun({ advice: "--skill has to be a number from 0 to 1." })
    if (mates < 0 || mates > matesMax) {
      return yield* new CannotRun({ advice: `--mates has to be a number from 0 to ${matesMax}.` })
    }
    if (json && !auto) return yield* new CannotRun({ advice: "--json works together with --auto." })
    const common = {
      seed: Option.getOrElse(seed, () => randomInt(2 ** 31)),
      // Nothing in a terminal can be changed once it is said, and the time runs beside the prompt.
      settings: { ...presets[preset], clock: false },
      skill,
      questions: ownQuestions(),
      colours: process.stdout.isTTY === true && process.stdout.hasColors()
    }
    if (auto) return yield* Effect.promise(() => playAuto({ ...common, json, print }))
    const { stdin: input, stdout: output } = process
    const live = { ...common, name: name.trim() || defaultName, mates, input, output }
    return yield* untilStopped(Effect.promise(() => playLive(live)))
  })
).pipe(
  Command.withDescription("A whole game in the terminal: you and simulated team-mates against the bot"),
  Command.withExamples([
    { command: "znatoki play", description: "Play yourself" },
    { command: "znatoki play --auto --seed 1", description: "Watch a game, the same every time" },
    { command: "znatoki play --auto --seed 1 --json", description: "The same as events and effects" }
  ])
)
