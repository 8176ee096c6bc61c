/** `znatoki play`: a whole game in the terminal, with nothing else installed. */
import { PresetName, presets } from "@znatoki/engine"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { randomInt } from "node:crypto"
import { playAuto } from "../play/auto-game.ts"
import { playLive } from "../play/live-game.ts"
import { ownQuestions } from "../play/own-questions.ts"
import { CannotRun } from "../cannot-run.ts"

const matesMax = 6

const flags = {
  auto: Flag.Boolean("auto").pipe(
    Flag.withDescription("The game plays itself, without waiting"),
    Flag.withDefault(false)
  ),
  seed: Flag.Int("seed").pipe(
    Flag.withDescription("The same seed gives the same game; without it every game is another"),
    Flag.optional
  ),
  json: Flag.Boolean("json").pipe(
    Flag.withDescription("Print events and effects as lines of JSON (with --auto)"),
    Flag.withDefault(false)
  ),
  preset: Flag.Literals("preset", PresetName.literals).pipe(
    Flag.withDescription("The rules and their times"),
    Flag.withDefault("quick" as const)
  ),
  skill: Flag.Finite("skill").pipe(
    Flag.withDescription("How often simulated players are right, 0 to 1"),
    Flag.withDefault(0.5)
  ),
  mates: Flag.Int("mates").pipe(
    Flag.withDescription(`How many simulated team-mates you have, 0 to ${matesMax}`),
    Flag.withDefault(4)
  ),
  name: Flag.String("name").pipe(Flag.withDescription("Your name at the table"), Flag.withDefault("Вы"))
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
      settings: presets[preset],
      skill,
      questions: ownQuestions(),
      colours: process.stdout.isTTY === true
    }
    if (auto) return yield* Effect.promise(() => playAuto({ ...common, json, print }))
    const { stdin: input, stdout: output } = process
    return yield* Effect.promise(() => playLive({ ...common, name: name.trim() || "Вы", mates, input, output }))
  })
).pipe(
  Command.withDescription("A whole game in the terminal: you and simulated team-mates against the bot"),
  Command.withExamples([
    { command: "znatoki play", description: "Play yourself" },
    { command: "znatoki play --auto --seed 1", description: "Watch a game, the same every time" },
    { command: "znatoki play --auto --seed 1 --json", description: "The same as events and effects" }
  ])
)
