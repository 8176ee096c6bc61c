/** The question of the day that a conversation is being asked, beside its games: what is remembered of it between two messages. */
import { EpochMs, Question } from "@znatoki/engine"
import { Schema } from "effect"

export const DailyQuestion = Schema.Struct({
  /** How many the conversation was asked; the open one, if there is one, is the last of them. */
  number: Schema.Natural,
  /** Null: the right answer was told. */
  open: Schema.NullOr(
    Schema.Struct({
      question: Question,
      askedAtMs: EpochMs,
      closesAtMs: EpochMs,
      /** The time was made longer, for the bot was away as it ended. */
      prolonged: Schema.Boolean
    })
  )
})
export type DailyQuestion = typeof DailyQuestion.Type
