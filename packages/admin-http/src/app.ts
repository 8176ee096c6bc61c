/** Which path is answered by what, and what happens to every request on its way there. */
import { Effect, type Redacted } from "effect"
import { Hono, type MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { requestId } from "hono/request-id"
import { secureHeaders } from "hono/secure-headers"
import { type AdminEnv, type AdminRuntime, internalError } from "./answer.ts"
import { requireToken } from "./auth.ts"
import { noSuchPath, Problem, problemResponse } from "./problem.ts"
import { addResource } from "./resource.ts"
import { openApiDocument } from "./openapi.ts"
import { deadLetters } from "./routes/dead-letters.ts"
import { game, gameEvents, games } from "./routes/games.ts"
import { live, ready } from "./routes/health.ts"
import { home } from "./routes/home.ts"
import { parked, parkedOne, parkedRelease } from "./routes/parked.ts"
import { question, questions } from "./routes/questions.ts"

const maxBodyBytes = 256 * 1024

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"]
  },
  strictTransportSecurity: "max-age=31536000; includeSubDomains",
  xFrameOptions: "DENY"
})

/** Answers change with the next click of another editor. */
const noStore: MiddlewareHandler = (context, next) => {
  context.header("Cache-Control", "no-store")
  return next()
}

/** Refusals of the token and changes are worth a line each; never the query, the body or a header. */
const logRequests =
  (runtime: AdminRuntime): MiddlewareHandler<AdminEnv> =>
  async (context, next) => {
    await next()
    const { method, path } = context.req
    const { status } = context.res
    const about = { requestId: context.get("requestId"), method, status }
    if (status === 401) runtime.runFork(Effect.logWarning("token refused", about))
    else if (status < 300 && !["GET", "HEAD", "OPTIONS"].includes(method)) {
      runtime.runFork(Effect.logInfo("changed by an admin", { ...about, path }))
    }
  }

const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: (context) =>
    problemResponse(
      context,
      new Problem({
        kind: "body-too-large",
        detail: `The body may be ${maxBodyBytes / 1024} KiB at most.`,
        // The rest of the body is still on its way: a next request on this connection would be cut off with it.
        headers: { Connection: "close" }
      })
    )
})

export interface AdminOptions {
  readonly token: Redacted.Redacted<string>
}

export const makeApp = (runtime: AdminRuntime, { token }: AdminOptions): Hono<AdminEnv> => {
  const app = new Hono<AdminEnv>()
  app.use(requestId(), headers, noStore, logRequests(runtime))
  app.use("/api/*", requireToken(token), limitBody)
  const add = (path: string, methods: Parameters<typeof addResource>[3]) => addResource(app, runtime, path, methods)
  add("/", home)
  add("/health/live", live)
  add("/health/ready", ready)
  add("/api/v1/openapi.json", openApiDocument)
  add("/api/v1/questions", questions)
  add("/api/v1/questions/:id", question)
  add("/api/v1/games", games)
  add("/api/v1/games/:id", game)
  add("/api/v1/games/:id/events", gameEvents)
  add("/api/v1/parked", parked)
  add("/api/v1/parked/:conversation", parkedOne)
  add("/api/v1/parked/:conversation/release", parkedRelease)
  add("/api/v1/dead-letters", deadLetters)
  app.notFound((context) => problemResponse(context, noSuchPath()))
  app.onError((error, context) => {
    const requestId = context.get("requestId")
    Effect.runFork(Effect.logError("request failed", error).pipe(Effect.annotateLogs({ requestId })))
    return problemResponse(context, internalError(requestId))
  })
  return app
}
