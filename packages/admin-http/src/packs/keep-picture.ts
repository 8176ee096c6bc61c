/** A file that somebody sent becomes a picture of the bank: made once, whoever sends it how often. */
import { PictureCleaner } from "@znatoki/ports/picture-cleaner"
import { type PictureFacts, Pictures } from "@znatoki/ports/pictures"
import { Effect } from "effect"
import { createHash } from "node:crypto"

export const keepPicture = Effect.fnUntraced(function* (bytes: Uint8Array) {
  const pictures = yield* Pictures
  const file = createHash("sha256").update(bytes).digest("hex")
  const known = yield* pictures.madeOf(file)
  if (known !== null) return known
  const picture = yield* (yield* PictureCleaner).clean(bytes)
  const hash = yield* pictures.put(picture, file)
  const { height, type, width } = picture
  return { hash, type, width, height, size: picture.bytes.length } satisfies PictureFacts
})
