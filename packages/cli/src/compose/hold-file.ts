/** A file that one program at a time may hold, for as long as the scope lives. */
import { makeFolder } from "@znatoki/embedded-postgres-server/make-folder"
import { Effect, type Scope } from "effect"
import { closeSync, openSync } from "node:fs"
import { dirname } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { CannotRun } from "../cannot-run.ts"

export interface HoldAdvice {
  /** Another program holds it. */
  readonly taken: string
  /** It cannot be written, with the code of the system. */
  readonly unusable: (code: string) => string
}

/**
 * Node itself offers no lock of the system. SQLite takes one, on every system, and the system frees it when the process
 * ends, however it ends; nothing is ever stored in the file. It stays: to delete it would let two hold it.
 */
export const holdFile = (file: string, advice: HoldAdvice): Effect.Effect<void, CannotRun, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.andThen(
      Effect.try({ try: () => makeFile(file), catch: (cause) => refused(advice.unusable(codeOf(cause))) }),
      Effect.try({
        try: () => lock(file),
        catch: (cause) => refused(isBusy(cause) ? advice.taken : advice.unusable(codeOf(cause)))
      })
    ),
    (held) => Effect.sync(() => held.close())
  )

const refused = (advice: string) => new CannotRun({ advice })

/** SQLite would say no more than that it could not open it. */
const makeFile = (file: string): void => {
  makeFolder(dirname(file))
  closeSync(openSync(file, "a", 0o600))
}

const lock = (file: string): DatabaseSync => {
  const held = new DatabaseSync(file, { timeout: 0 })
  try {
    held.exec("pragma locking_mode = exclusive; begin exclusive")
    return held
  } catch (cause) {
    held.close()
    throw cause
  }
}

const sqliteBusy = 5

const isBusy = (cause: unknown): boolean => cause instanceof Error && "errcode" in cause && cause.errcode === sqliteBusy

const codeOf = (cause: unknown): string => {
  if (!(cause instanceof Error)) return String(cause)
  return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message
}
