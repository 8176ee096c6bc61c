/** `/api/v1/audit`: what admins did, and whether the log still hangs together. */
import { AuditLog } from "@znatoki/ports/audit-log"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { AuditCursor, pageJson, pageOf } from "../cursor.ts"
import { oneLine } from "../edge-text.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { AuditJson, auditJson } from "../schemas/admin-json.ts"

const Query = Schema.Struct({
  limit: Schema.optionalKey(Limit),
  cursor: Schema.optionalKey(AuditCursor),
  who: Schema.optionalKey(Schema.String.check(Schema.isMaxLength(200), oneLine))
})
const writeCursor = Schema.encodeSync(AuditCursor)

const list = route({
  method: "GET",
  path: "/api/v1/audit",
  operationId: "listAudit",
  summary: "What admins did, the newest first; `znatoki audit verify` checks the chain of hashes",
  tag: "admins",
  role: "owner",
  query: Query,
  answers: { 200: says("A page", named("AuditPage", pageJson(AuditJson))) },
  handle: Effect.fnUntraced(function* ({ query: { cursor, limit = defaultLimit, who = null } }) {
    const found = yield* (yield* AuditLog).list({ who }, cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(found, limit, auditJson, (last) => writeCursor(["audit", last.place]))
    )
  })
})

export const auditRoutes = [list]
