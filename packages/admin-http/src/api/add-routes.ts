/** Puts routes on an app: each with who may use it. Any other method of their paths is 405, OPTIONS tells which ones there are. */
import { Effect } from "effect"
import type { Hono } from "hono"
import type { AdminEnv, RuntimeOf } from "../answer.ts"
import { mayDo, type Needed, type Who } from "../auth/role.ts"
import { Problem } from "../problem.ts"
import { addResource, type Methods } from "../resource.ts"
import type { Route } from "./route.ts"

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ":$1")

const notAllowed = (needed: Needed, role: string) =>
  new Problem({ kind: "forbidden", detail: `This is for the role ${needed} and those above; yours is ${role}.` })

const nobody = new Problem({ kind: "unauthorized", detail: "Sign in first, or send a token." })

const refusalFor = (needed: Needed, who: Who | null): Problem | null => {
  if (needed === "anyone") return null
  if (who === null) return nobody
  return mayDo(who.role, needed) ? null : notAllowed(needed, who.role)
}

export const addRoutes = <Services>(
  app: Hono<AdminEnv>,
  runtime: RuntimeOf<Services>,
  routes: ReadonlyArray<Route<Services>>
): void => {
  for (const [path, those] of Map.groupBy(routes, ({ spec }) => spec.path)) {
    const methods = Object.fromEntries(
      those.map(({ handle, spec }) => [
        spec.method,
        (context) => {
          const who = context.get("who") ?? null
          const refusal = refusalFor(spec.role, who)
          return refusal === null ? handle(context, who) : Effect.fail(refusal)
        }
      ])
    ) as Methods<Services>
    addResource(app, runtime, honoPath(path), methods)
  }
}
