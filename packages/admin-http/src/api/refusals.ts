/** How a route can refuse: what follows from what it takes and who may use it, and what is its own. */
import { type ProblemKind, statusOf } from "../problem.ts"
import type { Spec } from "./route.ts"

/** What asks no store cannot break. */
const ofStores = ["internal-error", "unavailable"] as const
const ofBody = ["malformed-body", "invalid-body", "body-too-large", "unsupported-media-type"] as const
const ofGuard = ["unauthorized", "forbidden", "too-many-attempts", "too-many-requests", ...ofStores] as const

const kindsOf = ({ body, keyed = false, params, query, refuses = [], role }: Spec): ReadonlyArray<ProblemKind> => [
  "foreign-site",
  "unknown-host",
  ...(Object.keys(params).length > 0 ? (["invalid-id"] as const) : []),
  ...(query === null ? [] : (["invalid-query"] as const)),
  ...(body === null ? [] : ofBody),
  ...(role === "anyone" ? [] : ofGuard),
  ...(keyed ? (["invalid-header", "under-way", "key-reused"] as const) : []),
  ...(refuses.includes("unavailable") ? ofStores : []),
  ...refuses
]

/** By status, each kind once. */
export const refusalsOf = (spec: Spec): ReadonlyMap<number, ReadonlyArray<ProblemKind>> =>
  Map.groupBy(new Set(kindsOf(spec)), statusOf)
