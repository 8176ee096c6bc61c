/** `znatoki judge`: verdicts for answers, one JSON object a line in, one out. */
import { compileAnswer, judge as judgeAnswer } from "@znatoki/engine"
import { explainJudgement } from "@znatoki/host/explain-judgement"
import { Effect, Result, Schema } from "effect"
import { Command } from "effect/cli"
import { createInterface } from "node:readline"
import { CannotRun } from "../cannot-run.ts"

const Line = Schema.fromJsonString(
  Schema.Struct({
    reference: Schema.NonEmptyString,
    accepted: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
    rejected: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
    question: Schema.optionalKey(Schema.String),
    given: Schema.String
  })
)
const decode = Schema.decodeUnknownResult(Line)

/** A JSON line for a JSON line. A line that cannot be read says so in its place, so that the others keep theirs. */
export const judgeLine = (line: string): { readonly judged: boolean; readonly output: string } => {
  const decoded = decode(line)
  if (Result.isFailure(decoded)) {
    return { judged: false, output: JSON.stringify({ error: String(decoded.failure.message) }) }
  }
  const { accepted = [], given, question, reference, rejected = [] } = decoded.success
  const compiled = compileAnswer({
    answer: reference,
    accepted,
    rejected,
    ...(question === undefined ? {} : { text: question })
  })
  const judgement = judgeAnswer(compiled, given)
  const { reason, verdict } = judgement
  return { judged: true, output: JSON.stringify({ verdict, reason, explanation: explainJudgement(judgement) }) }
}

const judgeAll = async (input: NodeJS.ReadableStream, print: (line: string) => void): Promise<number> => {
  let unread = 0
  for await (const line of createInterface({ input })) {
    if (line.trim() === "") continue
    const { judged, output } = judgeLine(line)
    if (!judged) unread++
    print(output)
  }
  return unread
}

export const judge = Command.make(
  "judge",
  {},
  Effect.fnUntraced(function* () {
    const unread = yield* Effect.promise(() =>
      judgeAll(process.stdin, (line) => void process.stdout.write(`${line}\n`))
    )
    if (unread > 0) {
      return yield* new CannotRun({
        advice: `${unread} of the lines could not be read: each has to be {"reference":"…","given":"…"}, with accepted, rejected and question if there are any.`
      })
    }
  })
).pipe(
  Command.withDescription("Judge answers: lines {reference, accepted, rejected, question, given} from standard input"),
  Command.withExamples([
    { command: `echo '{"reference":"Пушкин","given":"Пушкен"}' | znatoki judge`, description: "Judge one answer" }
  ])
)
