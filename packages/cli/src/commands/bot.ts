/** `znatoki bot`: the bot of a VK community. */
import { Effect } from "effect"
import { Command } from "effect/cli"
import { bot as runBot } from "../compose/bot.ts"
import { holdDataFolder } from "../compose/data-folder.ts"
import { withDatabase } from "../compose/database.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { CannotRun } from "../cannot-run.ts"

export const bot = Command.make(
  "bot",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const { preset, vkApiUrl: apiUrl, vkGroupId: groupId, vkToken: token } = environment
    if (token === null) {
      return yield* new CannotRun({
        advice:
          "VK_TOKEN is not set: create a community token (community → Manage → API usage) and set VK_TOKEN to it, " +
          "or run `znatoki demo` to play without VK."
      })
    }
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
    return yield* runBot({ token, groupId, apiUrl, preset }, beside).pipe(
      withDatabase(environment),
      Effect.provide(logging(environment.logLevel ?? "info"))
    )
  }, Effect.scoped)
).pipe(Command.withDescription("The bot of a VK community (VK_TOKEN), with its database"))
