/** `znatoki admin`: the admin API. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { createAdmin } from "../admins/create.ts"
import { asService } from "../compose/as-service.ts"
import { withCards } from "../compose/cards.ts"
import { readEnvironment } from "../config/environment.ts"
import { say } from "../say.ts"

export const admin = Command.make(
  "admin",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    // Here and in other commands: what only they need is loaded when they run, for the bot has to start soon.
    const { adminToken, openAdmin, saySignIn, sayToken } = yield* Effect.promise(() => import("../compose/admin.ts"))
    const token = adminToken(environment)
    const serve = Effect.gen(function* () {
      const { signIn, url } = yield* openAdmin(environment, token.token)
      yield* say(
        `Admin API:     ${url}/api/v1`,
        `Its token:     ${sayToken(token)}`,
        `Sign in:       ${saySignIn(signIn, token, process.stdout.isTTY === true)}`,
        `Games inside:  ${url}/games   (any name, the token as the password)`
      )
      return yield* Effect.never
    })
    return yield* asService(environment, "admin", Layer.empty)(serve.pipe(withCards(environment)))
  })
).pipe(
  Command.withDescription("The admin API (ADMIN_PORT, ADMIN_TOKEN) on the database"),
  Command.withSubcommands([createAdmin])
)
