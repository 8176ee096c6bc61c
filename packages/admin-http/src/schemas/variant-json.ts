/** An answer that people ruled right, as editors read it. */
import { ProposalState, type VariantProposal } from "@znatoki/ports/variant-proposals"
import { DateTime, Schema } from "effect"
import { QuestionIdText } from "./question-json.ts"

export const VariantIdText = Schema.String.check(
  Schema.isPattern(/^[1-9]\d{0,14}$/, { message: "Expected a whole number" })
)

export const VariantJson = Schema.Struct({
  id: Schema.String,
  question: QuestionIdText,
  answer: Schema.String,
  /** Where it was given. */
  game: Schema.String,
  state: ProposalState,
  proposedAt: Schema.String,
  settledAt: Schema.NullOr(Schema.String),
  settledBy: Schema.NullOr(Schema.String)
})

const iso = (atMs: number) => DateTime.formatIso(DateTime.makeUnsafe(atMs))

export const variantJson = ({
  id,
  proposedAtMs,
  settledAtMs,
  ...variant
}: VariantProposal): typeof VariantJson.Type => ({
  ...variant,
  id: String(id),
  proposedAt: iso(proposedAtMs),
  settledAt: settledAtMs === null ? null : iso(settledAtMs)
})

export const VariantDecision = Schema.Struct({ accepted: Schema.Boolean })
