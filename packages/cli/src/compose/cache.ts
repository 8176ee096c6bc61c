/** What keeps answers ready: the memory of this process, and Redis behind it where there is one; its code is loaded only then. */
import { layer as inProcess } from "@znatoki/cache/in-process"
import { Effect, Layer } from "effect"
import type { Environment } from "../config/environment.ts"

export const cacheOf = ({ redisUrl }: Pick<Environment, "redisUrl">): Layer.Layer<never> =>
  redisUrl === null
    ? inProcess
    : Layer.unwrap(Effect.promise(async () => (await import("@znatoki/cache/redis")).layer({ url: redisUrl })))
