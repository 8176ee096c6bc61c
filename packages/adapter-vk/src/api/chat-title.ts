/** What the people of a chat call it. */
import { Effect, Schema } from "effect"
import type { VkApi } from "./vk-api.ts"

/** Nobody waits for it. */
const patience = { attempts: 1, timeoutMs: 5_000 }

const Found = Schema.Struct({
  items: Schema.Array(
    Schema.Struct({
      chat_settings: Schema.optionalKey(Schema.Struct({ title: Schema.optionalKey(Schema.String) }))
    })
  )
})

/** Null: VK does not say; it tells administrators alone. */
export const chatTitle = (vk: VkApi["Service"], peerId: number): Effect.Effect<string | null> =>
  vk.call("messages.getConversationsById", { peer_ids: String(peerId) }, Found, patience).pipe(
    Effect.map(({ items }) => items[0]?.chat_settings?.title ?? null),
    Effect.catch(() => Effect.succeed(null))
  )
