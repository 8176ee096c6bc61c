/** What stands around every route of the API: who may, that it is written down, and that a repeated request is done once. */
import { Effect } from "effect"
import type { AdminContext, Handler } from "../answer.ts"
import { audited } from "../auth/audit.ts"
import { refusalFor } from "../auth/guard.ts"
import { isSafe } from "../auth/same-origin.ts"
import type { Problem } from "../problem.ts"
import { doneOnce } from "./done-once.ts"
import { isKeyed, type Prepared, type Route } from "./route.ts"

const nobody = "nobody"

/** Who tries what is not theirs is written down too. */
const refused = Effect.fnUntraced(function* (context: AdminContext, { spec }: Route, problem: Problem) {
  const who = context.get("who")
  if (who !== undefined && problem.kind === "forbidden") {
    yield* audited(context, { who: who.name, did: spec.operationId, outcome: problem.kind })
  }
  return yield* problem
})

/** What changes something is written down first, and once more if it came to nothing. */
const writtenDown = (context: AdminContext, { spec }: Route, { act, fields, to }: Prepared) => {
  const who = context.get("who")
  // Who signs in is not known before.
  if (isSafe(spec.method) || spec.role === "anyone") return act
  const deed = { who: who?.name ?? nobody, did: spec.operationId, to, fields }
  return Effect.andThen(
    audited(context, deed),
    Effect.tapErrorTag(act, "Problem", ({ kind }) => audited(context, { ...deed, outcome: kind }))
  )
}

export const guarded =
  (route: Route): Handler =>
  (context) =>
    Effect.gen(function* () {
      const refusal = refusalFor(context, route.spec.role)
      if (refusal !== null) return yield* refused(context, route, refusal)
      const prepared = yield* route.prepare(context, context.get("who") ?? null)
      const done = writtenDown(context, route, prepared)
      return yield* isKeyed(route.spec) ? doneOnce(context, route.spec, prepared, done) : done
    })
