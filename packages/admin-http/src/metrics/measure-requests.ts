/** How many requests come, how they are answered and how long that takes: by the route, for a path may be anything. */
import { by, counterOf, secondsOf } from "@znatoki/ports/metrics"
import { Context } from "effect"
import type { Context as HonoContext, MiddlewareHandler } from "hono"
import { matchedRoutes } from "hono/route"

const requests = by((route) =>
  by((method) =>
    by((status) => counterOf("znatoki_http_requests_total", "Requests that were answered", { route, method, status }))
  )
)
const requestTime = by((route) => secondsOf("znatoki_http_request_seconds", "From a request to its answer", { route }))

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
const everything = new Set(["*", "/*"])

/** One that was answered. */
export const measured = (route: string, method: string, status: number, tookMs: number): void => {
  requests(route)(method)(String(status)).updateUnsafe(1, Context.empty())
  requestTime(route).updateUnsafe(tookMs / 1_000, Context.empty())
}

/** Which path a request was answered at, as its route has it. */
export const routeOf = (context: HonoContext): string =>
  matchedRoutes(context)
    .map(({ path }) => path)
    .findLast((path) => !everything.has(path) && !path.endsWith("/*")) ?? "none"

export const measureRequests: MiddlewareHandler = async (context, next) => {
  const beganMs = performance.now()
  await next()
  const method = methods.has(context.req.method) ? context.req.method : "other"
  measured(routeOf(context), method, context.res.status, performance.now() - beganMs)
}
