/** `znatoki questions import`: a file of questions into the database, told what came of each. */
import { bringFile } from "@znatoki/admin-http/packs/bring-file"
import { PackKeyText } from "@znatoki/admin-http/schemas/pack-json"
import type { ImportReport } from "@znatoki/ports/pack-imports"
import { PackImports } from "@znatoki/ports/pack-imports"
import { Effect, Option, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { parse } from "node:path"
import { CannotRun } from "../cannot-run.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { openDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"
import { anyFormat, fileArgument, formatFlag, openPackFile } from "./pack-file.ts"
import { progressBar } from "./progress-bar.ts"
import { licenceLine } from "./show-pack.ts"

const failed = (problem: string): CannotRun =>
  new CannotRun({
    advice:
      `Nothing was imported: the database refused (${problem}). ` +
      "See that the user of DATABASE_URL may write questions, and try again."
  })

const excerptMax = 60

/** As the desk takes it. */
const keyMax = 100
const isKey = Schema.is(PackKeyText)

/** What is counted and not listed. */
const more = (all: number, listed: ReadonlyArray<unknown>): ReadonlyArray<string> =>
  all > listed.length ? [`… and ${all - listed.length} more`] : []

const reportOf = (report: ImportReport, key: string): ReadonlyArray<string> => {
  const { counts, left, leftOut, licence, pictured = 0, twins, waiting, waits, warned, warnings } = report
  return [
    ...warnings.map(({ line, text }) => `line ${line}: ${text}`),
    ...more(warned, warnings),
    ...left.map(({ line, text }) => `line ${line}: not imported: ${text}`),
    ...more(leftOut, left),
    ...waits.map(({ line, text }) => `line ${line}: not asked yet, it needs ${text}`),
    ...more(waiting, waits),
    ...twins.map(
      (twin) => `line ${twin.line}: much like one of ${twin.pack ?? "an editor"}: «${twin.text.slice(0, excerptMax)}»`
    ),
    ...more(counts.twins, twins),
    ...(pictured === 0 ? [] : [`pictures: ${pictured}`]),
    `pack ${key}: ${counts.added} added, ${counts.changed} changed, ${counts.unchanged} as they were, ${counts.retired} not asked any more`,
    licenceLine(licence)
  ]
}

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
    ),
    licence: Flag.String("licence").pipe(
      Flag.withDescription("What may be done with the questions (default: as the file tells)"),
      Flag.optional
    ),
    draft: Flag.Boolean("draft").pipe(
      describedWithDefault("Leave new questions as drafts, until an editor publishes them", false)
    )
  },
  Effect.fnUntraced(function* ({ draft, file, format, licence, pack }) {
    const { pieces, size } = yield* openPackFile(file)
    const key = Option.getOrElse(pack, () => parse(file).name.slice(0, keyMax))
    if (!isKey(key)) return yield* new CannotRun({ advice: `--pack has to be a line of 1 to ${keyMax} characters.` })
    const environment = yield* readEnvironment(process.env)
    const order = {
      pack: key,
      file,
      format: format === anyFormat ? null : format,
      draft,
      licence: Option.getOrNull(licence),
      commercial: null,
      by: null
    }
    const bar = progressBar(size, process.stderr)
    const report = yield* openDatabase(environment).pipe(
      Effect.flatMap(({ context }) =>
        PackImports.use(({ bring }) => bringFile(bring, { order, pieces, keep: true, onProgress: bar.show })).pipe(
          Effect.provide(context),
          Effect.mapError((error) => failed(error._tag === "StoreBroken" ? error.problem : "it does not answer"))
        )
      ),
      Effect.ensuring(Effect.sync(bar.end)),
      Effect.scoped,
      Effect.provide(logging(environment, "warn"))
    )
    if (report.questions === 0) {
      return yield* new CannotRun({
        advice: `No question could be read from ${file}: \`znatoki questions check\` tells why.`
      })
    }
    yield* say(reportOf(report, key).join("\n"))
  })
).pipe(
  Command.withDescription("Bring a file of questions into the database; a pack that is there is brought up to date"),
  Command.withExamples([
    { command: "znatoki questions import cup.docx --pack cup-2026", description: "Or once more, after changes" },
    {
      command: 'znatoki questions import cup.4s --draft --licence "CC BY 4.0"',
      description: "For an editor to look at"
    }
  ])
)
