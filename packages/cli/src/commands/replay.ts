/** `znatoki replay`: a finished or running game once more, from its log. */
import { type GameEvent, type GameState, PresetName, presets } from "@znatoki/engine"
import { wholeGame } from "@znatoki/admin-http/whole-name"
import { GameArchive } from "@znatoki/ports/game-archive"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { readFileSync } from "node:fs"
import { isDeepStrictEqual } from "node:util"
import { CannotRun } from "../cannot-run.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { withDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { paintFor } from "../play/screen.ts"
import { readLog } from "../replay/read-log.ts"
import { showLog, stateBefore } from "../replay/show-log.ts"
import { say } from "../say.ts"

const unreachable = new CannotRun({ advice: "The database failed while the game was read: try again." })
const print = (line: string): void => void process.stdout.write(`${line}\n`)
const paint = paintFor(process.stdout.isTTY === true && process.stdout.hasColors())

const fromFile = Effect.fnUntraced(function* (file: string, preset: PresetName) {
  const text = yield* Effect.try({
    // Without the mark that Windows puts before a text.
    try: () => new TextDecoder().decode(readFileSync(file === "-" ? 0 : file)),
    catch: () =>
      new CannotRun({
        advice: `The file ${file} cannot be read: name a file with the events of a game, or - for standard input.`
      })
  })
  const events = readLog(text)
  if ("problem" in events) {
    return yield* new CannotRun({
      advice: `${file} is not a log of a game: ${events.problem}. Take one from the admin API (games/{id}/events) or from play --json.`
    })
  }
  showLog(stateBefore(events, presets[preset]), events, paint, print)
})

const pageSize = 1_000

const wholeLog = Effect.fnUntraced(function* (id: string) {
  const archive = yield* GameArchive
  const events: Array<GameEvent> = []
  for (;;) {
    const page = (yield* archive.events(id, events.length, pageSize)) ?? []
    if (events.length === 0 && page[0]?.position !== 1) return null
    events.push(...page.map(({ event }) => event))
    if (page.length < pageSize) return events
  }
})

/** From the database; and shows that the log leads to the state that is stored. */
const fromDatabase = Effect.fnUntraced(function* (named: string) {
  const id = yield* wholeGame(named)
  const archive = yield* GameArchive
  const found = yield* archive.get(id)
  if (found === null) {
    return yield* new CannotRun({ advice: `There is no game ${id}: the admin API lists them (GET /api/v1/games).` })
  }
  const events = yield* wholeLog(id)
  if (events === null) {
    return yield* new CannotRun({
      advice: `The log of game ${id} is there no more: ZNATOKI_GAME_LOG_DAYS says for how long logs are kept.`
    })
  }
  const before: GameState = { _tag: "Idle", game: found.summary.game - 1, settings: found.state.settings }
  const after = showLog(before, events, paint, print)
  if (!isDeepStrictEqual(after, found.state)) {
    return yield* new CannotRun({
      advice: `The log of game ${id} does not lead to its stored state: please report it with the log.`
    })
  }
  yield* say("", `${events.length} events lead to the stored state.`)
})

export const replay = Command.make(
  "replay",
  {
    file: Argument.String("file").pipe(
      Argument.withDescription("A log from the admin API or from play --json; - is standard input"),
      Argument.optional
    ),
    game: Flag.String("game").pipe(
      Flag.withDescription("A game of the database instead, e.g. vk:1:2000000001-3"),
      Flag.optional
    ),
    preset: Flag.Literals("preset", PresetName.literals).pipe(
      describedWithDefault("The settings, where the log's first event does not tell them", "classic" as const)
    )
  },
  Effect.fnUntraced(function* ({ file, game, preset }) {
    if (Option.isSome(file) === Option.isSome(game)) {
      return yield* new CannotRun({ advice: "Name either a file or --game." })
    }
    if (Option.isSome(file)) return yield* fromFile(file.value, preset)
    if (Option.isNone(game)) return
    const environment = yield* readEnvironment(process.env)
    yield* fromDatabase(game.value).pipe(
      Effect.catchTags({
        StoreUnavailable: () => Effect.fail(unreachable),
        GameUnreadable: ({ problem }) =>
          Effect.fail(new CannotRun({ advice: `The stored game cannot be read: ${problem}` })),
        StoreBroken: ({ problem }) =>
          Effect.fail(new CannotRun({ advice: `The stored game cannot be read: ${problem}` }))
      }),
      withDatabase(environment),
      Effect.provide(logging(environment, "warn"))
    )
  })
).pipe(
  Command.withDescription("Play a log again, step by step"),
  Command.withExamples([
    { command: "znatoki replay game.jsonl", description: "A log in a file" },
    {
      command: "znatoki replay --game vk:1:2000000001-3",
      description: "A game of the database, compared with its stored state"
    }
  ])
)
