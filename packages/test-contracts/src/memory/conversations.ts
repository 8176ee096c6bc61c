/** Conversations in memory. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Conversations } from "@znatoki/ports/conversations"
import { Effect, Layer } from "effect"
import { conversationsInOrder, MemoryDatabase } from "./memory-database.ts"

const endOf = (id: ConversationId): string => id.slice(id.lastIndexOf(":") + 1)

export const layer: Layer.Layer<Conversations, never, MemoryDatabase> = Layer.effect(
  Conversations,
  Effect.gen(function* () {
    const { conversations, titles } = yield* MemoryDatabase
    return {
      setTitle: (conversation, title) => Effect.sync(() => void titles.set(conversation, title)),
      find: (name) =>
        Effect.sync(() => {
          const all = new Set([...conversations.keys(), ...titles.keys()])
          const [one, another] = [...all].filter((id) => id === name || endOf(id) === name)
          return another === undefined ? (one ?? null) : null
        }),
      playing: (after, limit) =>
        Effect.sync(() =>
          conversationsInOrder(conversations)
            .filter(([id, { stored }]) => "deadline" in stored.state && (after === null || id > after))
            .slice(0, limit)
            .map(([conversation, { stored }]) => ({
              conversation,
              lastOrder: stored.lastOrder,
              hearsAll: stored.hearsAll
            }))
        )
    }
  })
)
