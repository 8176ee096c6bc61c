/** The health of a bot on HEALTH_PORT, for as long as the scope lives. */
import { makeHealthApp } from "@znatoki/admin-http/health-app"
import type { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect } from "effect"
import type { Environment } from "../config/environment.ts"
import { listenOrAdvise } from "./listen-or-advise.ts"
import { runtimeOf } from "./runtime-of.ts"

export const openHealth = Effect.fnUntraced(function* ({ allowedHosts, host }: Environment, port: number) {
  const app = makeHealthApp(yield* runtimeOf<ReadinessChecks>(), [host, ...allowedHosts])
  const { url } = yield* listenOrAdvise(app, { host, port, variable: "HEALTH_PORT", what: "The health of the bot" })
  yield* Effect.logInfo(`health: ${url}/health/ready`)
})
