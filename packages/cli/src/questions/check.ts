/** `znatoki questions check`: what a file of questions is understood as. It touches no database. */
import { blitzPartsOf } from "@znatoki/questions/blitz-parts"
import type { ReadPack } from "@znatoki/questions/read-pack"
import type { ReadQuestion } from "@znatoki/questions/reading"
import { Effect } from "effect"
import { Command, Flag } from "effect/cli"
import { CannotRun } from "../cannot-run.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { say } from "../say.ts"
import { fileArgument, formatFlag, readPackFile } from "./pack-file.ts"
import { showPack } from "./show-pack.ts"

/** Of a blitz the text is what stands before its parts, and the answer is in parts too. */
const asked = (question: ReadQuestion) => {
  const { answer, text } = question
  const blitz = blitzPartsOf(question)
  if (blitz === null) return { text, answer }
  return { text: blitz.before, parts: blitz.parts, answer, answers: blitz.answers }
}

const asJson = ({ questions, warnings }: ReadPack): string =>
  JSON.stringify({
    questions: questions.map((question) => {
      const { accepted, author, comment, handout, handoutImage, rejected, sources } = question
      return { ...asked(question), accepted, rejected, comment, sources, author, handout: handout ?? handoutImage }
    }),
    warnings: warnings.map(({ line, message }) => ({ line, message }))
  })

export const check = Command.make(
  "check",
  {
    file: fileArgument,
    format: formatFlag,
    json: Flag.Boolean("json").pipe(describedWithDefault("Print {questions, warnings} as JSON", false))
  },
  Effect.fnUntraced(function* ({ file, format, json }) {
    const pack = yield* readPackFile(file, format)
    yield* say(json ? asJson(pack) : showPack(pack).join("\n"))
    if (pack.questions.length === 0) {
      return yield* new CannotRun({
        advice: `No question could be read from ${file} as ${pack.format}: see the warnings, or name its format with --format.`
      })
    }
  })
).pipe(
  Command.withDescription("Show what a file of questions is understood as; fails if there is no question in it"),
  Command.withExamples([
    { command: "znatoki questions check cup.4s", description: "A pack in words, with what is to be looked at" },
    { command: "znatoki questions check cup.txt --json", description: "The same for a program" }
  ])
)
