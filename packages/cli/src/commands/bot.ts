/** `znatoki bot`: the bot of a VK community. */
import { Effect } from "effect"
import { Command } from "effect/cli"
import { bots } from "../compose/bots.ts"
import { holdDataFolder } from "../compose/data-folder.ts"
import { withDatabase } from "../compose/database.ts"
import { callbackPlace, readCommunities } from "../config/communities.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"

export const bot = Command.make(
  "bot",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const communities = yield* readCommunities(environment)
    const place = yield* callbackPlace(environment, communities)
    // On a database of one's own a second bot may take over from the first: see ADR 3.
    if (environment.databaseUrl === null) yield* holdDataFolder(environment.dataDir)
    const health = environment.healthPort
    const beside =
      health === null
        ? Effect.void
        : Effect.flatMap(
            Effect.promise(() => import("../compose/health.ts")),
            ({ openHealth }) => openHealth(environment, health)
          )
    return yield* Effect.andThen(beside, bots(communities, place)).pipe(
      Effect.scoped,
      withDatabase(environment),
      Effect.provide(logging(environment.logLevel ?? "info"))
    )
  }, Effect.scoped)
).pipe(
  Command.withDescription("The bot of a VK community (VK_TOKEN), or of several (VK_COMMUNITIES), with its database")
)
