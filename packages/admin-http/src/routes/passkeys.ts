/** `/api/v1/me/passkeys`, `/api/v1/sign-in/passkey`: coming in by what a device keeps, instead of a password. */
import { AdminAccounts } from "@znatoki/ports/admin-accounts"
import { AdminPasskeys } from "@znatoki/ports/admin-passkeys"
import { Clock, Effect, Schema } from "effect"
import type { AdminServices } from "../answer.ts"
import { named, reply, type Route, route, says, saysNothing } from "../api/route.ts"
import { creationOptions, keyMade, requestOptions, siteOf } from "../auth/passkeys.ts"
import { isPassword } from "../auth/password-hash.ts"
import { type Door, notTooOften, signInByPasskey } from "../auth/sign-in.ts"
import { refusedFor } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import {
  AdminJson,
  adminJson,
  NewPasskey,
  PasskeyCreationJson,
  PasskeyIdText,
  PasskeyJson,
  passkeyJson,
  PasskeyRequestJson,
  PasskeyWish,
  SignInByPasskey
} from "../schemas/admin-json.ts"
import { mine, notYours, sessionOf } from "./sign-in.ts"

const atTheDoor = { method: "POST", tag: "sign-in", role: "anyone" } as const
const id = "b2YgYSBkZXZpY2U"
const bytes = "e30"

/** More than a person has devices. */
const keysMax = 20
const tooMany = () => new Problem({ kind: "conflict", detail: `There are ${keysMax} already: remove one first.` })
const known = () => new Problem({ kind: "conflict", detail: "This passkey is here already." })
const noKey = () => new Problem({ kind: "not-found", detail: "You have no passkey of this id." })
const provesNothing = () =>
  refusedFor("invalid-body", [{ path: "", message: "Does not answer what was asked, or answers it too late" }])

const list = route({
  ...mine,
  method: "GET",
  path: "/api/v1/me/passkeys",
  operationId: "listMyPasskeys",
  summary: "One's own passkeys, the oldest first",
  answers: { 200: says("Passkeys", named("Passkeys", Schema.Struct({ items: Schema.Array(PasskeyJson) }))) },
  refuses: ["conflict"],
  handle: Effect.fnUntraced(function* ({ who }) {
    const { admin } = yield* sessionOf(who)
    return reply(200, { items: (yield* (yield* AdminPasskeys).of(admin)).map(passkeyJson) })
  })
})

const remove = route({
  ...mine,
  method: "DELETE",
  path: "/api/v1/me/passkeys/{id}",
  operationId: "removeMyPasskey",
  summary: "Nobody comes in by it any more",
  params: { id: PasskeyIdText },
  answers: { 204: saysNothing("Removed") },
  refuses: ["not-found", "conflict"],
  example: { params: { id } },
  handle: Effect.fnUntraced(function* ({ params, who }) {
    const { admin } = yield* sessionOf(who)
    return (yield* (yield* AdminPasskeys).remove(admin, params.id)) ? reply(204, null) : yield* noKey()
  })
})

/** Whoever found a browser open does not get a key of their own by that. */
const begin = ({ challenges, ofName }: Door): Route<AdminServices> =>
  route({
    ...mine,
    method: "POST",
    path: "/api/v1/me/passkeys/options",
    operationId: "beginMyPasskey",
    secret: true,
    summary: "What a browser makes a passkey by; asks for the password, where there is one",
    body: named("PasskeyWish", PasskeyWish),
    answers: { 200: says("For `navigator.credentials.create`", named("PasskeyCreation", PasskeyCreationJson)) },
    refuses: ["conflict"],
    example: { body: { current: "несколько слов подряд" } },
    handle: Effect.fnUntraced(function* ({ body, context, who }) {
      const { admin: id, name } = yield* sessionOf(who)
      yield* notTooOften(ofName, name)
      const admin = yield* (yield* AdminAccounts).find(name)
      const isThem = admin?.passwordHash == null || (yield* isPassword(body.current ?? "", admin.passwordHash))
      if (!isThem) return yield* notYours()
      const passkeys = yield* (yield* AdminPasskeys).of(id)
      if (passkeys.length >= keysMax) return yield* tooMany()
      const challenge = challenges.make(id, yield* Clock.currentTimeMillis)
      return reply(200, creationOptions(siteOf(context), { id, name }, challenge, passkeys))
    })
  })

const add = ({ challenges }: Door): Route<AdminServices> =>
  route({
    ...mine,
    method: "POST",
    path: "/api/v1/me/passkeys",
    operationId: "addMyPasskey",
    secret: true,
    summary: "Keep a passkey that a browser made",
    body: named("NewPasskey", NewPasskey),
    answers: { 201: says("Kept", named("Passkey", PasskeyJson)) },
    refuses: ["conflict"],
    example: { body: { name: "телефон", id, clientDataJSON: bytes, attestationObject: bytes } },
    handle: Effect.fnUntraced(function* ({ body: { name, ...made }, context, who }) {
      const { admin } = yield* sessionOf(who)
      const createdAtMs = yield* Clock.currentTimeMillis
      const challenge = (given: string) => challenges.take(given, admin, createdAtMs)
      const key = yield* keyMade(made, { site: siteOf(context), challenge })
      if (key === null) return yield* provesNothing()
      const passkey = { ...key, admin, name, createdAtMs, usedAtMs: null }
      return (yield* (yield* AdminPasskeys).add(passkey)) ? reply(201, passkeyJson(passkey)) : yield* known()
    })
  })

const ask = ({ challenges }: Door): Route<AdminServices> =>
  route({
    ...atTheDoor,
    path: "/api/v1/sign-in/passkey/options",
    operationId: "beginSignInByPasskey",
    summary: "What a browser signs in by, from a page of this server",
    answers: { 200: says("For `navigator.credentials.get`", named("PasskeyRequest", PasskeyRequestJson)) },
    refuses: ["unauthorized", "too-many-requests", "unavailable"],
    handle: Effect.fnUntraced(function* ({ context }) {
      return reply(200, requestOptions(siteOf(context), challenges.make(null, yield* Clock.currentTimeMillis)))
    })
  })

const enter = (door: Door): Route<AdminServices> =>
  route({
    ...atTheDoor,
    path: "/api/v1/sign-in/passkey",
    operationId: "signInByPasskey",
    summary: "Sign in by what a passkey has signed, from a page of this server",
    body: named("SignInByPasskey", SignInByPasskey),
    answers: {
      200: says("Signed in", named("Admin", AdminJson), { "Set-Cookie": "The session, for the browser alone" })
    },
    refuses: ["wrong-password", "too-many-requests", "unavailable"],
    example: { body: { id, clientDataJSON: bytes, authenticatorData: bytes, signature: bytes } },
    handle: ({ body, context }) =>
      Effect.map(signInByPasskey(door)(context, body), (admin) => reply(200, adminJson(admin)))
  })

export const passkeyRoutes = (door: Door): ReadonlyArray<Route<AdminServices>> => [
  list,
  begin(door),
  add(door),
  remove,
  ask(door),
  enter(door)
]
