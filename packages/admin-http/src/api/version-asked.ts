/** Which version a change is made to: whoever has seen an older one must not undo what others did since. */
import { Effect } from "effect"
import type { AdminContext } from "../answer.ts"
import { refusedHeader } from "../parse-request.ts"
import { Problem } from "../problem.ts"

const header = "If-Match"

const needed = () =>
  refusedHeader("version-needed", header, "Send the ETag of what you have looked at, or * for whatever it is now.")
const unreadable = () => refusedHeader("invalid-header", header, "Expected one ETag of ours, or *.")

export const etagOf = (version: number): string => `"${version}"`

/** A change that came too late; `version`: what it is by now. */
export const moved = (version: number) =>
  new Problem({
    kind: "moved",
    detail: `It was changed meanwhile; its version is ${version}.`,
    headers: { ETag: etagOf(version) }
  })

/** Null: whatever it is now. */
export const versionAsked = (context: AdminContext): Effect.Effect<number | null, Problem> => {
  const given = context.req.header(header)
  if (given === undefined) return Effect.fail(needed())
  if (given.trim() === "*") return Effect.succeed(null)
  const version = /^"(\d{1,9})"$/.exec(given.trim())?.[1]
  return version === undefined ? Effect.fail(unreadable()) : Effect.succeed(Number(version))
}
