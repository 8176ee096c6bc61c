/** `/api/v1/admins`: who may use the desk, and as what. */
import { AdminAccounts, AdminId } from "@znatoki/ports/admin-accounts"
import { Clock, DateTime, Effect, Schema } from "effect"
import type { AdminServices } from "../answer.ts"
import { named, reply, type Route, route, says } from "../api/route.ts"
import { etagOf, moved } from "../api/version-asked.ts"
import { linkMs, type OneTimeLinks } from "../auth/one-time-links.ts"
import { hashPassword } from "../auth/password-hash.ts"
import { flawOf, nameOf } from "../auth/password-rules.ts"
import { AdminCursor, pageJson, pageOf } from "../cursor.ts"
import { defaultLimit, Limit, refusedFor } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import {
  AdminChangesJson,
  AdminIdText,
  AdminJson,
  adminJson,
  AdminNameText,
  LinkJson,
  NewAdmin
} from "../schemas/admin-json.ts"

const Query = Schema.Struct({ limit: Schema.optionalKey(Limit), cursor: Schema.optionalKey(AdminCursor) })
const Admin = named("Admin", AdminJson)
const writeCursor = Schema.encodeSync(AdminCursor)
const facts = { tag: "admins", role: "owner" } as const
const params = { id: AdminIdText }
const etag = { ETag: "Its version" }
const example = { params: { id: "1" } }

const noAdmin = () => new Problem({ kind: "not-found", detail: "There is no admin with this id." })
const taken = () => new Problem({ kind: "conflict", detail: "There is an admin of this name." })
const lastOwner = () => new Problem({ kind: "conflict", detail: "This is the last owner: make another one first." })

const list = route({
  ...facts,
  method: "GET",
  path: "/api/v1/admins",
  operationId: "listAdmins",
  summary: "Admins by name",
  query: Query,
  answers: { 200: says("A page", named("AdminPage", pageJson(AdminJson))) },
  handle: Effect.fnUntraced(function* ({ query: { cursor, limit = defaultLimit } }) {
    const found = yield* (yield* AdminAccounts).list(cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(found, limit, adminJson, (last) => writeCursor(["admins", last.name]))
    )
  })
})

const create = route({
  ...facts,
  method: "POST",
  path: "/api/v1/admins",
  operationId: "createAdmin",
  namedBy: "name",
  secret: true,
  summary: "Make an admin; without a password they come in by a link",
  body: named("NewAdmin", NewAdmin),
  answers: { 201: says("Made", Admin) },
  refuses: ["conflict"],
  example: { body: { name: "анна", role: "editor" } },
  handle: Effect.fnUntraced(function* ({ body }) {
    const name = nameOf(body.name)
    const flaw = body.password === undefined ? null : flawOf(body.password, name)
    if (flaw !== null) return yield* refusedFor("invalid-body", [{ path: "password", message: flaw }])
    const passwordHash = body.password === undefined ? null : yield* hashPassword(body.password)
    const accounts = yield* AdminAccounts
    const created = yield* accounts.create({ name, role: body.role, passwordHash }, yield* Clock.currentTimeMillis)
    return created === null ? yield* taken() : reply(201, adminJson(created))
  })
})

const show = route({
  ...facts,
  method: "GET",
  path: "/api/v1/admins/{id}",
  operationId: "showAdmin",
  summary: "One admin",
  params,
  answers: { 200: says("The admin", Admin, etag) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { id } }) {
    const found = yield* (yield* AdminAccounts).get(AdminId.make(id))
    return found === null ? yield* noAdmin() : reply(200, adminJson(found), { ETag: etagOf(found.version) })
  })
})

const change = route({
  ...facts,
  method: "PATCH",
  path: "/api/v1/admins/{id}",
  operationId: "changeAdmin",
  summary: "Give another role, shut out or let in again; their sessions end",
  params,
  body: named("AdminChanges", AdminChangesJson),
  answers: { 200: says("As it is now", Admin, etag) },
  refuses: ["not-found", "conflict"],
  versioned: true,
  example: { ...example, body: { role: "viewer" } },
  handle: Effect.fnUntraced(function* ({ body, params: { id }, version }) {
    const accounts = yield* AdminAccounts
    const changed = yield* accounts.change(AdminId.make(id), body, version, yield* Clock.currentTimeMillis)
    switch (changed._tag) {
      case "Changed":
        return reply(200, adminJson(changed.admin), { ETag: etagOf(changed.admin.version) })
      case "Moved":
        return yield* moved(changed.admin.version)
      case "Missing":
        return yield* noAdmin()
      case "LastOwner":
        return yield* lastOwner()
    }
  })
})

const NameOnly = Schema.Struct({ name: AdminNameText })

const makeLink = (links: OneTimeLinks): Route<AdminServices> =>
  route({
    ...facts,
    method: "POST",
    path: "/api/v1/admins/links",
    operationId: "makeLink",
    namedBy: "name",
    secret: true,
    summary: "Make a link that lets an admin in once, within an hour, while this process runs",
    body: named("LinkFor", NameOnly),
    answers: { 201: says("Made; it is told once", named("Link", LinkJson)) },
    refuses: ["not-found"],
    example: { body: { name: "анна" } },
    handle: Effect.fnUntraced(function* ({ body }) {
      const admin = yield* (yield* AdminAccounts).find(nameOf(body.name))
      if (admin === null) return yield* noAdmin()
      const nowMs = yield* Clock.currentTimeMillis
      const expiresAt = DateTime.formatIso(DateTime.makeUnsafe(nowMs + linkMs))
      return reply(201, { secret: links.make(admin.name, nowMs), expiresAt })
    })
  })

export const adminRoutes = (links: OneTimeLinks): ReadonlyArray<Route<AdminServices>> => [
  list,
  create,
  show,
  change,
  makeLink(links)
]
