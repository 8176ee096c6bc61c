/** What an embedder may keep of their own in a state: JSON, not nested deeper than any program follows. */
import { Schema } from "effect"

const deepest = 64

const isShallow = (value: Schema.Json, depth = 0): boolean => {
  if (typeof value !== "object" || value === null) return true
  return depth < deepest && Object.values(value).every((part) => isShallow(part, depth + 1))
}

/** Any JSON nested 64 deep at most. The engine keeps it as it is and never looks into it. */
export const JsonValue = Schema.Json.check(
  Schema.makeFilter((value) => isShallow(value), { expected: "JSON nested 64 deep at most" })
)
