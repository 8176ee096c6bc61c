/** Port: questions that people proposed, as whoever decides on them tells their authors. The drafts themselves are in the bank. */
import type { EpochMs, QuestionId } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { Outgoing } from "@znatoki/chat/message"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export type ProposalOutcome = "published" | "refused"

export interface ProposedDraft {
  readonly question: QuestionId
  /** The dialog in which it was proposed. */
  readonly conversation: ConversationId
  /** What the messenger calls the picture that came with it; null: none did. */
  readonly attachment: string | null
  readonly proposedAtMs: EpochMs
  /** What its author was told last. */
  readonly told: ProposalOutcome | null
}

export class Proposals extends Context.Service<
  Proposals,
  {
    /** In the order of their ids, after `after` (null: from the first), at most `limit`. */
    list(after: QuestionId | null, limit: number): Effect.Effect<ReadonlyArray<ProposedDraft>, StoreError>
    /** Null: nobody proposed it. */
    get(question: QuestionId): Effect.Effect<ProposedDraft | null, StoreError>
    /**
     * Queues the message for the dialog in which the question was proposed, once for each outcome in a row. False: nobody is to
     * be told, for it was proposed by nobody, or its author knows.
     */
    tell(question: QuestionId, outcome: ProposalOutcome, message: Outgoing): Effect.Effect<boolean, StoreError>
  }
>()("@znatoki/ports/Proposals") {}
