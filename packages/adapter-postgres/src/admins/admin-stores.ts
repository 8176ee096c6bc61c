/** The stores of what admins are and do, all of them. */
import { Layer } from "effect"
import { layer as accounts } from "./admin-accounts.ts"
import { layer as passkeys } from "./admin-passkeys.ts"
import { layer as sessions } from "./admin-sessions.ts"
import { layer as tokens } from "./admin-tokens.ts"
import { layer as auditLog } from "./audit-log.ts"
import { layer as idempotencyKeys } from "./idempotency-keys.ts"

export const adminStores = Layer.mergeAll(accounts, passkeys, sessions, tokens, auditLog, idempotencyKeys)
