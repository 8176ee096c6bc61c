/** What is done on the Redis of REDIS_URL, with words for where there is none. */
import type { makeShared } from "@znatoki/cache/redis"
import { Effect, type Redacted, type Scope } from "effect"
import { CannotRun } from "../cannot-run.ts"
import { readEnvironment } from "../config/environment.ts"

export type Opened = Effect.Success<ReturnType<typeof makeShared>> & { readonly url: Redacted.Redacted }

const none = () =>
  new CannotRun({
    advice:
      "REDIS_URL is not set: each process keeps what it needs in its own memory, and /health/cache tells of that. Set REDIS_URL to the Redis they share."
  })
const lost = () => new CannotRun({ advice: "The Redis of REDIS_URL does not answer: see that it runs and lets us in." })

export const withRedis = <A, E>(work: (opened: Opened) => Effect.Effect<A, E, Scope.Scope>) =>
  Effect.gen(function* () {
    const { redisUrl: url } = yield* readEnvironment(process.env)
    if (url === null) return yield* none()
    const { makeShared } = yield* Effect.promise(() => import("@znatoki/cache/redis"))
    const opened = yield* makeShared({ url })
    const { shared } = yield* opened.cache.stats
    if (shared !== "connected") return yield* lost()
    return yield* work({ ...opened, url })
  }).pipe(Effect.scoped)
