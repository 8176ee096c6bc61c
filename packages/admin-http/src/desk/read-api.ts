/** What the API says of something, for pages that show what it shows: read by the schema it writes by. */
import { Effect, Schema } from "effect"
import type { Asked } from "./page.ts"
import type { Problem } from "../problem.ts"

/** What is kept is shown, also where it is longer than a form would take. */
const asKept = { disableChecks: true } as const

export const readApi = <A>(
  { callApi, context }: Pick<Asked, "callApi" | "context">,
  path: string,
  schema: Schema.Decoder<A>
): Effect.Effect<A, Problem> =>
  callApi(context, { method: "GET", path }).pipe(
    Effect.flatMap(({ json }) => Effect.orDie(Schema.decodeUnknownEffect(schema)(json, asKept)))
  )
