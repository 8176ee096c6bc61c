/** `/api/v1/packs/{pack}/file`: a pack written as a file, and what the format of that cannot carry. */
import { Packs } from "@znatoki/ports/packs"
import { writtenEncodings } from "@znatoki/questions/encode-text"
import { printPack, writtenFormats } from "@znatoki/questions/print-pack"
import { Effect, Schema } from "effect"
import { named, reply, route, says, saysMedia } from "../api/route.ts"
import { packedPack } from "../packs/packed-pack.ts"
import { LossesJson, PackKeyText } from "../schemas/pack-json.ts"
import { noPack } from "./packs.ts"

const Query = Schema.Struct({
  format: Schema.optionalKey(Schema.Literals(writtenFormats)),
  encoding: Schema.optionalKey(Schema.Literals(writtenEncodings))
})
const params = { pack: PackKeyText }
const example = { params: { pack: "own-1" }, query: { format: "4s" } }
const endings = { "4s": "4s", db: "txt", json: "json", csv: "csv", zip: "zip" } as const
const media = "application/octet-stream"

const printed = Effect.fnUntraced(function* (key: string, { encoding = "utf-8", format = "4s" }: typeof Query.Type) {
  const pack = yield* (yield* Packs).get(key)
  if (pack === null) return yield* noPack()
  return { format, ...printPack(yield* packedPack(pack, format === "zip"), format, encoding) }
})

const file = route({
  method: "GET",
  path: "/api/v1/packs/{pack}/file",
  operationId: "exportPack",
  summary: "The whole pack as .4s, text of db.chgk.info, JSON, CSV, or as an archive with its pictures",
  tag: "packs",
  role: "viewer",
  params,
  query: Query,
  answers: { 200: saysMedia("The file", media) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ context, params: { pack }, query }) {
    const { bytes, format } = yield* printed(pack, query)
    const name = encodeURIComponent(`${pack}.${endings[format]}`)
    return context.body(new Uint8Array(bytes), 200, {
      "Content-Type": media,
      "Content-Disposition": `attachment; filename*=UTF-8''${name}`
    })
  })
})

const losses = route({
  method: "GET",
  path: "/api/v1/packs/{pack}/losses",
  operationId: "listExportLosses",
  summary: "What the file of a format cannot carry of the pack",
  tag: "packs",
  role: "viewer",
  params,
  query: Query,
  answers: { 200: says("Field by field", named("Losses", LossesJson)) },
  refuses: ["not-found"],
  example,
  handle: Effect.fnUntraced(function* ({ params: { pack }, query }) {
    const { losses, unwritten } = yield* printed(pack, query)
    return reply(200, { losses, unwritten })
  })
})

export const packFileRoutes = [file, losses]
