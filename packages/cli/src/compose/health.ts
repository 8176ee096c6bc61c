/** The health of a process and what it measures on HEALTH_PORT, for as long as the scope lives. */
import { makeHealthApp } from "@znatoki/admin-http/health-app"
import { makeStoreGauges } from "@znatoki/adapter-postgres/database/store-gauges"
import { Exposition } from "@znatoki/admin-http/metrics/exposition"
import { Recent } from "@znatoki/admin-http/metrics/recent"
import type { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect, Layer } from "effect"
import type { Environment } from "../config/environment.ts"
import { listenOrAdvise } from "./listen-or-advise.ts"
import { runtimeOf } from "./runtime-of.ts"

export const openHealth = Effect.fnUntraced(function* ({ allowedHosts, host }: Environment, port: number) {
  const gauges = yield* makeStoreGauges
  // A store that does not answer is told of by the checks; what was known before is no less true.
  const measured = yield* Layer.build(Layer.merge(Exposition.layerOf(Effect.ignore(gauges.refresh)), Recent.layer))
  const runtime = yield* runtimeOf<ReadinessChecks | Exposition | Recent>().pipe(Effect.provide(measured))
  const app = makeHealthApp(runtime, [host, ...allowedHosts])
  const { url } = yield* listenOrAdvise(app, { host, port, variable: "HEALTH_PORT", what: "The health of the process" })
  yield* Effect.logInfo(`health: ${url}/health/ready`)
})
