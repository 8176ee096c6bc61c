/** Which path is answered by what, and what happens to every request on its way there. */
import type { Judgement } from "@znatoki/engine"
import { Effect, type Redacted } from "effect"
import type { Hono, MiddlewareHandler } from "hono"
import { bodyLimit } from "hono/body-limit"
import { addressOf } from "./address-of.ts"
import type { AdminEnv, AdminRuntime } from "./answer.ts"
import { addRoutes } from "./api/add-routes.ts"
import { guarded } from "./api/guarded.ts"
import { makeApiRoutes } from "./api/routes.ts"
import { knowWho } from "./auth/know-who.ts"
import { Limiter, type Limits, limits as usualLimits } from "./auth/limiter.ts"
import { Challenges } from "./auth/passkeys.ts"
import { OneTimeLinks } from "./auth/one-time-links.ts"
import type { Door } from "./auth/sign-in.ts"
import { isSafe } from "./auth/same-origin.ts"
import { SlowDown } from "./auth/slow-down.ts"
import { addDesk } from "./desk/add-desk.ts"
import { deskFiles } from "./desk/files.ts"
import { importsPath } from "./desk/pages/imports.ts"
import { makeBareApp } from "./bare-app.ts"
import { pagesPath, referencePath } from "./careful-headers.ts"
import { uploadMaxBytes } from "./upload.ts"
import { Problem, problemResponse } from "./problem.ts"
import { addResource, type Methods } from "./resource.ts"
import type { TellAuthor } from "./routes/proposals.ts"
import type { Judge } from "./routes/judge.ts"
import { home } from "./routes/home.ts"
import type { Told } from "./pages/played-steps.ts"
import { referenceMethods } from "./routes/reference.ts"
import { gameSeen, gamesListed, pageScript, pageStyle } from "./routes/pages.ts"

const maxBodyBytes = 256 * 1024

/** Anybody may send a path, and as long a one as they like. */
const shown = (path: string) => (path.length > 200 ? `${path.slice(0, 200)}…` : path)

/** Refusals of the token and changes are worth a line each; never the query, the body or a header. */
const logRequests =
  (runtime: AdminRuntime): MiddlewareHandler<AdminEnv> =>
  async (context, next) => {
    await next()
    const { method } = context.req
    const { status } = context.res
    const about = { requestId: context.get("requestId"), method, status, path: shown(context.req.path) }
    if (status === 401) runtime.runFork(Effect.logWarning("token refused", { ...about, address: addressOf(context) }))
    else if (status < 300 && !["GET", "HEAD", "OPTIONS"].includes(method)) {
      runtime.runFork(Effect.logInfo("changed by an admin", about))
    }
  }

const limitTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (context) =>
      problemResponse(
        context,
        new Problem({ kind: "body-too-large", detail: `The body may be ${maxSize / 1024} KiB at most.` })
      )
  })
const limitUsual = limitTo(maxBodyBytes)
/** A form has a little more than its file. */
const limitForm = limitTo(uploadMaxBytes + maxBodyBytes)

/** Routes that take a file count it themselves. */
const limitBody: MiddlewareHandler<AdminEnv> = (context, next) => {
  // To look whether there is a body makes a whole request of Node's, which a read has no other use for.
  if (isSafe(context.req.method)) return next()
  if (context.req.method !== "POST") return limitUsual(context, next)
  if (/^\/api\/v1\/packs\/[^/]+\/imports$/.test(context.req.path)) return next()
  return (context.req.path === importsPath ? limitForm : limitUsual)(context, next)
}

export interface AdminOptions {
  readonly token: Redacted.Redacted<string>
  /** The words for the pages on which a game is seen from inside. */
  readonly told: Told
  /** Why an answer was taken or not, in words. */
  readonly explain: (judgement: Judgement) => string
  /** What the author of a proposed question is told. */
  readonly tellAuthor: TellAuthor
  readonly judge: Judge
  /** Names the server goes by, beside loopback and its own addresses. */
  readonly hosts?: ReadonlyArray<string>
  /** How a wrong token is made to wait. */
  readonly pause?: (ms: number) => Promise<void>
  /** Links that were made for this server. */
  readonly links?: OneTimeLinks
  readonly limits?: Limits
}

const doorOf = ({
  links = new OneTimeLinks(),
  limits = usualLimits
}: Pick<AdminOptions, "limits" | "links">): Door => ({
  links,
  challenges: new Challenges(),
  ofAddress: new Limiter(limits.signInAddress),
  ofName: new Limiter(limits.signInName)
})

export const makeApp = (runtime: AdminRuntime, options: AdminOptions): Hono<AdminEnv> => {
  const { hosts = [], explain, limits = usualLimits, token, told } = options
  const pause = options.pause ?? ((ms: number) => runtime.runPromise(Effect.sleep(ms)))
  const routes = makeApiRoutes({ ...options, runtime, door: doorOf(options) })
  const open = new Set(routes.filter(({ spec }) => spec.role === "anyone").map(({ spec }) => spec.path))
  const app = makeBareApp(hosts)
  app.use(logRequests(runtime))
  const knowing = { runtime, token, limits, slowDown: new SlowDown(pause) }
  app.use(
    "/api/*",
    knowWho(knowing, "Bearer", (path) => open.has(path)),
    limitBody
  )
  for (const path of [pagesPath, referencePath]) app.use(`${path}/*`, knowWho(knowing, "Basic"))
  const add = (path: string, methods: Methods) => addResource(app, runtime, path, methods)
  for (const [name, methods] of deskFiles) add(`/desk/files/${name}`, methods)
  // Whoever is not known may look at the sign-in, and is sent there.
  for (const path of ["/desk/*", "/sign-in/*", "/sign-out"])
    app.use(
      path,
      knowWho(knowing, "Bearer", () => true),
      limitBody
    )
  add("/", home)
  addRoutes(app, runtime, routes, guarded)
  for (const [path, methods] of referenceMethods) add(path, methods)
  add(pagesPath, gamesListed)
  add(`${pagesPath}/pages.css`, pageStyle)
  add(`${pagesPath}/live.js`, pageScript)
  add(`${pagesPath}/:id`, gameSeen(told))
  addDesk(app, runtime, { told, explain })
  return app
}
