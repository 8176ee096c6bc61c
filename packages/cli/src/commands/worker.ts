/** `znatoki worker`: one role of the bot, where each has processes of its own. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { asService } from "../compose/as-service.ts"
import { readPlayed } from "../config/communities.ts"
import { readEnvironment } from "../config/environment.ts"

export const worker = Command.make(
  "worker",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const communities = yield* readPlayed(environment)
    const { broker, shared } = yield* Effect.promise(() => import("../compose/apart/between.ts"))
    const { workers } = yield* Effect.promise(() => import("../compose/apart/workers.ts"))
    const around = Layer.provideMerge(yield* shared(environment), broker(environment))
    return yield* asService(environment, "worker", around)(workers(environment, communities))
  })
).pipe(
  Command.withDescription(
    "Decides on its share of the games, by RabbitMQ (AMQP_URL); any number of them share the work"
  )
)
