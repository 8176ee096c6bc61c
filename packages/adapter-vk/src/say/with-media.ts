/** A delivery with what is to be shown with it, or the wait for that. Where it cannot be shown the text tells of it. */
import type { Media, Text } from "@znatoki/chat/message"
import type { Delivery, DeliveryResult } from "@znatoki/ports/messenger"
import { Effect } from "effect"
import type { Pictures } from "../pictures/pictures.ts"

export interface ReadyDelivery extends Delivery {
  /** VK's name of what is attached; null: nothing. */
  readonly attachment: string | null
}

type Preparing = Extract<DeliveryResult, { _tag: "Preparing" }>

/** Only what is said anew waits: an amendment is there already, with words in the picture's place. */
export const withMedia = Effect.fnUntraced(function* (
  pictures: Pictures["Service"],
  delivery: Delivery
): Effect.fn.Return<ReadyDelivery | Preparing> {
  const { media, _tag } = delivery.message
  if (media === undefined) return { ...delivery, attachment: null }
  const look = yield* pictures.look(media.source)
  if (look._tag === "Coming" && _tag === "Say") return { _tag: "Preparing", ready: look.ready }
  return { ...delivery, attachment: look._tag === "Attached" ? look.attachment : null }
})

const without = (text: Text, { instead }: Media): Text =>
  text.map((span) => {
    if (typeof span !== "string") return span
    const paragraph = [`${instead}\n\n`, `\n\n${instead}`, instead].find((part) => span.includes(part))
    return paragraph === undefined ? span : span.replace(paragraph, () => "")
  })

/** Of one with which something is attached. */
export const textOf = ({ message: { media, text } }: ReadyDelivery): Text =>
  media === undefined ? text : without(text, media)
