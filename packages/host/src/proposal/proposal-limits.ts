/** How long and how many the pieces of a proposed question may be, and which of them may be left out. */
import type { ProposalStep } from "@znatoki/chat/proposal"

/** UTF-16 units. All of them together fit into one message. */
export const lengths = {
  text: { min: 15, max: 1_500 },
  answer: { min: 1, max: 200 },
  accepted: { min: 1, max: 300 },
  comment: { min: 3, max: 800 },
  source: { min: 3, max: 300 }
} as const

export const acceptedMax = 10
export const sentInDayMax = 5
export const dayMs = 24 * 3_600_000
/** Whoever comes back after this may have forgotten what was asked: the words are not taken for an answer to it. */
export const awakeMs = 3_600_000

export type TextStep = keyof typeof lengths

export const optional: ReadonlySet<ProposalStep> = new Set<ProposalStep>(["accepted", "picture"])

export const steps: ReadonlyArray<ProposalStep> = [
  "text",
  "answer",
  "accepted",
  "comment",
  "source",
  "picture",
  "confirm"
]
