/** Port: makes of any file a picture that may be kept and shown, beside whatever else is done; or tells why that is none. */
import { Context, type Effect, Schema } from "effect"
import type { Picture } from "./pictures.ts"

/** In words that tell nothing of the picture itself. */
export class PictureRefused extends Schema.TaggedError<PictureRefused>()("PictureRefused", {
  reason: Schema.String,
  /** Whether the same file may do a moment later; false: another file is needed. */
  again: Schema.Boolean
}) {}

/** Of a file that is to become a picture. */
export const pictureBytesMax = 10 * 1024 * 1024

export class PictureCleaner extends Context.Service<
  PictureCleaner,
  {
    /**
     * A JPEG or a PNG, upright, small enough for every messenger, without a word of where and by whom it was taken. What comes
     * out once comes out the same when it is put in again.
     */
    readonly clean: (bytes: Uint8Array) => Effect.Effect<Picture, PictureRefused>
  }
>()("@znatoki/ports/PictureCleaner") {}
