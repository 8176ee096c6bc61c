/** Whatever refuses a request of a browser before a page is begun, because the database is gone or somebody is too quick, says so on a page too. */
import { Effect } from "effect"
import type { MiddlewareHandler } from "hono"
import type { AdminEnv } from "../answer.ts"
import { problemIn } from "./call-api.ts"
import { frame } from "./frame.ts"
import { seenBy } from "./page-handler.ts"
import { problemShown } from "./problem-shown.ts"
import { sentIn } from "./sent-again.ts"

const isProblem = ({ headers }: Response): boolean =>
  headers.get("Content-Type")?.startsWith("application/problem+json") === true

/** A program that asks for a page's address is told what it would be told elsewhere. */
const readsPages = (accepts: string | undefined): boolean => accepts?.includes("text/html") === true

export const problemsAsPages: MiddlewareHandler<AdminEnv> = async (context, next) => {
  await next()
  const { req, res } = context
  if (!isProblem(res) || !readsPages(req.header("Accept"))) return
  const problem = problemIn({ status: res.status, headers: res.headers, json: await res.json() })
  const asked = seenBy(context)
  const shown = problemShown(asked, problem, await Effect.runPromise(sentIn(context)))
  const headers = new Headers(res.headers)
  headers.set("Content-Type", "text/html; charset=UTF-8")
  headers.set("Vary", "Accept, Accept-Language, Cookie")
  const page = String(await frame(asked, shown))
  context.res = undefined
  context.res = new Response(page, { status: res.status, headers })
}
