/** `/health` and `/metrics` and nothing else, for whoever looks after the program: no token opens anything here. */
import type { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import type { Hono } from "hono"
import type { AdminEnv, RuntimeOf } from "./answer.ts"
import { addRoutes } from "./api/add-routes.ts"
import { makeBareApp } from "./bare-app.ts"
import type { Exposition } from "./metrics/exposition.ts"
import type { Recent } from "./metrics/recent.ts"
import { healthRoutes } from "./routes/health.ts"
import { measuredRoutes } from "./routes/measured.ts"

export const makeHealthApp = (
  runtime: RuntimeOf<ReadinessChecks | Exposition | Recent>,
  hosts: ReadonlyArray<string>
): Hono<AdminEnv> => {
  const app = makeBareApp(runtime, hosts)
  addRoutes(app, runtime, healthRoutes)
  addRoutes(app, runtime, measuredRoutes)
  return app
}
