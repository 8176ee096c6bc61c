/** What the log is wanted to tell: every step of every event or not, and from when on something is slow. */
import { Context, Effect, LogLevel, References } from "effect"
import type { Trace } from "./tracing.ts"

/** Whether a line for each event at each hop is wanted. */
export const tellsEveryStep: Effect.Effect<boolean> = Effect.map(
  References.MinimumLogLevel,
  LogLevel.isLessThanOrEqualTo("Debug")
)

/** A statement that takes longer is told. */
export const SlowStatementMs = Context.Reference<number>("@znatoki/ports/SlowStatementMs", { defaultValue: () => 500 })

/** What was asked of the database on the way to an answer; several statements at once count each. */
export interface Asked {
  statements: number
  databaseMs: number
  /** Where the way of the request is recorded; absent: nowhere. */
  readonly trace?: Trace
  /** What it came to nothing with: the store did not answer. */
  unavailable?: { readonly operation: string; readonly cause: unknown }
}

/** Of the request that is being answered; null: it is none. */
export const AskedFor = Context.Reference<Asked | null>("@znatoki/ports/AskedFor", { defaultValue: () => null })
