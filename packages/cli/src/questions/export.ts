/** `znatoki questions export`: a file of questions, or a pack of the database, written in a format, with what that cannot carry. */
import { packedPack } from "@znatoki/admin-http/packs/packed-pack"
import { Packs } from "@znatoki/ports/packs"
import type { Pack } from "@znatoki/questions/print/printed"
import { type WrittenEncoding, writtenEncodings } from "@znatoki/questions/encode-text"
import { printPack, type PrintedPack, writtenFormats } from "@znatoki/questions/print-pack"
import { Effect, Option } from "effect"
import { Argument, Command, Flag } from "effect/cli"
import { writeFileSync } from "node:fs"
import { CannotRun } from "../cannot-run.ts"
import { openDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { logging } from "../logging.ts"
import { fileArgument, formatFlag, readPackFile } from "./pack-file.ts"

/** Questions by their place, fields by their name. */
const lossLines = ({ losses, unwritten }: PrintedPack, encoding: WrittenEncoding): ReadonlyArray<string> => [
  ...losses.map(
    ({ field, question }) =>
      `not carried: ${question === null ? "of the pack" : `of question ${question}`} the ${field}`
  ),
  ...(unwritten.length === 0 ? [] : [`not in ${encoding}: ${unwritten.join(" ")}`])
]

const oneOfBoth = new CannotRun({
  advice: "Name a file of questions, or with --pack a pack of the database: one of the two."
})

/** With what editors changed since it came, and without what they took out. */
const packOfDatabase = Effect.fnUntraced(function* (key: string, whole: boolean) {
  const environment = yield* readEnvironment(process.env)
  const pack = yield* openDatabase(environment).pipe(
    Effect.flatMap(({ context }) =>
      Packs.use(({ get }) => get(key)).pipe(
        Effect.flatMap((found) => (found === null ? Effect.succeed(null) : packedPack(found, whole))),
        Effect.provide(context),
        Effect.mapError(
          () => new CannotRun({ advice: "The database does not answer: see DATABASE_URL, and try again." })
        )
      )
    ),
    Effect.scoped,
    Effect.provide(logging(environment, "warn"))
  )
  if (pack !== null) return pack
  return yield* new CannotRun({
    advice: `There is no pack ${key} in the database: the desk lists them under «Пакеты».`
  })
})

export const exportCommand = Command.make(
  "export",
  {
    file: fileArgument.pipe(Argument.optional),
    pack: Flag.String("pack").pipe(
      Flag.withDescription("The name of a pack in the database, instead of a file"),
      Flag.optional
    ),
    format: formatFlag,
    to: Flag.Literals("to", writtenFormats).pipe(Flag.withDescription("The format to write")),
    encoding: Flag.Literals("encoding", writtenEncodings).pipe(
      describedWithDefault("The encoding to write; others than utf-8 lack signs, which are told", "utf-8" as const)
    ),
    output: Flag.String("output").pipe(
      Flag.withDescription("The file to write, instead of standard output"),
      Flag.optional
    )
  },
  Effect.fnUntraced(function* ({ encoding, file, format, output, pack, to }) {
    if (Option.isSome(file) === Option.isSome(pack)) return yield* oneOfBoth
    const whole: Pack = Option.isSome(pack)
      ? yield* packOfDatabase(pack.value, to === "zip")
      : yield* readPackFile(
          Option.getOrElse(file, () => "-"),
          format
        )
    const printed = printPack(whole, to, encoding)
    yield* Effect.try({
      try: () =>
        writeFileSync(
          Option.getOrElse(output, () => process.stdout.fd),
          printed.bytes
        ),
      catch: () => new CannotRun({ advice: "The file cannot be written: name another with --output." })
    })
    yield* Effect.sync(() => {
      for (const line of lossLines(printed, encoding)) process.stderr.write(`${line}\n`)
    })
  })
).pipe(
  Command.withDescription(
    "Write a file of questions, or a pack of the database, in a format; what it cannot carry is told on standard error"
  ),
  Command.withExamples([
    { command: "znatoki questions export cup.docx --to 4s --output cup.4s", description: "A document as .4s" },
    { command: "znatoki questions export --pack cup-2026 --to 4s", description: "A pack of the database" },
    { command: "znatoki questions export cup.4s --to db --encoding koi8-r", description: "As the base keeps it" }
  ])
)
