/** `/api/v1/sign-in`, `/api/v1/me`: how a person comes in and goes out, and what they may change about themselves. */
import { AdminAccounts } from "@znatoki/ports/admin-accounts"
import { AdminSessions } from "@znatoki/ports/admin-sessions"
import { Clock, Effect, Schema } from "effect"
import type { AdminServices } from "../answer.ts"
import { named, reply, type Route, route, says, saysNothing } from "../api/route.ts"
import { hashPassword, isPassword } from "../auth/password-hash.ts"
import { flawOf } from "../auth/password-rules.ts"
import type { Who } from "../auth/role.ts"
import { takeSession } from "../auth/session-cookie.ts"
import { lives } from "../auth/session-rules.ts"
import { beginSession, type Door, signIn, signInByLink } from "../auth/sign-in.ts"
import { refusedFor } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import {
  AdminJson,
  adminJson,
  NewPassword,
  SessionJson,
  sessionJson,
  SignIn,
  SignInByLink,
  WhoJson
} from "../schemas/admin-json.ts"

const Admin = named("Admin", AdminJson)
const cookie = { "Set-Cookie": "The session, for the browser alone" }

const facts = { tag: "sign-in" } as const
export const mine = { ...facts, role: "viewer" } as const

const ofNoPerson = () =>
  new Problem({ kind: "conflict", detail: "A token has no sessions and no password: sign in for that." })

export const sessionOf = (who: Who | null) =>
  who === null || who.session === null ? Effect.fail(ofNoPerson()) : Effect.succeed({ ...who.session, name: who.name })

const makeDoors = (door: Door): ReadonlyArray<Route<AdminServices>> => [
  route({
    ...facts,
    method: "POST",
    path: "/api/v1/sign-in",
    operationId: "signIn",
    summary: "Sign in by name and password, from a page of this server",
    role: "anyone",
    body: named("SignIn", SignIn),
    answers: { 200: says("Signed in", Admin, cookie) },
    refuses: ["wrong-password", "too-many-requests", "unavailable"],
    example: { body: { name: "анна", password: "несколько слов подряд" } },
    handle: ({ body, context }) => Effect.map(signIn(door)(context, body), (admin) => reply(200, adminJson(admin)))
  }),
  route({
    ...facts,
    method: "POST",
    path: "/api/v1/sign-in/link",
    operationId: "signInByLink",
    summary: "Sign in by the secret of a link that works once, from a page of this server",
    role: "anyone",
    body: named("SignInByLink", SignInByLink),
    answers: { 200: says("Signed in", Admin, cookie) },
    refuses: ["wrong-password", "too-many-requests", "unavailable"],
    example: { body: { secret: "aMSGMgYZ3ByCzCjGSVlpGbSfSzBDP0m0mpvqTWPkYVk" } },
    handle: ({ body, context }) =>
      Effect.map(signInByLink(door)(context, body.secret), (admin) => reply(200, adminJson(admin)))
  })
]

const signOut = route({
  ...mine,
  method: "POST",
  path: "/api/v1/sign-out",
  operationId: "signOut",
  summary: "End this session",
  answers: { 204: saysNothing("Ended", { "Set-Cookie": "None any more" }) },
  refuses: ["conflict"],
  handle: Effect.fnUntraced(function* ({ context, who }) {
    const { hash } = yield* sessionOf(who)
    yield* (yield* AdminSessions).close(hash)
    takeSession(context)
    return reply(204, null)
  })
})

const signOutEverywhere = route({
  ...mine,
  method: "POST",
  path: "/api/v1/sign-out-everywhere",
  operationId: "signOutEverywhere",
  summary: "End all sessions of one's own, this one too",
  answers: { 200: says("Ended", named("Ended", Schema.Struct({ sessions: Schema.Natural })), cookie) },
  refuses: ["conflict"],
  handle: Effect.fnUntraced(function* ({ context, who }) {
    const { admin } = yield* sessionOf(who)
    const sessions = yield* (yield* AdminSessions).closeAll(admin)
    takeSession(context)
    return reply(200, { sessions })
  })
})

const me = route({
  ...mine,
  method: "GET",
  path: "/api/v1/me",
  operationId: "showMe",
  summary: "Who sends this, and what they may do",
  answers: { 200: says("You", named("Who", WhoJson)) },
  handle: ({ who }) =>
    Effect.succeed(reply(200, { name: who?.name ?? "", role: who?.role ?? "viewer", signedIn: who?.session != null }))
})

const sessions = route({
  ...mine,
  method: "GET",
  path: "/api/v1/me/sessions",
  operationId: "listMySessions",
  summary: "Where one is signed in, the newest first",
  answers: { 200: says("Sessions", named("Sessions", Schema.Struct({ items: Schema.Array(SessionJson) }))) },
  refuses: ["conflict"],
  handle: Effect.fnUntraced(function* ({ who }) {
    const { admin, hash } = yield* sessionOf(who)
    const nowMs = yield* Clock.currentTimeMillis
    const all = yield* (yield* AdminSessions).of(admin)
    return reply(200, {
      items: all.filter((each) => lives(each, nowMs)).map((each) => sessionJson(each, each.hash === hash))
    })
  })
})

export const notYours = () => refusedFor("invalid-body", [{ path: "current", message: "Is not the password of now" }])

const changePassword = route({
  ...mine,
  method: "PUT",
  path: "/api/v1/me/password",
  operationId: "changeMyPassword",
  secret: true,
  summary: "Set a password; all other sessions of one's own end, and this one gets a new cookie",
  body: named("NewPassword", NewPassword),
  answers: { 200: says("Set", Admin, cookie) },
  refuses: ["conflict"],
  example: { body: { current: "несколько слов подряд", password: "совсем другие слова" } },
  handle: Effect.fnUntraced(function* ({ body, context, who }) {
    const { admin: id, name } = yield* sessionOf(who)
    const accounts = yield* AdminAccounts
    const admin = yield* accounts.find(name)
    if (admin === null || admin.id !== id) return yield* ofNoPerson()
    // Who came in by a link has none yet.
    const known = admin.passwordHash === null || (yield* isPassword(body.current ?? "", admin.passwordHash))
    if (!known) return yield* notYours()
    const flaw = flawOf(body.password, name)
    if (flaw !== null) return yield* refusedFor("invalid-body", [{ path: "password", message: flaw }])
    const passwordHash = yield* hashPassword(body.password)
    const changed = yield* accounts.change(id, { passwordHash }, null, yield* Clock.currentTimeMillis)
    if (changed._tag !== "Changed") return yield* ofNoPerson()
    yield* beginSession(context, changed.admin)
    return reply(200, adminJson(changed.admin))
  })
})

export const signInRoutes = (door: Door): ReadonlyArray<Route<AdminServices>> => [
  ...makeDoors(door),
  signOut,
  signOutEverywhere,
  me,
  sessions,
  changePassword
]
