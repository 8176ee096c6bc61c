/** `/api/v1/packs`: packs of questions, with what may be done with them. */
import { type Pack, type PackChanged, Packs } from "@znatoki/ports/packs"
import { Effect, Schema } from "effect"
import { named, reply, route, says } from "../api/route.ts"
import { etagOf, moved } from "../api/version-asked.ts"
import { PackCursor, pageJson, pageOf } from "../cursor.ts"
import { defaultLimit, Limit } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import {
  MovedJson,
  MoveOrder,
  NewPack,
  PackChanges,
  PackJson,
  packJson,
  PackKeyText,
  toPackChanges,
  toPackDraft
} from "../schemas/pack-json.ts"
import { wholeConversation } from "../whole-name.ts"

const Query = Schema.Struct({ limit: Schema.optionalKey(Limit), cursor: Schema.optionalKey(PackCursor) })
const writeCursor = Schema.encodeSync(PackCursor)
const PackNamed = named("Pack", PackJson)
const etag = { ETag: "Its version" }
const params = { pack: PackKeyText }
const example = { params: { pack: "own-1" } }

export const noPack = () => new Problem({ kind: "not-found", detail: "There is no pack with this key." })

/** What became of a change, where it is not refused. */
const changedOrRefused = <Changed extends { readonly _tag: "Changed"; readonly pack: Pack }>(
  changed: Changed | Exclude<PackChanged, { readonly _tag: "Changed" }>
): Effect.Effect<Changed, Problem> => {
  switch (changed._tag) {
    case "Changed":
      return Effect.succeed(changed)
    case "Missing":
      return Effect.fail(noPack())
    case "Moved":
      return Effect.fail(moved(changed.pack.version))
  }
}

const list = route({
  method: "GET",
  path: "/api/v1/packs",
  operationId: "listPacks",
  summary: "Packs by key",
  tag: "packs",
  role: "viewer",
  query: Query,
  answers: { 200: says("A page", named("PackPage", pageJson(PackJson))) },
  handle: Effect.fnUntraced(function* ({ query: { cursor, limit = defaultLimit } }) {
    const found = yield* (yield* Packs).list(cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(found, limit, packJson, (last) => writeCursor(["packs", last.key]))
    )
  })
})

const create = route({
  method: "POST",
  path: "/api/v1/packs",
  operationId: "createPack",
  namedBy: "key",
  changes: ["questions"],
  summary: "Make a pack without questions",
  tag: "packs",
  role: "editor",
  body: named("NewPack", NewPack),
  answers: { 201: says("Made", PackNamed, { Location: "Where it is", ...etag }) },
  refuses: ["conflict"],
  example: { body: { key: "cup-2026", title: "Кубок ручья", licence: "CC BY 4.0", commercial: "yes" } },
  handle: Effect.fnUntraced(function* ({ body: { key, owner = null, ...body } }) {
    const whole = owner === null ? null : yield* wholeConversation(owner)
    const created = yield* (yield* Packs).create(key, toPackDraft(body), whole)
    if (created === null) return yield* new Problem({ kind: "conflict", detail: "There is a pack with this key." })
    return reply(201, packJson(created), {
      Location: `/api/v1/packs/${encodeURIComponent(key)}`,
      ETag: etagOf(created.version)
    })
  })
})

const show = route({
  method: "GET",
  path: "/api/v1/packs/{pack}",
  operationId: "showPack",
  summary: "One pack",
  tag: "packs",
  role: "viewer",
  params,
  answers: { 200: says("The pack", PackNamed, etag) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { pack } }) {
    const found = yield* (yield* Packs).get(pack)
    if (found === null) return yield* noPack()
    return reply(200, packJson(found), { ETag: etagOf(found.version) })
  })
})

const change = route({
  method: "PATCH",
  path: "/api/v1/packs/{pack}",
  operationId: "changePack",
  changes: ["questions"],
  summary: "Change some of what is told of it, or whose it is; what is absent stays",
  tag: "packs",
  role: "editor",
  params,
  body: named("PackChanges", PackChanges),
  answers: { 200: says("As it is now", PackNamed, etag) },
  refuses: ["not-found"],
  versioned: true,
  example: { ...example, body: { licence: "CC BY-SA 4.0", commercial: "yes" } },
  handle: Effect.fnUntraced(function* ({ body: { owner, ...body }, params: { pack }, version, who }) {
    const its = owner === undefined ? {} : { owner: owner === null ? null : yield* wholeConversation(owner) }
    const changed = yield* (yield* Packs).change(pack, { ...toPackChanges(body), ...its }, version, who?.name ?? null)
    const { pack: now } = yield* changedOrRefused(changed)
    return reply(200, packJson(now), { ETag: etagOf(now.version) })
  })
})

const move = route({
  method: "POST",
  path: "/api/v1/packs/{pack}/state",
  operationId: "moveQuestionsOfPack",
  changes: ["questions"],
  summary: "Move all its questions that are in one state to another; the ETag is that of the pack",
  tag: "packs",
  role: "editor",
  params,
  body: named("MoveOrder", MoveOrder),
  answers: { 200: says("How many they were", named("Moved", MovedJson), { ETag: "The version of the pack" }) },
  refuses: ["not-found"],
  versioned: true,
  example: { ...example, body: { from: "draft", to: "published", note: "Проверены" } },
  handle: Effect.fnUntraced(function* ({ body: { from, note = null, to }, params: { pack }, version, who }) {
    const order = { from, to, version, by: who?.name ?? null, note }
    const done = yield* changedOrRefused(yield* (yield* Packs).move(pack, order))
    return reply(200, { moved: done.moved }, { ETag: etagOf(done.pack.version) })
  })
})

export const packRoutes = [list, create, show, change, move]
