/** Who a request comes from: by a token in its header, or by the session of its cookie. */
import type { Admin } from "@znatoki/ports/admin-accounts"
import { type AdminSession, AdminSessions } from "@znatoki/ports/admin-sessions"
import { type AdminToken, AdminTokens } from "@znatoki/ports/admin-tokens"
import { Clock, Effect } from "effect"
import { idOfToken, isSame, sha256 } from "./secret.ts"
import { mayDo, type Needed, type Who } from "./role.ts"
import { lives, seenNow } from "./session-rules.ts"

/** That a token is used is written down this seldom. */
const usedEveryMs = 60_000

/** The token of the environment is an owner's. */
export const operator: Who = { name: "ADMIN_TOKEN", role: "owner", session: null, token: null }

const isGood = ({ expiresAtMs, revokedAtMs }: AdminToken, nowMs: number): boolean =>
  revokedAtMs === null && (expiresAtMs === null || nowMs < expiresAtMs)

const isOpen = ({ admin, session }: { readonly admin: Admin; readonly session: AdminSession }, nowMs: number) =>
  !admin.disabled && lives(session, nowMs)

/** Null: it is no token of ours, or not any more. */
export const whoByToken = Effect.fnUntraced(function* (text: string) {
  const id = idOfToken(text)
  const tokens = yield* AdminTokens
  const token = id === null ? null : yield* tokens.find(id)
  if (token === null || !isSame(sha256(text), token.hash)) return null
  const nowMs = yield* Clock.currentTimeMillis
  if (!isGood(token, nowMs)) return null
  if (nowMs - (token.usedAtMs ?? 0) >= usedEveryMs) yield* tokens.used(token.id, nowMs)
  return { name: `token ${token.id} ${token.name}`, role: token.role, session: null, token: token.id } satisfies Who
})

/** Null: it is none, or over, or its admin may not come in any more. */
export const whoBySession = Effect.fnUntraced(function* (secret: string) {
  const sessions = yield* AdminSessions
  const hash = sha256(secret)
  const found = yield* sessions.find(hash)
  const nowMs = yield* Clock.currentTimeMillis
  if (found === null || !isOpen(found, nowMs)) return null
  const times = seenNow(found.session, nowMs)
  if (times !== null) yield* sessions.seen(hash, times)
  const { id: admin, name, role } = found.admin
  return { name, role, session: { admin, hash }, token: null } satisfies Who
})

/** Whoever came in a while ago and reads on: whether they would be let in now. Reading on is no use of a session. */
export const stillMay = Effect.fnUntraced(function* ({ session, token }: Who, needed: Needed) {
  const nowMs = yield* Clock.currentTimeMillis
  if (session !== null) {
    const found = yield* (yield* AdminSessions).find(session.hash)
    return found !== null && isOpen(found, nowMs) && mayDo(found.admin.role, needed)
  }
  if (token === null) return true
  const found = yield* (yield* AdminTokens).find(token)
  return found !== null && isGood(found, nowMs)
})
