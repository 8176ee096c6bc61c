/** Brings a picture to VK: asks where to, sends it there, has it kept. Its name among VK's attachments comes back. */
import { Effect, Schema } from "effect"
import { fetchJson } from "../api/fetch-json.ts"
import type { VkApi } from "../api/vk-api.ts"
import { tokenPlace } from "../api/vk-config.ts"
import { sayError, type VkError } from "../api/vk-error.ts"
import { pictureKindOf } from "./picture-kind.ts"
import { PictureTrouble } from "./picture-trouble.ts"

const waitMaxMs = 15_000

const Server = Schema.Struct({ upload_url: Schema.NonEmptyString })
const Sent = Schema.Struct({
  server: Schema.Union([Schema.Int, Schema.String]),
  photo: Schema.String,
  hash: Schema.String
})
const Saved = Schema.Array(
  Schema.Struct({ id: Schema.Int, owner_id: Schema.Int, access_key: Schema.optionalKey(Schema.String) })
)
const decodeSent = Schema.decodeUnknownEffect(Sent)

/** What else a token may lack is told of when it is asked for messages. */
const noRight: ReadonlySet<number | null> = new Set([7, 15, 27])
const toGiveRight = `Pictures need a token with the right "photos": create one with it and set ${tokenPlace} to it.`
/** What the upload server said is out of date by now: another upload may do. */
const again: ReadonlySet<number | null> = new Set([114, 118, 121, 129])

const troubleOf = (error: VkError): PictureTrouble => {
  const reason = noRight.has(error.code) ? `${sayError(error)}. ${toGiveRight}` : sayError(error)
  return new PictureTrouble({ reason, again: error._tag === "VkUnavailable" || again.has(error.code) })
}

const noted = (reason: string, again: boolean) => new PictureTrouble({ reason, again })

const send = Effect.fnUntraced(function* (uploadUrl: string, bytes: Uint8Array<ArrayBuffer>) {
  const kind = pictureKindOf(bytes)
  if (kind === null) return yield* noted("neither JPEG nor PNG nor GIF", false)
  const body = new FormData()
  // VK goes by the name's end.
  body.append("photo", new Blob([bytes], { type: kind.type }), `picture.${kind.extension}`)
  const answer = yield* fetchJson(uploadUrl, { method: "POST", body }, waitMaxMs).pipe(
    Effect.mapError(({ reason }) => noted(`the upload: ${reason}`, true))
  )
  const sent = yield* decodeSent(answer).pipe(
    Effect.mapError(() => noted("VK's upload server does not take it", false))
  )
  if (sent.photo === "" || sent.photo === "[]") return yield* noted("VK's upload server got nothing of it", true)
  return sent
})

export const uploadPicture = Effect.fn("uploadPicture")(function* (
  vk: VkApi["Service"],
  bytes: Uint8Array<ArrayBuffer>
): Effect.fn.Return<string, PictureTrouble> {
  const { upload_url } = yield* vk.call("photos.getMessagesUploadServer", {}, Server).pipe(Effect.mapError(troubleOf))
  const { hash, photo, server } = yield* send(upload_url, bytes)
  const [saved] = yield* vk
    .call("photos.saveMessagesPhoto", { photo, server: String(server), hash }, Saved)
    .pipe(Effect.mapError(troubleOf))
  if (saved === undefined) return yield* noted("VK kept nothing of it", true)
  const { access_key, id, owner_id } = saved
  return `photo${owner_id}_${id}${access_key === undefined ? "" : `_${access_key}`}`
})
