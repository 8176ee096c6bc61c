/** `znatoki questions import`: a file of questions into the database, told what came of each. */
import { Database } from "@znatoki/adapter-postgres/database/database"
import { type Imported, importPack } from "@znatoki/adapter-postgres/questions/import-pack"
import type { ReadPack } from "@znatoki/questions/read-pack"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { parse } from "node:path"
import { CannotRun } from "../cannot-run.ts"
import { openDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"
import { fileArgument, formatFlag, readPackFile } from "./pack-file.ts"
import { progressBar } from "./progress-bar.ts"

const failed = (cause: unknown): CannotRun =>
  new CannotRun({
    advice:
      `Nothing was imported: the database refused (${cause instanceof Error ? cause.message : "unknown error"}). ` +
      "See that the user of DATABASE_URL may write questions, and try again."
  })

const brought = (reading: ReadPack, key: string) =>
  Effect.gen(function* () {
    const { sql } = yield* Database
    const bar = progressBar(reading.questions.length, process.stderr)
    return yield* Effect.tryPromise({
      try: () => importPack(sql(), reading, { key, onProgress: bar.show }),
      catch: failed
    }).pipe(Effect.ensuring(Effect.sync(bar.end)))
  })

const excerptMax = 60

const reportOf = ({ pack, warnings }: ReadPack, key: string, imported: Imported): ReadonlyArray<string> => [
  ...warnings.map(({ line, message }) => `line ${line}: ${message}`),
  ...imported.leftOut.map(({ line, why }) => `line ${line}: not imported: ${why}`),
  ...imported.waiting.map(({ line, why }) => `line ${line}: not asked yet, it needs ${why}`),
  ...imported.twins.map(
    (twin) => `line ${twin.line}: much like one of ${twin.pack ?? "an editor"}: «${twin.text.slice(0, excerptMax)}»`
  ),
  `pack ${key}: ${imported.added} added, ${imported.changed} changed, ${imported.unchanged} as they were, ${imported.retired} not asked any more`,
  `licence: ${pack.licence ?? "not told in the file: ask the authors before others see the questions"}`
]

export const importCommand = Command.make(
  "import",
  {
    file: fileArgument,
    format: formatFlag,
    pack: Flag.String("pack").pipe(
      Flag.withDescription(
        "The name of the pack in the database; the same name again brings it up to date (default: the file's name)"
      ),
      Flag.optional
    )
  },
  Effect.fnUntraced(function* ({ file, format, pack }) {
    const reading = yield* readPackFile(file, format)
    if (reading.questions.length === 0) {
      return yield* new CannotRun({
        advice: `No question could be read from ${file}: \`znatoki questions check\` tells why.`
      })
    }
    const key = Option.getOrElse(pack, () => parse(file).name)
    const environment = yield* readEnvironment(process.env)
    const imported = yield* openDatabase(environment).pipe(
      Effect.flatMap(({ context }) => Effect.provide(brought(reading, key), context)),
      Effect.scoped,
      Effect.provide(logging(environment.logLevel ?? "warn"))
    )
    yield* say(reportOf(reading, key, imported).join("\n"))
  })
).pipe(
  Command.withDescription("Bring a file of questions into the database; a pack that is there is brought up to date"),
  Command.withExamples([
    { command: "znatoki questions import cup.docx --pack cup-2026", description: "Or once more, after changes" }
  ])
)
