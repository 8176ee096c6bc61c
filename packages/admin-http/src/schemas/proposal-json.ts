/** A question that a player proposed, and what people think of one, as editors read it. */
import type { ProposedDraft } from "@znatoki/ports/proposals"
import { DateTime, Schema } from "effect"
import { QuestionIdText } from "./question-json.ts"

export const Outcome = Schema.Literals(["published", "refused"])

export const ProposalJson = Schema.Struct({
  /** The draft, as `/api/v1/questions/{id}` has it. */
  question: QuestionIdText,
  /** The dialog in which it was proposed. */
  conversation: Schema.String,
  /** What the messenger calls the picture that came with it; null: none did. */
  attachment: Schema.NullOr(Schema.String),
  proposedAt: Schema.String,
  /** What its author was told last; null: nothing yet. */
  told: Schema.NullOr(Outcome)
})

export const proposalJson = ({ proposedAtMs, ...proposal }: ProposedDraft): typeof ProposalJson.Type => ({
  question: proposal.question,
  conversation: proposal.conversation,
  attachment: proposal.attachment,
  proposedAt: DateTime.formatIso(DateTime.makeUnsafe(proposedAtMs)),
  told: proposal.told
})

export const DecisionJson = Schema.Struct({
  outcome: Outcome,
  /** Told to the author of a refused question. */
  reason: Schema.optionalKey(Schema.NonEmptyString.check(Schema.isMaxLength(500)))
})

export const DecidedJson = Schema.Struct({
  question: QuestionIdText,
  outcome: Outcome,
  /** False: its author knew it already. */
  told: Schema.Boolean
})

export const VotesJson = Schema.Struct({
  good: Schema.Natural,
  bad: Schema.Natural,
  /** Those that no editor has looked at; too many of them, and the question rests. */
  unseenBad: Schema.Natural
})

export const ComplaintDecision = Schema.Struct({
  /** `retired`: people are right, and it is asked no more; `kept`: it is asked again, and these voices count no more. */
  outcome: Schema.Literals(["retired", "kept"]),
  /** Kept beside the state of a retired one. */
  note: Schema.optionalKey(Schema.NonEmptyString.check(Schema.isMaxLength(500)))
})

export const DislikedJson = Schema.Struct({
  question: QuestionIdText,
  ...VotesJson.fields,
  /** It is not asked until somebody looks. */
  rests: Schema.Boolean
})
