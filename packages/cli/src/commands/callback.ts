/** `znatoki callback`: one role of the bot, where each has processes of its own. */
import { Effect } from "effect"
import { Command } from "effect/cli"
import { CannotRun } from "../cannot-run.ts"
import { asService } from "../compose/as-service.ts"
import { callbackPlace, readKnown } from "../config/communities.ts"
import { readEnvironment } from "../config/environment.ts"

export const callback = Command.make(
  "callback",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const communities = yield* readKnown(environment)
    const place = yield* callbackPlace(environment, communities)
    if (place === null) {
      return yield* new CannotRun({
        advice: "No community is brought events: set VK_INTAKE to callback or both, or run no `znatoki callback`."
      })
    }
    const { broker } = yield* Effect.promise(() => import("../compose/apart/between.ts"))
    const { callbackRole } = yield* Effect.promise(() => import("../compose/apart/callback-role.ts"))
    return yield* asService(environment, "callback", broker(environment))(callbackRole(environment, communities, place))
  })
).pipe(Command.withDescription("Answers VK's Callback API, by RabbitMQ (AMQP_URL); any number of them may run"))
