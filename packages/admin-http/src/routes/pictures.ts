/** `/api/v1/pictures`: pictures of questions, each under what it shows. */
import { pictureBytesMax } from "@znatoki/ports/picture-cleaner"
import { pictureAddress, Pictures } from "@znatoki/ports/pictures"
import { Effect, Schema } from "effect"
import { named, reply, route, says, saysMedia, saysNothing } from "../api/route.ts"
import { keepPicture } from "../packs/keep-picture.ts"
import { malformed } from "../parse-request.ts"
import { Problem } from "../problem.ts"
import { takeUpload } from "../upload.ts"

export const picturesApi = "/api/v1/pictures"

const HashText = Schema.String.check(
  Schema.isPattern(/^[\da-f]{64}$/, { message: "Expected 64 hexadecimal digits in small letters" })
)

export const PictureJson = Schema.Struct({
  /** How a question names it: the `imageUrl` of its handout. */
  address: Schema.String,
  /** Where it is. */
  url: Schema.String,
  type: Schema.String,
  width: Schema.Natural,
  height: Schema.Natural,
  /** Bytes. */
  size: Schema.Natural
})

const types = ["image/jpeg", "image/png"]
/** What it shows is its name. */
const forEver = "private, max-age=31536000, immutable"

const noPicture = () => new Problem({ kind: "not-found", detail: "There is no picture of this hash." })
const refused = (reason: string) => malformed(`This is no picture that can be shown: ${reason}.`)
const notNow = () => new Problem({ kind: "unavailable", detail: "The picture could not be read now. Try again." })

const put = route({
  method: "POST",
  path: picturesApi,
  operationId: "putPicture",
  summary: "Send a picture: it is made small, upright and clean; the same file again is the same picture",
  tag: "questions",
  role: "editor",
  upload: pictureBytesMax,
  answers: { 201: says("As it is kept", named("Picture", PictureJson), { Location: "Where it is" }) },
  handle: Effect.fnUntraced(function* ({ context }) {
    const pieces: Array<Uint8Array> = []
    yield* takeUpload(context, pictureBytesMax, (piece) => Effect.sync(() => void pieces.push(piece)))
    const { hash, ...facts } = yield* keepPicture(Buffer.concat(pieces)).pipe(
      Effect.catchTag("PictureRefused", ({ again, reason }) => Effect.fail(again ? notNow() : refused(reason)))
    )
    const url = `${picturesApi}/${hash}`
    return reply(201, { address: pictureAddress(hash), url, ...facts }, { Location: url })
  })
})

const show = route({
  method: "GET",
  path: `${picturesApi}/{hash}`,
  operationId: "showPicture",
  summary: "A picture",
  tag: "questions",
  role: "viewer",
  params: { hash: HashText },
  answers: { 200: saysMedia("The picture", ...types), 304: saysNothing("The same as by `If-None-Match`") },
  refuses: ["not-found"],
  example: { params: { hash: "0".repeat(64) } },
  handle: Effect.fnUntraced(function* ({ context, params: { hash } }) {
    const headers = { ETag: `"${hash}"`, "Cache-Control": forEver }
    if (context.req.header("If-None-Match") === headers.ETag) return context.body(null, 304, headers)
    const found = yield* (yield* Pictures).get(hash)
    if (found === null) return yield* noPicture()
    return context.body(new Uint8Array(found.bytes), 200, { ...headers, "Content-Type": found.type })
  })
})

export const pictureRoutes = [put, show]
