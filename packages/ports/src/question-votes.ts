/** Port: what people think of the questions they were asked. A question that too many dislike rests until an editor looks. */
import type { EpochMs, PlayerId, QuestionId } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

/** In so many conversations somebody has to dislike a question that rests then. One person has one voice, so these are as many people. */
export const dislikesMax = 3

export interface QuestionVote {
  readonly question: QuestionId
  readonly conversation: ConversationId
  readonly by: PlayerId
  readonly good: boolean
  readonly atMs: EpochMs
}

/** `Same`: the person thought so before. `Gone`: there is no such question any more. */
export type VoteOutcome = "New" | "Changed" | "Same" | "Gone"

export interface VoteTally {
  readonly good: number
  readonly bad: number
  /** Those that no editor has looked at. */
  readonly unseenBad: number
}

export interface DislikedQuestion extends VoteTally {
  readonly question: QuestionId
  readonly rests: boolean
}

export class QuestionVotes extends Context.Service<
  QuestionVotes,
  {
    /** One outcome per vote, in order. The last voice of a person counts; a vote that comes again changes nothing. */
    cast(votes: ReadonlyArray<QuestionVote>): Effect.Effect<ReadonlyArray<VoteOutcome>, StoreError>
    tally(question: QuestionId): Effect.Effect<VoteTally, StoreError>
    /** Those that somebody dislikes and no editor has looked at since, by id, after `after` (null: from the first), at most `limit`. */
    disliked(after: QuestionId | null, limit: number): Effect.Effect<ReadonlyArray<DislikedQuestion>, StoreError>
    /** An editor has looked at it: what was disliked until now makes it rest no more. */
    looked(question: QuestionId): Effect.Effect<void, StoreError>
  }
>()("@znatoki/ports/QuestionVotes") {}
