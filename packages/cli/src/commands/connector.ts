/** `znatoki connector`: one role of the bot, where each has processes of its own. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { withDatabase } from "../compose/database.ts"
import { healthBeside } from "../compose/health-beside.ts"
import { readKnown } from "../config/communities.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"

export const connector = Command.make(
  "connector",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const communities = yield* readKnown(environment)
    const { broker, shared } = yield* Effect.promise(() => import("../compose/apart/between.ts"))
    const { connectors } = yield* Effect.promise(() => import("../compose/apart/connectors.ts"))
    const around = Layer.merge(broker(environment), yield* shared(environment))
    return yield* Effect.andThen(healthBeside(environment), connectors(environment, communities)).pipe(
      Effect.scoped,
      Effect.provide(around),
      withDatabase(environment),
      Effect.provide(logging(environment.logLevel ?? "info"))
    )
  })
).pipe(
  Command.withDescription(
    "Hears and says for its communities, by RabbitMQ (AMQP_URL); of several one works, the others stand by"
  )
)
