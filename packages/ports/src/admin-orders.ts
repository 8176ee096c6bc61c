/** Port: what admins, or the clock, want to happen in a conversation. They write it down; whoever owns the conversation finds it and does it, once. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Reminder } from "@znatoki/chat/reminder"
import { Context, type Effect, Schema } from "effect"
import type { Slice } from "./slice.ts"
import type { StoreError } from "./store-error.ts"

export const AdminOrder = Schema.TaggedUnion({
  /** The game ends at once. */
  Stop: { game: Schema.Natural },
  /** The appeal of `round` that was left open is ruled on. */
  Rule: { game: Schema.Natural, round: Schema.Natural, accepted: Schema.Boolean },
  /** The conversation asked to be called to play about now: no admin gives it. */
  Remind: {},
  /** When the conversation is asked its question of the day; null: never. */
  SetDailyQuestion: { at: Schema.NullOr(Reminder) },
  /** Nor these: the conversation asked for a question of the day about now; the time of the one with that number is over. */
  AskDaily: {},
  CloseDaily: { number: Schema.Natural },
  /** What admins who read it in the messenger are told of the day before: once, whoever gives it and however often. */
  Digest: { figures: Schema.Record(Schema.String, Schema.Number) }
})
export type AdminOrder = typeof AdminOrder.Type

export interface GivenOrder {
  /** Names it for ever. */
  readonly id: string
  readonly conversation: ConversationId
  readonly order: AdminOrder
  readonly atMs: EpochMs
}

export class AdminOrders extends Context.Service<
  AdminOrders,
  {
    /** False: somebody's ruling on the same appeal waits already, and this one is not taken. */
    give(order: Omit<GivenOrder, "id">): Effect.Effect<boolean, StoreError>
    /** In the order in which they were given, those of these partitions. */
    waiting(slice: Slice, limit: number): Effect.Effect<ReadonlyArray<GivenOrder>, StoreError>
    /** It waits no more. */
    done(id: string): Effect.Effect<void, StoreError>
  }
>()("@znatoki/ports/AdminOrders") {}
