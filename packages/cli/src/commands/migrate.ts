/** `znatoki migrate`: brings the database up to this version, and nothing else. */
import { Effect } from "effect"
import { Command } from "effect/cli"
import { openDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"

export const migrate = Command.make(
  "migrate",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const { applied } = yield* openDatabase(environment).pipe(
      Effect.scoped,
      Effect.provide(logging(environment.logLevel ?? "info"))
    )
    yield* say(...(applied.length === 0 ? ["The database is up to date."] : applied.map((name) => `applied ${name}`)))
  })
).pipe(Command.withDescription("Bring the database up to this version"))
