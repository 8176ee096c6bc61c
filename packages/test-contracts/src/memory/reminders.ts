/** Reminders in memory. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { type KeptReminders, nextQuestion, nextReminder, noReminders, withWish } from "@znatoki/chat/reminder"
import type { EpochMs } from "@znatoki/engine"
import { type AdminOrder, AdminOrders } from "@znatoki/ports/admin-orders"
import { reminderLateMs, Reminders } from "@znatoki/ports/reminders"
import { Effect, Layer } from "effect"

interface Entry {
  readonly kept: KeptReminders
  readonly nextAtMs: number | null
  readonly questionAtMs: number | null
}

const entryOf = (kept: KeptReminders, nowMs: EpochMs): Entry => ({
  kept,
  nextAtMs: nextReminder(kept, nowMs),
  questionAtMs: nextQuestion(kept, nowMs)
})

/** Lives as long as the layer. */
export const layer: Layer.Layer<Reminders, never, AdminOrders> = Layer.effect(
  Reminders,
  Effect.gen(function* () {
    const orders = yield* AdminOrders
    const all = new Map<ConversationId, Entry>()
    const fire = (moment: "nextAtMs" | "questionAtMs", order: AdminOrder) =>
      Effect.fnUntraced(function* (nowMs: EpochMs, limit: number) {
        const due = [...all].filter(([, { [moment]: atMs }]) => atMs !== null && atMs <= nowMs).slice(0, limit)
        let said = 0
        for (const [conversation, entry] of due) {
          all.set(conversation, { ...entry, [moment]: entryOf(entry.kept, nowMs)[moment] })
          const atMs = entry[moment]
          if (atMs === null || atMs <= nowMs - reminderLateMs) continue
          yield* orders.give({ conversation, order, atMs })
          said += 1
        }
        return { due: due.length, said }
      })
    return {
      of: (conversation) => Effect.sync(() => all.get(conversation)?.kept ?? noReminders),
      change: (conversation, wish, nowMs) =>
        Effect.sync(() => {
          const before = all.get(conversation)?.kept ?? noReminders
          const kept = withWish(before, wish)
          if (kept !== before) all.set(conversation, entryOf(kept, nowMs))
          return kept
        }),
      fire: fire("nextAtMs", { _tag: "Remind" }),
      fireQuestions: fire("questionAtMs", { _tag: "AskDaily" })
    }
  })
)
