/** How a person becomes somebody: by name and password, or by a link; and how the session begins and ends. */
import { type Admin, AdminAccounts } from "@znatoki/ports/admin-accounts"
import { AdminPasskeys } from "@znatoki/ports/admin-passkeys"
import { AdminSessions } from "@znatoki/ports/admin-sessions"
import { Clock, Effect } from "effect"
import { addressOf } from "../address-of.ts"
import type { AdminContext } from "../answer.ts"
import { Problem } from "../problem.ts"
import { audited } from "./audit.ts"
import { tooOften } from "./know-who.ts"
import type { Limiter } from "./limiter.ts"
import { type Challenges, keyUsed, type SignedByKey, siteOf } from "./passkeys.ts"
import type { OneTimeLinks } from "./one-time-links.ts"
import { hashPassword, isOutdated, isPassword } from "./password-hash.ts"
import { nameOf } from "./password-rules.ts"
import { makeSecret, sha256 } from "./secret.ts"
import { giveSession } from "./session-cookie.ts"
import { timesOfNew } from "./session-rules.ts"

/** The same for whatever was wrong: nobody learns which names there are. */
const notThem = () => new Problem({ kind: "wrong-password", detail: "The name or the password is not the right one." })
const noKey = () =>
  new Problem({ kind: "wrong-password", detail: "This passkey is not known here, or it took too long. Try again." })
const noLink = () =>
  new Problem({ kind: "wrong-password", detail: "This link was used, or is older than an hour. Ask for another one." })

export interface Door {
  readonly links: OneTimeLinks
  readonly challenges: Challenges
  readonly ofAddress: Limiter
  readonly ofName: Limiter
}

/** A new one with every sign-in; whatever session the browser had before is over. */
export const beginSession = Effect.fnUntraced(function* (context: AdminContext, admin: Admin) {
  const secret = makeSecret()
  const sessions = yield* AdminSessions
  const before = context.get("who")?.session
  if (before !== undefined && before !== null) yield* sessions.close(before.hash)
  yield* sessions.open({
    hash: sha256(secret),
    admin: admin.id,
    ...timesOfNew(yield* Clock.currentTimeMillis),
    address: addressOf(context),
    agent: (context.req.header("User-Agent") ?? "").slice(0, 200)
  })
  giveSession(context, secret)
})

export const notTooOften = Effect.fnUntraced(function* (limiter: Limiter, who: string) {
  const wait = limiter.secondsToWait(who, yield* Clock.currentTimeMillis)
  if (wait !== null) return yield* tooOften(wait)
})

const renewedHash = Effect.fnUntraced(function* ({ id, passwordHash }: Admin, password: string) {
  if (passwordHash === null || !isOutdated(passwordHash)) return
  const accounts = yield* AdminAccounts
  yield* accounts.change(id, { passwordHash: yield* hashPassword(password) }, null, yield* Clock.currentTimeMillis)
})

export const signIn = ({ ofAddress, ofName }: Door) =>
  Effect.fn("admin.signInByPassword")(function* (
    context: AdminContext,
    given: { readonly name: string; readonly password: string }
  ) {
    const name = nameOf(given.name)
    yield* notTooOften(ofAddress, addressOf(context))
    yield* notTooOften(ofName, name)
    const admin = yield* (yield* AdminAccounts).find(name)
    const fits = yield* isPassword(given.password, admin?.passwordHash ?? null)
    if (admin === null || admin.disabled || !fits) {
      // A name that nobody has may be a password in the wrong field.
      yield* audited(context, { who: admin?.name ?? "nobody", did: "signIn", outcome: "wrong-password" })
      return yield* notThem()
    }
    yield* audited(context, { who: name, did: "signIn" })
    yield* renewedHash(admin, given.password)
    yield* beginSession(context, admin)
    return admin
  })

/** Whom a link without a name lets in: the first owner there is, or a new one. */
const firstOwner = Effect.fnUntraced(function* () {
  const accounts = yield* AdminAccounts
  const named = yield* accounts.find("owner")
  if (named !== null) return named
  return yield* accounts.create({ name: "owner", role: "owner", passwordHash: null }, yield* Clock.currentTimeMillis)
})

export const signInByLink = ({ links, ofAddress }: Door) =>
  Effect.fn("admin.signInByLink")(function* (context: AdminContext, secret: string) {
    yield* notTooOften(ofAddress, addressOf(context))
    const link = links.use(secret, yield* Clock.currentTimeMillis)
    const accounts = yield* AdminAccounts
    const admin = link === null ? null : link.name === null ? yield* firstOwner() : yield* accounts.find(link.name)
    if (admin === null || admin.disabled) {
      yield* audited(context, { who: admin?.name ?? "nobody", did: "signInByLink", outcome: "wrong-password" })
      return yield* noLink()
    }
    yield* audited(context, { who: admin.name, did: "signInByLink" })
    yield* beginSession(context, admin)
    return admin
  })

/** Null: it is nobody's, or it proves nothing. */
const provenBy = Effect.fnUntraced(function* (context: AdminContext, challenges: Challenges, signed: SignedByKey) {
  const passkeys = yield* AdminPasskeys
  const known = yield* passkeys.find(signed.id)
  if (known === null) return null
  const nowMs = yield* Clock.currentTimeMillis
  const challenge = (given: string) => challenges.take(given, null, nowMs)
  const used = yield* keyUsed(signed, known.passkey, { site: siteOf(context), challenge })
  const isProven = used !== null && (yield* passkeys.used(signed.id, used.counter, nowMs))
  return { admin: known.admin, isProven }
})

export const signInByPasskey = ({ challenges, ofAddress }: Door) =>
  Effect.fn("admin.signInByPasskey")(function* (context: AdminContext, signed: SignedByKey) {
    yield* notTooOften(ofAddress, addressOf(context))
    const found = yield* provenBy(context, challenges, signed)
    if (found === null || !found.isProven || found.admin.disabled) {
      yield* audited(context, {
        who: found?.admin.name ?? "nobody",
        did: "signInByPasskey",
        outcome: "wrong-password"
      })
      return yield* noKey()
    }
    yield* audited(context, { who: found.admin.name, did: "signInByPasskey" })
    yield* beginSession(context, found.admin)
    return found.admin
  })
