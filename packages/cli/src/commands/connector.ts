/** `znatoki connector`: one role of the bot, where each has processes of its own. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { asService } from "../compose/as-service.ts"
import { withCards } from "../compose/cards.ts"
import { readKnown } from "../config/communities.ts"
import { readEnvironment } from "../config/environment.ts"

export const connector = Command.make(
  "connector",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const communities = yield* readKnown(environment)
    const { broker, shared } = yield* Effect.promise(() => import("../compose/apart/between.ts"))
    const { connectors } = yield* Effect.promise(() => import("../compose/apart/connectors.ts"))
    const around = Layer.provideMerge(yield* shared(environment), broker(environment))
    return yield* asService(
      environment,
      "connector",
      around
    )(connectors(environment, communities).pipe(withCards(environment)))
  })
).pipe(
  Command.withDescription(
    "Hears and says for its communities, by RabbitMQ (AMQP_URL); of several one works, the others stand by"
  )
)
