/** `znatoki migrate`: brings the database up to this version, and nothing else. */
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import { granted, openDatabase } from "../compose/database.ts"
import { describedWithDefault } from "../described-with-default.ts"
import { readEnvironment } from "../config/environment.ts"
import { logging } from "../logging.ts"
import { say } from "../say.ts"

export const migrate = Command.make(
  "migrate",
  {
    bot: Flag.String("bot").pipe(
      Flag.withDescription("Give this role of the database the rights of the bot"),
      Flag.optional
    ),
    admin: Flag.String("admin").pipe(
      Flag.withDescription("Give this role of the database the rights of the admin API"),
      Flag.optional
    ),
    now: Flag.Boolean("now").pipe(
      describedWithDefault(
        "Apply also what waits a day for the version before to be gone: no process of it may run any more",
        false
      )
    )
  },
  Effect.fnUntraced(function* (flags) {
    const environment = yield* readEnvironment(process.env)
    const roles = { bot: Option.getOrNull(flags.bot), admin: Option.getOrNull(flags.admin) }
    const { applied } = yield* openDatabase(environment, { now: flags.now }).pipe(
      Effect.tap(({ context }) => Effect.provide(granted(roles), context)),
      Effect.scoped,
      Effect.provide(logging(environment, "info"))
    )
    yield* say(...(applied.length === 0 ? ["The database is up to date."] : applied.map((name) => `applied ${name}`)))
  })
).pipe(Command.withDescription("Bring the database up to this version"))
