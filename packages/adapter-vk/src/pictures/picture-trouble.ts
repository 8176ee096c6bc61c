/** Why a picture cannot be shown, in words without its address. */
import { Schema } from "effect"

export class PictureTrouble extends Schema.TaggedError<PictureTrouble>()("PictureTrouble", {
  reason: Schema.String,
  /** Whether the same may work a moment later. */
  again: Schema.Boolean
}) {}
