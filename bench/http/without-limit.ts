/** Loaded before the bot: takes away its own obedience to VK's limit of calls a second, and nothing else. */
import { registerHooks } from "node:module"

const unlimited = `
  import { Effect } from "effect"
  export const makeRateLimit = () => ({ turn: Effect.succeed(Effect.void), isSpare: Effect.succeed(true), pause: () => Effect.void })`

registerHooks({
  load: (url, context, nextLoad) =>
    url.endsWith("/adapter-vk/src/api/rate-limit.ts")
      ? { format: "module", source: unlimited, shortCircuit: true }
      : nextLoad(url, context)
})
