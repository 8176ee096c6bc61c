/** `znatoki doctor`: looks at everything a bot needs, changes nothing, and says what to do. */
import { layer as vkApi } from "@znatoki/adapter-vk/api/vk-api"
import { VkConfig } from "@znatoki/adapter-vk/api/vk-config"
import { examineCommunity } from "@znatoki/adapter-vk/examine/examine-community"
import { resolveDatabase } from "@znatoki/adapter-postgres/database/connect"
import { layer as database } from "@znatoki/adapter-postgres/database/database"
import { examineDatabase } from "@znatoki/adapter-postgres/database/examine-database"
import { bad, type Examined } from "@znatoki/ports/examined"
import { Effect, Layer } from "effect"
import { Command, Flag } from "effect/cli"
import type { CommunitySettings } from "../compose/bot.ts"
import { callbackPlace, readCommunities } from "../config/communities.ts"
import { type Environment, readEnvironment } from "../config/environment.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"

interface Part {
  /** What was looked at: the database, or a community. */
  readonly of: string
  readonly examined: ReadonlyArray<Examined>
}

const signs = { ok: "✓", warn: "!", bad: "✗" } as const

const linesOf = ({ examined, of }: Part): ReadonlyArray<string> => [
  of,
  ...examined.flatMap(({ advice, found, state, what }) => [
    `  ${signs[state]} ${what.padEnd(14)} ${found}`,
    ...(advice === null ? [] : [`    ${"".padEnd(14)} → ${advice}`])
  ])
]

const ofCommunity = Effect.fnUntraced(function* ({ apiUrl, callback, groupId, token }: CommunitySettings) {
  const ways = { longPoll: callback === null || callback.longPoll, callback: callback !== null }
  const config = VkConfig.layerOf({ token, groupId, apiUrl })
  const examined = yield* examineCommunity(ways).pipe(Effect.provide(vkApi.pipe(Layer.provideMerge(config))))
  return { of: groupId === null ? "The community of VK_TOKEN" : `Community ${groupId}`, examined }
})

const ofDatabase = Effect.fnUntraced(
  function* ({ databaseUrl, dataDir }: Environment) {
    const { url } = yield* resolveDatabase({ databaseUrl, dataDir })
    return yield* Effect.provide(examineDatabase, database({ url, max: 1 }))
  },
  Effect.catchTag("DatabaseUnusable", ({ advice }) => Effect.succeed([bad("database", "cannot be used", advice)]))
)

export const doctor = Command.make(
  "doctor",
  { json: Flag.Boolean("json").pipe(describedWithDefault("For programs: an array of what was looked at", false)) },
  Effect.fnUntraced(function* ({ json }) {
    const environment = yield* readEnvironment(process.env)
    const communities = yield* readCommunities(environment)
    yield* callbackPlace(environment, communities)
    const parts: ReadonlyArray<Part> = yield* Effect.gen(function* () {
      const examined = yield* ofDatabase(environment)
      return [{ of: "Database", examined }, ...(yield* Effect.forEach(communities, ofCommunity))]
    }).pipe(Effect.scoped, Effect.provide(logging(environment, "error")))
    if (json) yield* say(JSON.stringify(parts, null, 2))
    else yield* say(...parts.flatMap(linesOf))
    if (parts.some(({ examined }) => examined.some(({ state }) => state === "bad"))) process.exitCode = 1
  })
).pipe(
  Command.withDescription(
    "Looks at the token, its rights, VK's settings, the conversations, the clock and the database"
  )
)
