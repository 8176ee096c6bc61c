/** Port: questions to play. */
import type { Question, Seed } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export interface Draw {
  readonly conversation: ConversationId
  /** Chooses among the questions that are possible. */
  readonly seed: Seed
}

export class QuestionBank extends Context.Service<
  QuestionBank,
  {
    /**
     * One question per draw, in order; null when there are none at all. None that the conversation was asked before,
     * until the bank is used up; then those asked longest ago.
     */
    draw(draws: ReadonlyArray<Draw>): Effect.Effect<ReadonlyArray<Question | null>, StoreError>
  }
>()("@znatoki/ports/QuestionBank") {}
