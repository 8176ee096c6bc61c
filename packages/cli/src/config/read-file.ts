/** The text of a file that the environment names, without the mark that Windows puts before it; or what to do where it cannot be read. */
import { Effect } from "effect"
import { readFileSync } from "node:fs"
import { CannotRun } from "../cannot-run.ts"

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "unknown error"

export const readFile = (name: string, file: string): Effect.Effect<string, CannotRun> =>
  Effect.try({
    try: () => new TextDecoder().decode(readFileSync(file)),
    catch: (cause) =>
      new CannotRun({
        advice: `${name} is the file ${file}, which cannot be read (${codeOf(cause)}): see that it is there, and whose it is.`
      })
  })
