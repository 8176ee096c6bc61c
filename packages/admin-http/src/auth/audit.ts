/** What is written down of what admins do, before it is done: what could not be written down is not done. */
import { AuditLog } from "@znatoki/ports/audit-log"
import { Clock, Effect } from "effect"
import { addressOf } from "../address-of.ts"
import type { AdminContext } from "../answer.ts"

export interface Deed {
  readonly who: string
  readonly did: string
  readonly to?: string | null
  readonly fields?: ReadonlyArray<string>
  /** Absent: ordered, and what follows is not known yet. */
  readonly outcome?: string
}

export const audited = Effect.fnUntraced(function* (
  context: AdminContext,
  { did, fields = [], outcome = "ordered", to = null, who }: Deed
) {
  const atMs = yield* Clock.currentTimeMillis
  const log = yield* AuditLog
  yield* log.append({
    atMs,
    who,
    did,
    to,
    fields,
    outcome,
    address: addressOf(context),
    requestId: context.get("requestId")
  })
})
