/** `znatoki questions export`: a file of questions written in another format, with what that format cannot carry. */
import { type WrittenEncoding, writtenEncodings } from "@znatoki/questions/encode-text"
import { printPack, type PrintedPack, writtenFormats } from "@znatoki/questions/print-pack"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { writeFileSync } from "node:fs"
import { CannotRun } from "../cannot-run.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { fileArgument, formatFlag, readPackFile } from "./pack-file.ts"

/** Questions by their place, fields by their name. */
const lossLines = ({ losses, unwritten }: PrintedPack, encoding: WrittenEncoding): ReadonlyArray<string> => [
  ...losses.map(
    ({ field, question }) =>
      `not carried: ${question === null ? "of the pack" : `of question ${question}`} the ${field}`
  ),
  ...(unwritten.length === 0 ? [] : [`not in ${encoding}: ${unwritten.join(" ")}`])
]

export const exportCommand = Command.make(
  "export",
  {
    file: fileArgument,
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
  Effect.fnUntraced(function* ({ encoding, file, format, output, to }) {
    const printed = printPack(yield* readPackFile(file, format), to, encoding)
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
    "Write a file of questions in another format; what that format cannot carry is told on standard error"
  ),
  Command.withExamples([
    { command: "znatoki questions export cup.docx --to 4s --output cup.4s", description: "A document as .4s" },
    { command: "znatoki questions export cup.4s --to db --encoding koi8-r", description: "As the base keeps it" }
  ])
)
