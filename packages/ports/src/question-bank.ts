/** Port: questions to play. */
import type { Question, Seed } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { QuestionChoice } from "@znatoki/chat/question-choice"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

export interface Draw {
  readonly conversation: ConversationId
  /** Chooses among the questions that are possible. */
  readonly seed: Seed
  /** What the conversation wants to be asked; absent: anything. */
  readonly choice?: QuestionChoice
}

export interface Drawn {
  readonly question: Question
  /** `last`: nothing new is left of what was chosen; `over`: this one is from elsewhere, for there was nothing. */
  readonly choice?: "last" | "over"
}

export class QuestionBank extends Context.Service<
  QuestionBank,
  {
    /**
     * One question per draw, in order; null when there are none at all. None that the conversation was asked before,
     * until the bank is used up; then those asked longest ago. Where nothing new is left of what was chosen, anything goes.
     */
    draw(draws: ReadonlyArray<Draw>): Effect.Effect<ReadonlyArray<Drawn | null>, StoreError>
  }
>()("@znatoki/ports/QuestionBank") {}
