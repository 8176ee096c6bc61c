/** `/api/v1/variants`: answers that people ruled right, until an editor says whether they are right for everybody. */
import { ProposalState, VariantProposals } from "@znatoki/ports/variant-proposals"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { pageJson, pageOf, VariantCursor } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import { VariantDecision, VariantIdText, VariantJson, variantJson } from "../schemas/variant-json.ts"

const Query = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(VariantCursor),
  state: Schema.optionalKey(ProposalState)
})
const writeCursor = Schema.encodeSync(VariantCursor)

const list = route({
  method: "GET",
  path: "/api/v1/variants",
  operationId: "listVariants",
  summary: "Answers that people ruled right, the oldest first",
  tag: "proposals",
  role: "viewer",
  query: Query,
  answers: { 200: says("A page", named("VariantPage", pageJson(VariantJson))) },
  handle: Effect.fnUntraced(function* ({ query: { cursor, limit = defaultLimit, state } }) {
    const found = yield* (yield* VariantProposals).list(state ?? null, cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(found, limit, variantJson, (last) => writeCursor(["variants", last.id]))
    )
  })
})

const decide = route({
  method: "POST",
  path: "/api/v1/variants/{id}/decision",
  operationId: "decideVariant",
  changes: ["questions"],
  summary: "Take the answer for right from now on, or leave it; once",
  tag: "proposals",
  role: "editor",
  params: { id: VariantIdText },
  body: named("VariantDecision", VariantDecision),
  answers: { 200: says("Decided", named("Variant", VariantJson)) },
  refuses: ["not-found"],
  example: { params: { id: "1" }, body: { accepted: true } },
  handle: Effect.fnUntraced(function* ({ body: { accepted }, params: { id }, who }) {
    const settled = yield* (yield* VariantProposals).settle(Number(id), accepted, who?.name ?? null)
    if (settled !== null) return reply(200, variantJson(settled))
    return yield* new Problem({ kind: "not-found", detail: "There is no answer of this id that waits for a word." })
  })
})

export const variantRoutes = [list, decide]
