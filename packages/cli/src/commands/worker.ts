/** `znatoki worker`: one role of the bot, where each has processes of its own. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { withDatabase } from "../compose/database.ts"
import { healthBeside } from "../compose/health-beside.ts"
import { readPlayed } from "../config/communities.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"

export const worker = Command.make(
  "worker",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const communities = yield* readPlayed(environment)
    const { broker, shared } = yield* Effect.promise(() => import("../compose/apart/between.ts"))
    const { workers } = yield* Effect.promise(() => import("../compose/apart/workers.ts"))
    const around = Layer.merge(broker(environment), yield* shared(environment))
    return yield* Effect.andThen(healthBeside(environment), workers(environment, communities)).pipe(
      Effect.scoped,
      Effect.provide(around),
      withDatabase(environment),
      Effect.provide(logging(environment.logLevel ?? "info"))
    )
  })
).pipe(
  Command.withDescription(
    "Decides on its share of the games, by RabbitMQ (AMQP_URL); any number of them share the work"
  )
)
