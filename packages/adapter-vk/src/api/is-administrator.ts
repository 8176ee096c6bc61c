/** Whether the bot administers a conversation, and so is shown all that is said in it. */
import { Effect, Schema } from "effect"
import type { VkApi } from "./vk-api.ts"

/** A greeting and the first game wait for it; who does not know says a line more. */
const patience = { attempts: 1, timeoutMs: 1_000 }

const Members = Schema.Struct({ count: Schema.Int })

/** VK shows the list of members to administrators alone. */
export const isAdministrator = (vk: VkApi["Service"], peerId: number): Effect.Effect<boolean> =>
  vk.call("messages.getConversationMembers", { peer_id: String(peerId), count: "1" }, Members, patience).pipe(
    Effect.as(true),
    Effect.catch(() => Effect.succeed(false))
  )
