/** What every server of ours does with a request, whatever its paths are. */
import { Effect } from "effect"
import { Hono, type MiddlewareHandler } from "hono"
import { requestId } from "hono/request-id"
import { type AdminEnv, internalError, type RuntimeOf } from "./answer.ts"
import { carefulHeaders } from "./careful-headers.ts"
import { knownHost } from "./known-host.ts"
import { measureRequests } from "./metrics/measure-requests.ts"
import { noSuchPath, problemResponse } from "./problem.ts"

/** `hosts`: names the server goes by, beside loopback and its own addresses; `first`: what may answer before all of this. */
export const makeBareApp = <Services>(
  runtime: RuntimeOf<Services>,
  hosts: ReadonlyArray<string>,
  first: MiddlewareHandler<AdminEnv> = (_, next) => next()
): Hono<AdminEnv> => {
  const app = new Hono<AdminEnv>()
  app.use(first)
  app.use(measureRequests, requestId(), carefulHeaders, knownHost(hosts))
  app.notFound((context) => problemResponse(context, noSuchPath()))
  app.onError((error, context) => {
    const requestId = context.get("requestId")
    runtime.runFork(Effect.logError("request failed", error).pipe(Effect.annotateLogs({ requestId })))
    return problemResponse(context, internalError(requestId))
  })
  return app
}
