/** Admins, their sessions and tokens, and what they did, as clients write and read them. Never a hash. */
import { type Admin, Role } from "@znatoki/ports/admin-accounts"
import type { AdminPasskey } from "@znatoki/ports/admin-passkeys"
import type { AdminSession } from "@znatoki/ports/admin-sessions"
import type { AdminToken } from "@znatoki/ports/admin-tokens"
import { AuditEntry, type KeptEntry } from "@znatoki/ports/audit-log"
import { DateTime, Option, Schema } from "effect"
import { nameOf } from "../auth/password-rules.ts"
import { oneLine, readable } from "../edge-text.ts"

const iso = (atMs: number) => DateTime.formatIso(DateTime.makeUnsafe(atMs))
const isoOrNull = (atMs: number | null) => (atMs === null ? null : iso(atMs))

export const AdminNameText = Schema.String.check(
  Schema.isPattern(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,49}$/u, {
    message: "Expected 1 to 50 letters, digits and . _ -, first a letter or a digit"
  })
)
export const AdminIdText = Schema.String.check(
  Schema.isPattern(/^[1-9]\d{0,17}$/, { message: "Expected a whole number" })
)
export const TokenIdText = Schema.String.check(
  Schema.isPattern(/^zn_[0-9a-f]{12}$/, { message: "Expected zn_ and 12 of 0–9 a–f" })
)

/** Long enough for any that is set; nothing is tidied off a password's ends but what is tidied off every text. */
const Password = Schema.String.check(Schema.isMaxLength(1_000))

export const SignIn = Schema.Struct({ name: Schema.String.check(Schema.isMaxLength(200)), password: Password })
export const SignInByLink = Schema.Struct({ secret: Schema.String.check(Schema.isMaxLength(200)) })
export const NewPassword = Schema.Struct({ current: Schema.optionalKey(Password), password: Password })

/** What a device says: bytes as base64url. */
const Bytes = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9_-]{1,20000}$/, { message: "Expected base64url" }))
const KeyId = Schema.String.check(Schema.isPattern(/^[A-Za-z0-9_-]{1,1400}$/, { message: "Expected base64url" }))
export const PasskeyIdText = KeyId

export const PasskeyWish = Schema.Struct({ current: Schema.optionalKey(Password) })
export const NewPasskey = Schema.Struct({
  name: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(100), oneLine, readable),
  id: KeyId,
  clientDataJSON: Bytes,
  attestationObject: Bytes
})
export const SignInByPasskey = Schema.Struct({
  id: KeyId,
  clientDataJSON: Bytes,
  authenticatorData: Bytes,
  signature: Bytes
})

const KeyType = Schema.Literal("public-key")
const WantsPerson = Schema.Literal("required")

/** As browsers read it: `PublicKeyCredential.parseCreationOptionsFromJSON`. */
export const PasskeyCreationJson = Schema.Struct({
  rp: Schema.Struct({ id: Schema.String, name: Schema.String }),
  user: Schema.Struct({ id: Schema.String, name: Schema.String, displayName: Schema.String }),
  challenge: Schema.String,
  pubKeyCredParams: Schema.Array(Schema.Struct({ type: KeyType, alg: Schema.Int })),
  timeout: Schema.Int,
  attestation: Schema.Literal("none"),
  excludeCredentials: Schema.Array(Schema.Struct({ type: KeyType, id: Schema.String })),
  authenticatorSelection: Schema.Struct({ residentKey: WantsPerson, userVerification: WantsPerson })
})
/** As browsers read it: `PublicKeyCredential.parseRequestOptionsFromJSON`. */
export const PasskeyRequestJson = Schema.Struct({
  rpId: Schema.String,
  challenge: Schema.String,
  timeout: Schema.Int,
  userVerification: WantsPerson
})

export const PasskeyJson = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  createdAt: Schema.String,
  usedAt: Schema.NullOr(Schema.String)
})

export const passkeyJson = ({ createdAtMs, id, name, usedAtMs }: AdminPasskey): typeof PasskeyJson.Type => ({
  id,
  name,
  createdAt: iso(createdAtMs),
  usedAt: isoOrNull(usedAtMs)
})

export const NewAdmin = Schema.Struct({ name: AdminNameText, role: Role, password: Schema.optionalKey(Password) })
/** Absent: unchanged. */
export const AdminChangesJson = Schema.Struct({
  role: Schema.optionalKey(Role),
  disabled: Schema.optionalKey(Schema.Boolean)
})

export const AdminJson = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  role: Role,
  disabled: Schema.Boolean,
  /** False: comes in by a link only. */
  hasPassword: Schema.Boolean,
  createdAt: Schema.String,
  /** What a change of them has to name, as their ETag does. */
  version: Schema.Natural
})

export const adminJson = ({
  createdAtMs,
  disabled,
  id,
  name,
  passwordHash,
  role,
  version
}: Admin): typeof AdminJson.Type => ({
  id,
  name: nameOf(name),
  role,
  disabled,
  hasPassword: passwordHash !== null,
  createdAt: iso(createdAtMs),
  version
})

export const WhoJson = Schema.Struct({
  name: Schema.String,
  role: Role,
  /** False: by a token. */
  signedIn: Schema.Boolean
})

export const SessionJson = Schema.Struct({
  isThisOne: Schema.Boolean,
  address: Schema.String,
  agent: Schema.String,
  createdAt: Schema.String,
  seenAt: Schema.String
})

export const sessionJson = (
  { address, agent, createdAtMs, seenAtMs }: AdminSession,
  isThisOne: boolean
): typeof SessionJson.Type => ({ isThisOne, address, agent, createdAt: iso(createdAtMs), seenAt: iso(seenAtMs) })

export const LinkJson = Schema.Struct({
  /** What the page `/sign-in#<secret>` sends; told once. */
  secret: Schema.String,
  expiresAt: Schema.String
})

export const NewToken = Schema.Struct({
  name: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(100), oneLine, readable),
  role: Role,
  /** Null: never. */
  days: Schema.NullOr(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 3_650 })))
})

const token = {
  id: Schema.String,
  name: Schema.String,
  role: Role,
  madeBy: Schema.String,
  createdAt: Schema.String,
  expiresAt: Schema.NullOr(Schema.String),
  usedAt: Schema.NullOr(Schema.String),
  revokedAt: Schema.NullOr(Schema.String)
}
export const TokenJson = Schema.Struct(token)
export const NewTokenJson = Schema.Struct({
  ...token,
  /** The whole token; told once. */
  token: Schema.String
})

export const tokenJson = (each: AdminToken): typeof TokenJson.Type => ({
  id: each.id,
  name: each.name,
  role: each.role,
  madeBy: each.madeBy,
  createdAt: iso(each.createdAtMs),
  expiresAt: isoOrNull(each.expiresAtMs),
  usedAt: isoOrNull(each.usedAtMs),
  revokedAt: isoOrNull(each.revokedAtMs)
})

const { atMs: _, ...entry } = AuditEntry.fields
export const AuditJson = Schema.Struct({ place: Schema.Natural, at: Schema.String, ...entry, hash: Schema.String })

const read = Schema.decodeUnknownOption(Schema.fromJsonString(AuditEntry))

/** What cannot be read is told as it is: somebody has changed it. */
const unread = (text: string): AuditEntry => ({
  atMs: 0,
  who: "?",
  did: text.slice(0, 200),
  to: null,
  fields: [],
  outcome: "unreadable",
  address: "",
  requestId: ""
})

export const auditJson = ({ hash, place, text }: KeptEntry): typeof AuditJson.Type => {
  const { atMs, ...entry } = Option.getOrElse(read(text), () => unread(text))
  return { place, at: iso(atMs), ...entry, hash }
}
