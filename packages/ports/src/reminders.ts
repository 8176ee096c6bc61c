/** Port: reminders to play, and questions of the day, that conversations asked for. Kept beside their games; one that is due becomes an order to say it. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { KeptReminders, ReminderWish } from "@znatoki/chat/reminder"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

/** What is due for longer than that is not said any more: nobody is to be called an evening too late. */
export const reminderLateMs = 3_600_000

export interface Fired {
  readonly due: number
  readonly said: number
}

export class Reminders extends Context.Service<
  Reminders,
  {
    /** What there is. */
    of(conversation: ConversationId): Effect.Effect<KeptReminders, StoreError>
    /** What there is after that wish. Whoever owns the conversation alone may wish; the same wish twice changes nothing. */
    change(conversation: ConversationId, wish: ReminderWish, nowMs: EpochMs): Effect.Effect<KeptReminders, StoreError>
    /**
     * Those that are due, at most `limit`, become orders, each in one step with its next moment, so that each is said once whoever
     * asks and however often. Tells how many were due, and how many of them are to be said.
     */
    fire(nowMs: EpochMs, limit: number): Effect.Effect<Fired, StoreError>
    /** The same of questions of the day. */
    fireQuestions(nowMs: EpochMs, limit: number): Effect.Effect<Fired, StoreError>
  }
>()("@znatoki/ports/Reminders") {}
