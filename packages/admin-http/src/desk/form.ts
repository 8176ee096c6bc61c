/** The fields of a form that was sent, as texts. */
import { Effect } from "effect"
import type { AdminContext } from "../answer.ts"
import { Problem } from "../problem.ts"

export type Fields = Readonly<Record<string, string>>

const unreadable = () => new Problem({ kind: "malformed-body", detail: "The form cannot be read." })

/** The last of several of one name; files are left out. */
export const fieldsOf = (context: AdminContext): Effect.Effect<Fields, Problem> =>
  Effect.tryPromise({ try: () => context.req.parseBody(), catch: unreadable }).pipe(
    Effect.map((body) =>
      Object.fromEntries(
        Object.entries(body).flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []))
      )
    )
  )

export const field = (fields: Fields, name: string): string => (fields[name] ?? "").trim()

/** Lines that say something. */
export const linesOf = (text: string): ReadonlyArray<string> =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
