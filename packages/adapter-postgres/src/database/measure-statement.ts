/** How long a statement took, for the metrics and for the request it was asked for; one that took too long is told with its text. */
import { steadyMs } from "@znatoki/ports/steady-ms"
import { AskedFor, SlowStatementMs } from "@znatoki/ports/telling"
import { type Trace, Tracing } from "@znatoki/ports/tracing"
import { Effect, Exit, Metric } from "effect"
import { statementTime } from "./measured.ts"

const textMax = 1_000

/** What postgres.js tells of an answer: the text has `$1` where a value was. */
interface Answered {
  readonly count?: unknown
  readonly statement?: { readonly string?: unknown }
}

const isAnswered = (answer: unknown): answer is Answered => typeof answer === "object" && answer !== null

const shownText = (text: unknown): string | undefined => {
  if (typeof text !== "string") return undefined
  const line = text.replaceAll(/\s+/g, " ").trim()
  return line.length > textMax ? `${line.slice(0, textMax)}…` : line
}

const aboutAnswer = (exit: Exit.Exit<unknown, unknown>) => {
  if (Exit.isFailure(exit)) return { failed: true }
  const answer = isAnswered(exit.value) ? exit.value : {}
  return { rows: answer.count, statement: shownText(answer.statement?.string) }
}

/** In the way of the request that it was asked for. */
const recordStatement = (trace: Trace, operation: string, agoMs: number, { _tag }: Exit.Exit<unknown, unknown>) =>
  Effect.map(Tracing, (recorder) => {
    const about = { "db.system.name": "postgresql", "db.operation.name": operation }
    const span = recorder?.follow(trace, { name: "statement", kind: "client", agoMs, about })
    span?.end({ "znatoki.result": _tag.toLowerCase() })
  })

export const measureStatement = Effect.fnUntraced(function* <A, E, R>(
  operation: string,
  asking: Effect.Effect<A, E, R>
): Effect.fn.Return<A, E, R> {
  const beganMs = yield* steadyMs
  return yield* Effect.onExit(asking, (exit) => measured(operation, exit, beganMs))
})

const measured = Effect.fnUntraced(function* (operation: string, exit: Exit.Exit<unknown, unknown>, beganMs: number) {
  const tookMs = (yield* steadyMs) - beganMs
  yield* Metric.update(statementTime(operation), tookMs / 1_000)
  const asked = yield* AskedFor
  if (asked !== null) {
    asked.statements++
    asked.databaseMs += tookMs
    if (asked.trace !== undefined) yield* recordStatement(asked.trace, operation, tookMs, exit)
  }
  if (tookMs < (yield* SlowStatementMs)) return
  yield* Effect.logWarning("a statement was slow", { operation, ms: Math.round(tookMs), ...aboutAnswer(exit) })
})
