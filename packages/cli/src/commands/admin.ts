/** `znatoki admin`: the admin API. */
import { Effect, Redacted } from "effect"
import { Command } from "effect/cli"
import { withDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"

export const admin = Command.make(
  "admin",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    // Here and in other commands: what only they need is loaded when they run, for the bot has to start soon.
    const { adminToken, openAdmin } = yield* Effect.promise(() => import("../compose/admin.ts"))
    const { made, token } = adminToken(environment)
    const serve = Effect.gen(function* () {
      const { url } = yield* openAdmin(environment, token)
      yield* say(`Admin API:     ${url}/api/v1`)
      if (made)
        yield* say(
          `Its token:     ${Redacted.value(token)}   (made anew with every start; set ADMIN_TOKEN to keep one)`
        )
      return yield* Effect.never
    })
    return yield* serve.pipe(
      Effect.scoped,
      withDatabase(environment),
      Effect.provide(logging(environment.logLevel ?? "info"))
    )
  })
).pipe(Command.withDescription("The admin API (ADMIN_PORT, ADMIN_TOKEN) on the database"))
