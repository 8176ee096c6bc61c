/** The file that is named on the command line, and the format it is said to be in. */
import { formats, type Format } from "@znatoki/questions/formats"
import { type ReadPack, readPack } from "@znatoki/questions/read-pack"
import { Effect } from "effect"
import { Argument, Flag } from "effect/cli"
import { createReadStream, fstatSync, openSync, readFileSync } from "node:fs"
import { CannotRun } from "../cannot-run.ts"
import { describedWithDefault } from "../described-with-default.ts"

export const fileArgument = Argument.String("file").pipe(
  Argument.withDescription("A file of questions; - is standard input")
)

/** Whatever the file looks to be. */
export const anyFormat = "any"
type WantedFormat = Format | typeof anyFormat

export const formatFlag = Flag.Literals("format", [anyFormat, ...formats]).pipe(
  describedWithDefault("What the file is, where its name and its first words do not tell", anyFormat)
)

const unreadable = (file: string) =>
  new CannotRun({ advice: `The file ${file} cannot be read: name a file of questions, or - for standard input.` })

/** Its bytes piece by piece; `size` 0: nobody knows. */
export const openPackFile = (file: string) =>
  Effect.try({
    try: () => {
      const fd = file === "-" ? 0 : openSync(file, "r")
      const facts = fstatSync(fd)
      if (facts.isDirectory()) throw new Error("a folder")
      const pieces: AsyncIterable<Uint8Array> = createReadStream("", { fd, highWaterMark: 1024 * 1024 })
      return { pieces, size: facts.isFile() ? facts.size : 0 }
    },
    catch: () => unreadable(file)
  })

export const readPackFile = Effect.fnUntraced(function* (file: string, format: WantedFormat) {
  const bytes = yield* Effect.try({
    try: () => readFileSync(file === "-" ? 0 : file),
    catch: () => unreadable(file)
  })
  const pack: ReadPack = readPack({ name: file, bytes }, format === anyFormat ? null : format)
  return pack
})
