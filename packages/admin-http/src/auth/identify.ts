/** Who a request comes from: by a token in its header, or by the session of its cookie. */
import { AdminSessions } from "@znatoki/ports/admin-sessions"
import { AdminTokens } from "@znatoki/ports/admin-tokens"
import { Clock, Effect } from "effect"
import { idOfToken, isSame, sha256 } from "./secret.ts"
import type { Who } from "./role.ts"
import { lives, seenNow } from "./session-rules.ts"

/** That a token is used is written down this seldom. */
const usedEveryMs = 60_000

/** The token of the environment is an owner's. */
export const operator: Who = { name: "ADMIN_TOKEN", role: "owner", session: null }

/** Null: it is no token of ours, or not any more. */
export const whoByToken = Effect.fnUntraced(function* (text: string) {
  const id = idOfToken(text)
  const tokens = yield* AdminTokens
  const token = id === null ? null : yield* tokens.find(id)
  if (token === null || !isSame(sha256(text), token.hash)) return null
  const nowMs = yield* Clock.currentTimeMillis
  if (token.revokedAtMs !== null || (token.expiresAtMs !== null && nowMs >= token.expiresAtMs)) return null
  if (nowMs - (token.usedAtMs ?? 0) >= usedEveryMs) yield* tokens.used(token.id, nowMs)
  return { name: `token ${token.id} ${token.name}`, role: token.role, session: null } satisfies Who
})

/** Null: it is none, or over, or its admin may not come in any more. */
export const whoBySession = Effect.fnUntraced(function* (secret: string) {
  const sessions = yield* AdminSessions
  const hash = sha256(secret)
  const found = yield* sessions.find(hash)
  const nowMs = yield* Clock.currentTimeMillis
  if (found === null || found.admin.disabled || !lives(found.session, nowMs)) return null
  const times = seenNow(found.session, nowMs)
  if (times !== null) yield* sessions.seen(hash, times)
  const { id: admin, name, role } = found.admin
  return { name, role, session: { admin, hash } } satisfies Who
})
