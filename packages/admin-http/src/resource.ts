/** One path and what may be done with it. Any other method is 405, OPTIONS tells which ones there are. */
import type { Hono } from "hono"
import type { Method } from "./api/route.ts"
import { type AdminEnv, type AdminServices, answer, type Handler, type RuntimeOf } from "./answer.ts"
import { Problem, problemResponse } from "./problem.ts"

export type Methods<Services = AdminServices> = Partial<Record<Method, Handler<Services>>>

export const addResource = <Services>(
  app: Hono<AdminEnv>,
  runtime: RuntimeOf<Services>,
  path: string,
  methods: Methods<Services>
): void => {
  for (const [method, handle] of Object.entries(methods)) app.on(method, path, answer(runtime, handle))
  const allowed = Object.keys(methods).flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method]))
  const allow = [...allowed, "OPTIONS"].join(", ")
  app.all(path, (context) =>
    context.req.method === "OPTIONS"
      ? context.body(null, 204, { Allow: allow })
      : problemResponse(
          context,
          new Problem({ kind: "method-not-allowed", detail: `Here one may ${allow}.`, headers: { Allow: allow } })
        )
  )
}
