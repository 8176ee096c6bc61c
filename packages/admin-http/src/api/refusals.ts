/** How a route can refuse: what follows from what it takes and who may use it, and what is its own. */
import { type ProblemKind, statusOf } from "../problem.ts"
import { isKeyed, refusesQuery, type Spec } from "./route.ts"

/** What asks no store cannot break. */
const ofStores = ["internal-error", "unavailable"] as const
const ofBody = ["malformed-body", "invalid-body", "body-too-large", "unsupported-media-type"] as const
const ofUpload = ["malformed-body", "body-too-large", "unsupported-media-type"] as const
const ofGuard = ["unauthorized", "forbidden", "too-many-attempts", "too-many-requests", ...ofStores] as const

const ofKey = ["invalid-header", "under-way", "key-reused"] as const
const ofVersion = ["invalid-header", "moved", "version-needed"] as const

const kindsOf = (spec: Spec): ReadonlyArray<ProblemKind> => [
  ...ofWhatItTakes(spec),
  ...(spec.role === "anyone" ? [] : ofGuard),
  ...(isKeyed(spec) ? ofKey : []),
  ...(isKeyed(spec) && spec.secret === true ? (["done-already"] as const) : []),
  ...(spec.refuses?.includes("unavailable") === true ? ofStores : []),
  ...(spec.refuses ?? [])
]

const ofWhatItTakes = (spec: Spec): ReadonlyArray<ProblemKind> => [
  "foreign-site",
  "unknown-host",
  ...(Object.keys(spec.params).length > 0 ? (["invalid-id"] as const) : []),
  ...(refusesQuery(spec) ? (["invalid-query"] as const) : []),
  ...(spec.body === null ? [] : ofBody),
  ...(spec.upload !== undefined ? ofUpload : []),
  ...(spec.versioned === true ? ofVersion : [])
]

/** By status, each kind once. */
export const refusalsOf = (spec: Spec): ReadonlyMap<number, ReadonlyArray<ProblemKind>> =>
  Map.groupBy(new Set(kindsOf(spec)), statusOf)
