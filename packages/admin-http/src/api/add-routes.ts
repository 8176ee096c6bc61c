/** Puts routes on an app. Any other method of their paths is 405, OPTIONS tells which ones there are. */
import { Effect } from "effect"
import type { Hono } from "hono"
import type { AdminEnv, Handler, RuntimeOf } from "../answer.ts"
import { addResource, type Methods } from "../resource.ts"
import type { Route } from "./route.ts"

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ":$1")

/** Open to anybody. */
const alone =
  <Services>({ prepare }: Route<Services>): Handler<Services> =>
  (context) =>
    Effect.flatMap(prepare(context, null), ({ act }) => act)

/** `handlerOf`: what stands around each. */
export const addRoutes = <Services>(
  app: Hono<AdminEnv>,
  runtime: RuntimeOf<Services>,
  routes: ReadonlyArray<Route<Services>>,
  handlerOf: (route: Route<Services>) => Handler<Services> = alone
): void => {
  // `/questions/import` is no `/questions/{id}`.
  const inOrder = routes.toSorted(
    (one, other) => Number(one.spec.path.includes("{")) - Number(other.spec.path.includes("{"))
  )
  for (const [path, those] of Map.groupBy(inOrder, ({ spec }) => spec.path)) {
    const methods = Object.fromEntries(those.map((each) => [each.spec.method, handlerOf(each)])) as Methods<Services>
    addResource(app, runtime, honoPath(path), methods)
  }
}
