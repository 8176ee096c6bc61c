/** The health of a process where HEALTH_PORT says so; what tells it is loaded only then. */
import { Effect } from "effect"
import type { Environment } from "../config/environment.ts"

export const healthBeside = Effect.fnUntraced(function* (environment: Environment) {
  const port = environment.healthPort
  if (port === null) return
  const { openHealth } = yield* Effect.promise(() => import("./health.ts"))
  yield* openHealth(environment, port)
})
