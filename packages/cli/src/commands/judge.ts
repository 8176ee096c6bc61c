/** `znatoki judge`: verdicts for answers, one JSON object a line in, one line out. */
import { compileAnswer, judge as judgeAnswer } from "@znatoki/engine"
import { explainJudgement } from "@znatoki/host/explain-judgement"
import { russianLexicon } from "@znatoki/lexicon-ru/russian-lexicon"
import { Effect, Result, Schema } from "effect"
import { Command, Flag } from "effect/cli"
import { createInterface } from "node:readline"
import { CannotRun } from "../cannot-run.ts"
import { describedWithDefault } from "../described-with-default.ts"

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

interface Judged {
  readonly judged: boolean
  readonly output: string
}

/** A line for a line. One that cannot be read says so in its place, so that the others keep theirs. */
const judgeLine = (line: string, json: boolean): Judged => {
  const decoded = decode(line)
  if (Result.isFailure(decoded)) {
    const problem = String(decoded.failure.message)
    return { judged: false, output: json ? JSON.stringify({ error: problem }) : `cannot be read: ${oneLine(problem)}` }
  }
  const { accepted = [], given, question, reference, rejected = [] } = decoded.success
  const compiled = compileAnswer({
    answer: reference,
    accepted,
    rejected,
    ...(question === undefined ? {} : { text: question })
  })
  const judgement = judgeAnswer(compiled, given, russianLexicon())
  const { matched, reason, verdict } = judgement
  const explanation = explainJudgement(judgement)
  return {
    judged: true,
    output: json ? JSON.stringify({ verdict, reason, matched, explanation }) : `«${given}» — ${explanation}`
  }
}

/** Nobody would know what is waited for. */
const atTerminal = 'Type {"reference":"Пушкин","given":"Пушкен"} or another, a line each; Ctrl+D ends.'

const oneLine = (text: string): string => text.replaceAll(/\s*\n\s*/gu, " ")

const judgeAll = async (
  input: NodeJS.ReadableStream,
  json: boolean,
  print: (line: string) => void
): Promise<number> => {
  let unread = 0
  for await (const read of createInterface({ input })) {
    // The mark that Windows puts before a text is a space to `trim`, and none to JSON.
    const line = read.trim()
    if (line === "") continue
    const { judged, output } = judgeLine(line, json)
    if (!judged) unread++
    print(output)
  }
  return unread
}

export const judge = Command.make(
  "judge",
  {
    json: Flag.Boolean("json").pipe(
      describedWithDefault("Print {verdict, reason, matched, explanation} as a JSON object a line", false)
    )
  },
  Effect.fnUntraced(function* ({ json }) {
    if (process.stdin.isTTY) yield* Effect.sync(() => void process.stderr.write(`${atTerminal}\n`))
    const unread = yield* Effect.promise(() =>
      judgeAll(process.stdin, json, (line) => void process.stdout.write(`${line}\n`))
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
    {
      command: `echo '{"reference":"Пушкин","given":"Пушкен"}' | znatoki judge --json`,
      description: "Judge one answer"
    }
  ])
)
