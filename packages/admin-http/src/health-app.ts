/** `/health` and nothing else, for a bot: no token opens anything here. */
import type { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import type { Hono } from "hono"
import type { AdminEnv, RuntimeOf } from "./answer.ts"
import { addRoutes } from "./api/add-routes.ts"
import { makeBareApp } from "./bare-app.ts"
import { healthRoutes } from "./routes/health.ts"

export const makeHealthApp = (runtime: RuntimeOf<ReadinessChecks>, hosts: ReadonlyArray<string>): Hono<AdminEnv> => {
  const app = makeBareApp(hosts)
  addRoutes(app, runtime, healthRoutes)
  return app
}
