/** The way of a request, where somebody wants it: from when it comes until it is answered. What it asks of the database stands below. */
import { Tracing } from "@znatoki/ports/tracing"
import { Context } from "effect"
import type { MiddlewareHandler } from "hono"
import type { AdminEnv, AdminRuntime } from "../answer.ts"
import { routeOf } from "./measure-requests.ts"

/** Never the path or the query: they say whom somebody looked for. */
export const traceRequests =
  (runtime: AdminRuntime): MiddlewareHandler<AdminEnv> =>
  async (context, next) => {
    const services = runtime.cachedContext
    const recorder = services === undefined ? null : Context.get(services, Tracing)
    if (recorder === null) return next()
    const { method } = context.req
    const span = recorder.begin({ name: "request", kind: "server", about: { "http.request.method": method } })
    if (span === null) return next()
    context.set("asked", { statements: 0, databaseMs: 0, trace: span.trace })
    await next()
    span.end({
      "http.route": routeOf(context),
      "http.response.status_code": context.res.status,
      "znatoki.request": context.get("requestId")
    })
  }
