/** How a route can refuse: what follows from what it takes and who may use it, and what is its own. */
import { type ProblemKind, statusOf } from "../problem.ts"
import type { Spec } from "./route.ts"

const kindsOf = ({ body, params, query, refuses = [], role }: Spec): ReadonlyArray<ProblemKind> => [
  "foreign-site",
  "unknown-host",
  "internal-error",
  ...(Object.keys(params).length > 0 ? (["invalid-id"] as const) : []),
  ...(query === null ? [] : (["invalid-query"] as const)),
  ...(body === null ? [] : (["malformed-body", "invalid-body", "body-too-large", "unsupported-media-type"] as const)),
  ...(role === "anyone" ? [] : (["unauthorized", "forbidden", "too-many-attempts"] as const)),
  ...refuses
]

/** By status, each kind once. */
export const refusalsOf = (spec: Spec): ReadonlyMap<number, ReadonlyArray<ProblemKind>> =>
  Map.groupBy(new Set(kindsOf(spec)), statusOf)
