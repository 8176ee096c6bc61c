/** A question that a person proposes to the bot in private, piece by piece: what is remembered of it between two messages. */
import { EpochMs, PlayerId } from "@znatoki/engine"
import { Schema } from "effect"

/** A picture somebody sent. */
export const Picture = Schema.Struct({
  /** Where it can be seen. */
  url: Schema.NonEmptyString,
  /** What the messenger calls it, so that it can be sent on. */
  attachment: Schema.NonEmptyString
})
export type Picture = typeof Picture.Type

/** What is asked for, one after another; the last one is a look at all of it. */
export const ProposalStep = Schema.Literals(["text", "answer", "accepted", "comment", "source", "picture", "confirm"])
export type ProposalStep = typeof ProposalStep.Type

/** Null: not told, or left out. */
export const ProposalDraft = Schema.Struct({
  text: Schema.NullOr(Schema.String),
  answer: Schema.NullOr(Schema.String),
  accepted: Schema.Array(Schema.String),
  comment: Schema.NullOr(Schema.String),
  source: Schema.NullOr(Schema.String),
  picture: Schema.NullOr(Picture)
})
export type ProposalDraft = typeof ProposalDraft.Type

export const Proposal = Schema.Struct({
  /** Null: nothing is being written. */
  writing: Schema.NullOr(Schema.Struct({ step: ProposalStep, draft: ProposalDraft, touchedAtMs: EpochMs })),
  /** Grows with every question that is asked; a button carries the one it was shown with. */
  move: Schema.Natural,
  /** When the last ones were sent, as far as the limit of a day needs it. */
  sentAtMs: Schema.Array(EpochMs)
})
export type Proposal = typeof Proposal.Type

/** Ready for the editors. */
export const ProposedQuestion = Schema.Struct({
  text: Schema.NonEmptyString,
  answer: Schema.NonEmptyString,
  accepted: Schema.Array(Schema.NonEmptyString),
  comment: Schema.NonEmptyString,
  source: Schema.NonEmptyString,
  picture: Schema.NullOr(Picture),
  by: PlayerId,
  /** What they were called then. */
  name: Schema.String
})
export type ProposedQuestion = typeof ProposedQuestion.Type

/** What a button under one of the bot's questions asks for. */
export const ProposalWish = Schema.Literals(["back", "skip", "cancel", "send"])
export type ProposalWish = typeof ProposalWish.Type
