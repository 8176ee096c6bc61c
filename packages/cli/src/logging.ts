/** The log goes to standard error, line by line, so that standard output stays for the person: JSON, unless a person watches it. */
import { SlowStatementMs } from "@znatoki/ports/telling"
import { Layer, Logger, Redacted, References } from "effect"
import type { Environment, LogLevelName } from "./config/environment.ts"
import { careful, jsonLine, type LineOf, readableLine } from "./log-lines.ts"

const levels = { error: "Error", warn: "Warn", info: "Info", debug: "Debug" } as const

const secretsIn = ({ adminToken, otlpHeaders, vkCallbackSecret, vkToken }: Environment): ReadonlyArray<string> =>
  [adminToken, otlpHeaders, vkCallbackSecret, vkToken].flatMap((secret) =>
    secret === null ? [] : [Redacted.value(secret)]
  )

/** At this level, to standard error. */
export const logAt = (level: LogLevelName, lineOf: LineOf = jsonLine) =>
  Layer.mergeAll(
    Logger.layer([Logger.withConsoleError(Logger.map(Logger.formatStructured, lineOf))]),
    Layer.succeed(References.MinimumLogLevel, levels[level])
  )

/** `byDefault`: as much as the command finds right. */
export const logging = (environment: Environment, byDefault: LogLevelName) => {
  const { logFormat, logLevel, slowStatementMs } = environment
  const format = logFormat ?? (process.stderr.isTTY ? "text" : "json")
  const lineOf = careful(format === "json" ? jsonLine : readableLine, secretsIn(environment))
  return Layer.merge(logAt(logLevel ?? byDefault, lineOf), Layer.succeed(SlowStatementMs, slowStatementMs))
}
