/** A task as JSON, to be played by a later process; who brought it is told that it is safe and not asked again. */
import { EpochMs, TimerName } from "@znatoki/engine"
import { ConversationId, Incoming } from "@znatoki/chat/chat-input"
import { AdminOrder } from "@znatoki/ports/admin-orders"
import { Effect, Schema } from "effect"
import type { Task } from "../play/task.ts"

const Happened = Schema.TaggedUnion({
  Chat: { incoming: Incoming },
  Timer: { due: Schema.Struct({ conversation: ConversationId, game: Schema.Int, timer: TimerName, atMs: EpochMs }) },
  Order: { id: Schema.String, conversation: ConversationId, order: AdminOrder, atMs: EpochMs },
  Settled: { conversation: ConversationId, revision: Schema.Int },
  Presence: { conversation: ConversationId, isHere: Schema.Boolean, atMs: EpochMs },
  Outage: {
    conversation: ConversationId,
    sinceMs: EpochMs,
    atMs: EpochMs,
    unheard: Schema.optionalKey(Schema.Literal(true))
  }
})

/** Throws where the task itself does, when it is looked at. */
export const encodeTask = (task: Task): string => JSON.stringify({ ...task, done: undefined, trace: undefined })

const read = Schema.decodeEffect(Schema.fromJsonString(Happened))

export const decodeTask = (text: string): Effect.Effect<Task, Schema.SchemaError> =>
  Effect.map(read(text), (happened) => ({ ...happened, done: Effect.void }))
