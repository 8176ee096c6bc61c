/** The words of a message that VK handed over cropped, as they were written. */
import { Effect, Schema } from "effect"
import type { VkApi } from "../api/vk-api.ts"
import { sayError } from "../api/vk-error.ts"

/** The talk waits for it. */
const patience = { attempts: 2, timeoutMs: 3_000 }

const Found = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      conversation_message_id: Schema.Int,
      text: Schema.optionalKey(Schema.String),
      is_cropped: Schema.optionalKey(Schema.Boolean)
    })
  )
})

/** Null: VK does not hand them out. */
export const wholeWords = Effect.fnUntraced(function* (vk: VkApi["Service"], peerId: number, place: number) {
  const params = { peer_id: String(peerId), conversation_message_ids: String(place) }
  const found = yield* vk
    .call("messages.getByConversationMessageId", params, Found, patience)
    .pipe(
      Effect.catch((error) =>
        Effect.as(Effect.logWarning(`a cropped message cannot be read whole: ${sayError(error)}`), { items: [] })
      )
    )
  const message = found.items.find((item) => item.conversation_message_id === place)
  return message === undefined || message.is_cropped === true ? null : (message.text ?? "")
})
