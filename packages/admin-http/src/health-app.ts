/** `/health` and nothing else, for a bot: no token opens anything here. */
import type { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import type { Hono } from "hono"
import type { AdminEnv, RuntimeOf } from "./answer.ts"
import { makeBareApp } from "./bare-app.ts"
import { addResource } from "./resource.ts"
import { live, ready } from "./routes/health.ts"

export const addHealth = (app: Hono<AdminEnv>, runtime: RuntimeOf<ReadinessChecks>): void => {
  addResource(app, runtime, "/health/live", live)
  addResource(app, runtime, "/health/ready", ready)
}

export const makeHealthApp = (runtime: RuntimeOf<ReadinessChecks>, hosts: ReadonlyArray<string>): Hono<AdminEnv> => {
  const app = makeBareApp(hosts)
  addHealth(app, runtime)
  return app
}
