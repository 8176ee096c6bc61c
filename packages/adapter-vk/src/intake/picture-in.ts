/** The first picture that hangs on a message: where it can be seen largest, and what VK calls it. */
import type { Picture } from "@znatoki/chat/proposal"
import { Option, Schema } from "effect"

const Size = Schema.Struct({ url: Schema.String, width: Schema.Number, height: Schema.Number })
const Photo = Schema.Struct({
  type: Schema.Literal("photo"),
  photo: Schema.Struct({
    id: Schema.Int,
    owner_id: Schema.Int,
    access_key: Schema.optionalKey(Schema.String),
    sizes: Schema.Array(Size)
  })
})

const decodePhoto = Schema.decodeUnknownOption(Photo)
const urlMax = 2_000

/** Null: none. */
export const pictureIn = (attachments: ReadonlyArray<unknown>): Picture | null => {
  for (const attachment of attachments) {
    const found = Option.getOrUndefined(decodePhoto(attachment))?.photo
    if (found === undefined) continue
    const largest = found.sizes.toSorted((a, b) => b.width * b.height - a.width * a.height)[0]
    if (largest === undefined || !/^https?:\/\//.test(largest.url) || largest.url.length > urlMax) continue
    const key = found.access_key === undefined ? "" : `_${found.access_key}`
    return { url: largest.url, attachment: `photo${found.owner_id}_${found.id}${key}` }
  }
  return null
}
