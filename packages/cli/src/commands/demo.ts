/** `znatoki demo`: an emulated VK, the bot and the admin API in one process, on the embedded database. */
import { Effect, Redacted } from "effect"
import { Command } from "effect/cli"
import { join } from "node:path"
import { bots } from "../compose/bots.ts"
import { withCards } from "../compose/cards.ts"
import { holdDataFolder } from "../compose/data-folder.ts"
import { withDatabase } from "../compose/database.ts"
import { sandboxOptions } from "../compose/sandbox-options.ts"
import { knownOf } from "../compose/known-of.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"
import { untilStopped } from "../until-stopped.ts"

export const demo = Command.make(
  "demo",
  {},
  Effect.fnUntraced(function* () {
    const environment = yield* readEnvironment(process.env)
    const { adminToken, openAdmin, sayToken } = yield* Effect.promise(() => import("../compose/admin.ts"))
    const { openSandbox } = yield* Effect.promise(() => import("../compose/sandbox.ts"))
    const token = adminToken(environment)
    yield* holdDataFolder(environment.dataDir)
    const run = Effect.gen(function* () {
      const sandbox = yield* openSandbox({
        ...sandboxOptions(environment),
        botState: yield* knownOf,
        stateFile: join(environment.dataDir, "sandbox.json"),
        // Not before the bot listens: it greets those who invite it.
        seedConversations: "once-listened"
      })
      const { signIn, url } = yield* openAdmin(environment, token.token)
      yield* say(
        "",
        `Откройте чат:  ${sandbox.url}/`,
        `Admin API:     ${url}/api/v1`,
        `Its token:     ${sayToken(token)}`,
        `Sign in:       ${signIn}   (once, within an hour)`,
        `Games inside:  ${url}/games   (any name, the token as the password)`,
        "",
        "В чате напишите «Начать игру быстрая». Остановить — Ctrl+C; запустите снова, и всё продолжится: игра и переписка.",
        ""
      )
      const { apiUrl, groupId, token: vkToken } = sandbox
      return yield* bots(environment, [
        { token: Redacted.make(vkToken), groupId, apiUrl, preset: environment.preset, callback: null }
      ])
    })
    return yield* run.pipe(
      withCards(environment),
      Effect.scoped,
      withDatabase(environment),
      Effect.provide(logging(environment, "warn")),
      untilStopped
    )
  }, Effect.scoped)
).pipe(Command.withDescription("Everything in one process: an emulated VK with a web chat, the bot, the admin API"))
