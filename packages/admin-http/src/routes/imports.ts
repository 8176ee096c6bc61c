/** `/api/v1/imports`: files of questions are sent, looked at, and brought in. */
import { type PackImport, PackImports } from "@znatoki/ports/pack-imports"
import { PackDraft } from "@znatoki/ports/packs"
import { formats } from "@znatoki/questions/formats"
import { Clock, Effect, Fiber, Schema } from "effect"
import { named, reply, route, says, saysNothing } from "../api/route.ts"
import { ImportCursor, pageJson, pageOf } from "../cursor.ts"
import { oneLine } from "../edge-text.ts"
import { ImportRunner, isGone } from "../packs/run-import.ts"
import { defaultLimit, Limit, malformed } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import { ImportIdText, ImportJson, importJson, ImportRowJson, importRowJson } from "../schemas/import-json.ts"
import { PackKeyText } from "../schemas/pack-json.ts"
import { takeUpload, uploadMaxBytes } from "../upload.ts"

const optional = Schema.optionalKey
const SendQuery = Schema.Struct({
  file: optional(Schema.String.check(Schema.isMaxLength(300), oneLine)),
  format: optional(Schema.Literals(formats)),
  draft: optional(Schema.Literals(["true", "false"])),
  licence: optional(Schema.String.check(Schema.isMaxLength(2_000), oneLine)),
  commercial: optional(PackDraft.fields.commercial)
})
const ListQuery = Schema.Struct({ limit: optional(Limit), cursor: optional(ImportCursor) })
const writeCursor = Schema.encodeSync(ImportCursor)
const Import = named("Import", ImportJson)
const params = { id: ImportIdText }
const example = { params: { id: "1" } }

/** A small file is read by then: whoever sends it sees at once what it says. */
const patience = "2 seconds"

const noImport = () => new Problem({ kind: "not-found", detail: "There is no import with this id." })
const empty = () => malformed("The file is empty.")

const found = Effect.fnUntraced(function* (id: number) {
  const one = yield* (yield* PackImports).get(id)
  return one === null ? yield* noImport() : one
})

/** As it is, and not as who died over it left it. */
const honest = (one: PackImport, nowMs: number): PackImport =>
  isGone(one, nowMs) ? { ...one, problem: "it was broken off; begin it again" } : one

const send = (runner: ImportRunner) =>
  route({
    method: "POST",
    path: "/api/v1/packs/{pack}/imports",
    operationId: "sendImport",
    summary: "Send a file of questions for a pack: it is read, and brought in only when that is asked for",
    tag: "packs",
    role: "editor",
    params: { pack: PackKeyText },
    query: SendQuery,
    upload: uploadMaxBytes,
    answers: { 201: says("Sent; with what it says, or while it is still read", Import, { Location: "Where it is" }) },
    example: { params: { pack: "cup-2026" }, query: { file: "cup.4s", draft: "true" } },
    handle: Effect.fnUntraced(function* ({ context, params: { pack }, query, who }) {
      const imports = yield* PackImports
      const { commercial = null, draft = "true", file = "", format = null, licence = null } = query
      const order = { pack, file, format, draft: draft === "true", commercial, by: who?.name ?? null }
      const id = yield* imports.begin({ ...order, licence: licence === "" ? null : licence })
      const forget = Effect.ignore(imports.remove(id))
      const bytes = yield* Effect.onError(
        takeUpload(context, uploadMaxBytes, (piece) => imports.append(id, piece)),
        () => forget
      )
      if (bytes === 0) return yield* Effect.andThen(forget, empty())
      const reading = yield* runner.begin(yield* found(id), "read")
      if (reading !== null) yield* Effect.timeoutOption(Fiber.await(reading), patience)
      return reply(201, importJson(yield* found(id)), { Location: `/api/v1/imports/${id}` })
    })
  })

const list = route({
  method: "GET",
  path: "/api/v1/imports",
  operationId: "listImports",
  summary: "Files that were sent, the newest first",
  tag: "packs",
  role: "viewer",
  query: ListQuery,
  answers: { 200: says("A page", named("ImportPage", pageJson(ImportRowJson))) },
  handle: Effect.fnUntraced(function* ({ query: { cursor, limit = defaultLimit } }) {
    const those = yield* (yield* PackImports).list(cursor?.[1] ?? null, limit + 1)
    return reply(
      200,
      pageOf(those, limit, importRowJson, (last) => writeCursor(["imports", last.id]))
    )
  })
})

const show = route({
  method: "GET",
  path: "/api/v1/imports/{id}",
  operationId: "showImport",
  summary: "What a file says, and how far it is",
  tag: "packs",
  role: "viewer",
  params,
  answers: { 200: says("The import", Import) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { id } }) {
    return reply(200, importJson(honest(yield* found(Number(id)), yield* Clock.currentTimeMillis)))
  })
})

const commit = (runner: ImportRunner) =>
  route({
    method: "POST",
    path: "/api/v1/imports/{id}/commit",
    operationId: "commitImport",
    summary: "Bring in a file that was read",
    tag: "packs",
    role: "editor",
    params,
    answers: { 202: says("Under way, or done", Import) },
    refuses: ["not-found", "conflict"],
    example,
    handle: Effect.fnUntraced(function* ({ params: { id } }) {
      const bringing = yield* runner.begin(yield* found(Number(id)), "bring")
      if (bringing === null) {
        return yield* new Problem({ kind: "conflict", detail: "It is not read, or is brought in already." })
      }
      yield* Effect.timeoutOption(Fiber.await(bringing), patience)
      return reply(202, importJson(yield* found(Number(id))))
    })
  })

const remove = route({
  method: "DELETE",
  path: "/api/v1/imports/{id}",
  operationId: "removeImport",
  summary: "Forget a file; what was brought in of it stays",
  tag: "packs",
  role: "editor",
  params,
  answers: { 204: saysNothing("Forgotten") },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { id } }) {
    return (yield* (yield* PackImports).remove(Number(id))) ? reply(204, null) : yield* noImport()
  })
})

export const importRoutes = () => {
  const runner = new ImportRunner()
  return [send(runner), list, show, commit(runner), remove]
}
