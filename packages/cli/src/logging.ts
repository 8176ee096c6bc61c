/** The log goes to standard error as lines of JSON, so that standard output stays for the person. */
import { Layer, Logger, References } from "effect"
import type { LogLevelName } from "./config/environment.ts"

const levels = { error: "Error", warn: "Warn", info: "Info", debug: "Debug" } as const

export const logging = (level: LogLevelName) =>
  Layer.mergeAll(
    Logger.layer([Logger.withConsoleError(Logger.formatJson)]),
    Layer.succeed(References.MinimumLogLevel, levels[level])
  )
