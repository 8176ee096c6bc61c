/** Port: answers that people ruled right, until an editor has said whether they are right for everybody. */
import { QuestionId } from "@znatoki/engine"
import { Context, type Effect, Schema } from "effect"
import type { StoreError } from "./store-error.ts"

export const ProposalState = Schema.Literals(["waiting", "accepted", "refused"])
export type ProposalState = typeof ProposalState.Type

export interface NewVariant {
  readonly question: QuestionId
  readonly answer: string
  /** The id of the game as the archive has it. */
  readonly game: string
}

export class VariantProposal extends Schema.Opaque<VariantProposal>()(
  Schema.Struct({
    id: Schema.Int,
    question: QuestionId,
    answer: Schema.String,
    game: Schema.String,
    state: ProposalState,
    proposedAtMs: Schema.Int,
    settledAtMs: Schema.NullOr(Schema.Int),
    settledBy: Schema.NullOr(Schema.String)
  })
) {}

export class VariantProposals extends Context.Service<
  VariantProposals,
  {
    /** In any case of letters an answer is proposed for a question once; how many of these were new. */
    propose(variants: ReadonlyArray<NewVariant>): Effect.Effect<number, StoreError>
    /** By id, after `after` (null: from the first), at most `limit`. */
    list(
      state: ProposalState | null,
      after: number | null,
      limit: number
    ): Effect.Effect<ReadonlyArray<VariantProposal>, StoreError>
    /** One that waits; an accepted one counts for its question from then on. Null: there is none that waits. */
    settle(id: number, accepted: boolean, by: string | null): Effect.Effect<VariantProposal | null, StoreError>
  }
>()("@znatoki/ports/VariantProposals") {}
