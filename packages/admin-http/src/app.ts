/** Which path is answered by what, and what happens to every request on its way there. */
import type { Judgement } from "@znatoki/engine"
import { Effect, type Redacted } from "effect"
import type { Hono, MiddlewareHandler } from "hono"
import { addressOf } from "./address-of.ts"
import type { AdminEnv, AdminRuntime } from "./answer.ts"
import { addRoutes } from "./api/add-routes.ts"
import { guarded } from "./api/guarded.ts"
import { makeApiRoutes } from "./api/routes.ts"
import { knowWho, pacesOf } from "./auth/know-who.ts"
import { KnownLately } from "./auth/known-lately.ts"
import { readyFirst } from "./api/ready-first.ts"
import { Limiter, type Limits, limits as usualLimits } from "./auth/limiter.ts"
import { Challenges } from "./auth/passkeys.ts"
import { OneTimeLinks } from "./auth/one-time-links.ts"
import type { Door } from "./auth/sign-in.ts"
import { SlowDown } from "./auth/slow-down.ts"
import { addDesk } from "./desk/add-desk.ts"
import { deskFiles } from "./desk/files.ts"
import { problemsAsPages } from "./desk/problems-as-pages.ts"
import { limitBody } from "./limit-body.ts"
import { makeBareApp } from "./bare-app.ts"
import { pagesPath, referencePath } from "./careful-headers.ts"
import type { FetchPicture } from "./packs/own-picture.ts"
import { addResource, type Methods } from "./resource.ts"
import { traceRequests } from "./metrics/trace-requests.ts"
import type { TellAuthor } from "./routes/proposals.ts"
import type { CardOf } from "./routes/cards.ts"
import type { Judge } from "./routes/judge.ts"
import { home } from "./routes/home.ts"
import type { Told } from "./pages/played-steps.ts"
import { referenceMethods } from "./routes/reference.ts"
import { gameSeen, gamesListed, pageScript, pageStyle } from "./routes/pages.ts"

/** Anybody may send a path, and as long a one as they like. */
const shown = (path: string) => (path.length > 200 ? `${path.slice(0, 200)}…` : path)

/** Refusals of the token, changes and what was slow are worth a line each; never the query, the body or a header. */
const logRequests =
  (runtime: AdminRuntime, slowMs: number): MiddlewareHandler<AdminEnv> =>
  async (context, next) => {
    const beganMs = performance.now()
    await next()
    const ms = Math.round(performance.now() - beganMs)
    const { method } = context.req
    const { status } = context.res
    const about = { requestId: context.get("requestId"), method, status, path: shown(context.req.path) }
    if (status === 401) runtime.runFork(Effect.logWarning("token refused", { ...about, address: addressOf(context) }))
    else if (status < 300 && !["GET", "HEAD", "OPTIONS"].includes(method)) {
      runtime.runFork(Effect.logInfo("changed by an admin", about))
    }
    if (ms >= slowMs) {
      const { databaseMs = 0, statements = 0 } = context.get("asked") ?? {}
      const spent = { ms, statements, databaseMs: Math.round(databaseMs) }
      runtime.runFork(Effect.logWarning("a request was slow", { ...about, ...spent }))
    }
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
  /** What the picture of a game shows that is over. */
  readonly card: CardOf
  /** Absent: pictures of the web stay there. */
  readonly fetchPicture?: FetchPicture
  /** Names the server goes by, beside loopback and its own addresses. */
  readonly hosts?: ReadonlyArray<string>
  /** How a wrong token is made to wait. */
  readonly pause?: (ms: number) => Promise<void>
  /** Links that were made for this server. */
  readonly links?: OneTimeLinks
  readonly limits?: Limits
  /** A request that takes longer is told in the log; two seconds unless told otherwise. */
  readonly slowMs?: number
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
  const { card, hosts = [], explain, limits = usualLimits, slowMs = 2_000, token, told } = options
  const pause = options.pause ?? ((ms: number) => runtime.runPromise(Effect.sleep(ms)))
  const routes = makeApiRoutes({ ...options, runtime, door: doorOf(options) })
  const open = new Set(routes.filter(({ spec }) => spec.role === "anyone").map(({ spec }) => spec.path))
  const lately = new KnownLately()
  const paces = pacesOf(limits)
  const app = makeBareApp(runtime, hosts, readyFirst({ runtime, hosts, paces, lately }))
  app.use(traceRequests(runtime), logRequests(runtime, slowMs), lately.forgetting)
  const knowing = { runtime, token, slowDown: new SlowDown(pause) }
  app.use(
    "/api/*",
    knowWho({ ...knowing, paces, lately }, "Bearer", (path) => open.has(path)),
    limitBody
  )
  for (const path of [pagesPath, referencePath])
    app.use(`${path}/*`, knowWho({ ...knowing, paces: pacesOf(limits) }, "Basic"))
  const add = (path: string, methods: Methods) => addResource(app, runtime, path, methods)
  for (const [name, methods] of deskFiles) add(`/desk/files/${name}`, methods)
  // Whoever is not known may look at the sign-in, and is sent there.
  for (const path of ["/desk/*", "/sign-in/*", "/sign-out"])
    app.use(
      path,
      problemsAsPages,
      knowWho({ ...knowing, paces: pacesOf(limits) }, "Bearer", () => true),
      limitBody
    )
  add("/", home)
  addRoutes(app, runtime, routes, guarded)
  for (const [path, methods] of referenceMethods) add(path, methods)
  add(pagesPath, gamesListed)
  add(`${pagesPath}/pages.css`, pageStyle)
  add(`${pagesPath}/live.js`, pageScript)
  add(`${pagesPath}/:id`, gameSeen(told))
  addDesk(app, runtime, { told, explain, card })
  return app
}
