/** Port: messages that never arrived and never will, for admins, who may send one again or let it go. Written by `Outbox`. */
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

export type LetterPlace = Pick<DeadLetter, "conversation" | "seq">

export class DeadLetters extends Context.Service<
  DeadLetters,
  {
    /** Newest first, those of the same moment by conversation and seq; after `before`, at most `limit`. */
    list(
      before: Pick<DeadLetter, "conversation" | "seq" | "deadAtMs"> | null,
      limit: number
    ): Effect.Effect<ReadonlyArray<DeadLetter>, StoreError>
    /** It waits for the messenger again, as on the first day. False: there is no such dead letter. */
    revive(letter: LetterPlace): Effect.Effect<boolean, StoreError>
    /** Nobody wants it any more. False: there is no such dead letter. */
    forget(letter: LetterPlace): Effect.Effect<boolean, StoreError>
  }
>()("@znatoki/ports/DeadLetters") {}
