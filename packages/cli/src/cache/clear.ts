/** `znatoki cache clear`: everything is loaded anew by whoever asks next. */
import { cacheTags } from "@znatoki/ports/cache"
import { Effect } from "effect"
import { Command } from "effect/cli"
import { say } from "../say.ts"
import { withRedis } from "./with-redis.ts"

export const clear = Command.make("clear", {}, () =>
  withRedis(({ cache }) =>
    Effect.andThen(
      cache.invalidate(cacheTags),
      say("What was kept counts no more: every process loads anew what it is asked for.")
    )
  )
).pipe(Command.withDescription("Take everything that is kept as changed, in Redis and in every process"))
