/** DailyQuestions in memory: they are what the games in memory have beside them. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { DailyQuestions } from "@znatoki/ports/daily-questions"
import { Effect, Layer } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<DailyQuestions, never, AdminOrders | MemoryDatabase> = Layer.effect(
  DailyQuestions,
  Effect.gen(function* () {
    const { conversations } = yield* MemoryDatabase
    const orders = yield* AdminOrders
    /** What was ordered of each. */
    const ordered = new Map<ConversationId, string>()
    return {
      close: Effect.fnUntraced(function* (nowMs, limit) {
        let closed = 0
        for (const [conversation, { stored }] of conversations) {
          const { number = 0, open = null } = stored.daily ?? {}
          if (open === null || open.closesAtMs > nowMs || closed === limit) continue
          const what = `${number}/${open.closesAtMs}`
          if (ordered.get(conversation) === what) continue
          ordered.set(conversation, what)
          yield* orders.give({ conversation, order: { _tag: "CloseDaily", number }, atMs: nowMs })
          closed += 1
        }
        return closed
      })
    }
  })
)
