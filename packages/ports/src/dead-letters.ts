/** Port: messages that never arrived and never will, for admins. Written by `Outbox`. */
import type { EpochMs } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export interface DeadLetter {
  readonly conversation: ConversationId
  readonly seq: number
  /** As it was stored, which may be no message at all: that is one reason to be dead. */
  readonly message: unknown
  readonly reason: string
  /** When it was given up; 0: not known. */
  readonly deadAtMs: EpochMs
}

export class DeadLetters extends Context.Service<
  DeadLetters,
  {
    /** Newest first, those of the same moment by conversation and seq; after `before`, at most `limit`. */
    list(
      before: Pick<DeadLetter, "conversation" | "seq" | "deadAtMs"> | null,
      limit: number
    ): Effect.Effect<ReadonlyArray<DeadLetter>, StoreError>
  }
>()("@znatoki/ports/DeadLetters") {}
