/** `znatoki bot`, also called `all`: the bot of a VK community, every role in one process. */
import { Effect, Layer } from "effect"
import { Command } from "effect/cli"
import { asService } from "../compose/as-service.ts"
import { bots } from "../compose/bots.ts"
import { withCards } from "../compose/cards.ts"
import { holdDataFolder } from "../compose/data-folder.ts"
import { callbackPlace, readCommunities } from "../config/communities.ts"
import { readEnvironment } from "../config/environment.ts"

const play = Effect.gen(function* () {
  const environment = yield* readEnvironment(process.env)
  const communities = yield* readCommunities(environment)
  const place = yield* callbackPlace(environment, communities)
  // On a database of one's own a second bot may take over from the first: see ADR 3.
  if (environment.databaseUrl === null) yield* holdDataFolder(environment.dataDir)
  return yield* asService(
    environment,
    "bot",
    Layer.empty
  )(bots(environment, communities, place).pipe(withCards(environment)))
}).pipe(Effect.scoped)

export const bot = Command.make("bot", {}, () => play).pipe(
  Command.withDescription("The bot of a VK community (VK_TOKEN), or of several (VK_COMMUNITIES), with its database")
)

export const all = Command.make("all", {}, () => play).pipe(
  Command.withDescription("The same as bot: connector, callback and worker in one process, without a broker")
)
