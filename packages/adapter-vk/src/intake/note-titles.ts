/** What conversations are called goes by the game: it is remembered for those who look after the bot, and nobody waits for it. */
import { cut } from "@znatoki/chat/cut"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Conversations } from "@znatoki/ports/conversations"
import { RecentMap } from "@znatoki/ports/recent-map"
import { Effect } from "effect"
import { chatTitle } from "../api/chat-title.ts"
import { storableIn } from "../api/storable.ts"
import type { VkApi } from "../api/vk-api.ts"

const titleMax = 200
const askedMax = 10_000

export interface NoteTitles {
  readonly set: (conversation: ConversationId, title: string) => Effect.Effect<void>
  /** Asks VK, once in the life of the process. */
  readonly learn: (conversation: ConversationId, peerId: number) => Effect.Effect<void>
}

export const makeNoteTitles = Effect.fnUntraced(function* (vk: VkApi["Service"]) {
  const conversations = yield* Conversations
  const scope = yield* Effect.scope
  const asked = new RecentMap<ConversationId, true>(askedMax)

  /** One that was not stored is learned the next time. */
  const store = (conversation: ConversationId, title: string) =>
    conversations
      .setTitle(conversation, cut(storableIn(title), titleMax))
      .pipe(Effect.catch((error) => Effect.logDebug("the title of a conversation was not stored", error)))

  const titles: NoteTitles = {
    set: (conversation, title) => Effect.asVoid(Effect.forkIn(store(conversation, title), scope)),
    learn: (conversation, peerId) => {
      if (asked.has(conversation)) return Effect.void
      asked.set(conversation, true)
      return chatTitle(vk, peerId).pipe(
        Effect.flatMap((title) => (title === null ? Effect.void : store(conversation, title))),
        Effect.forkIn(scope),
        Effect.asVoid
      )
    }
  }
  return titles
})
