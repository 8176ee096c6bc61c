/** ConversationSettings in memory. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import {
  ConversationSettings,
  nothingSettled,
  type Settled,
  type SettlingDone
} from "@znatoki/ports/conversation-settings"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Layer } from "effect"

/** Lives as long as the layer. */
export const layer: Layer.Layer<ConversationSettings> = Layer.sync(ConversationSettings, () => {
  const settled = new Map<ConversationId, Settled>()
  const unnoticed = new Map<ConversationId, number>()
  return {
    of: (conversations) =>
      Effect.sync(
        () =>
          new Map(
            conversations.flatMap((id) => {
              const found = settled.get(id)
              return found === undefined ? [] : [[id, found]]
            })
          )
      ),
    settle: (conversation, { muted, settings }, expected) =>
      Effect.sync((): SettlingDone => {
        const before = settled.get(conversation) ?? nothingSettled
        if (expected !== null && expected !== before.revision) return { _tag: "Moved", settled: before }
        const revision = before.revision + 1
        const chosen =
          settings === undefined ? before.settings : settings === null ? null : { chosen: settings, revision }
        const next = { revision, settings: chosen, muted: muted ?? before.muted }
        settled.set(conversation, next)
        unnoticed.set(conversation, revision)
        return { _tag: "Settled", settled: next }
      }),
    unnoticed: (slice, limit) =>
      Effect.sync(() =>
        [...unnoticed]
          .filter(([conversation]) => slice.includes(partitionOf(conversation)))
          .slice(0, limit)
          .map(([conversation, revision]) => ({ conversation, revision }))
      ),
    noticed: ({ conversation, revision }) =>
      Effect.sync(() => {
        if (unnoticed.get(conversation) === revision) unnoticed.delete(conversation)
      })
  }
})
