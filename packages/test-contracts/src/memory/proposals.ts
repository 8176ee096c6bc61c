/** Proposals in memory. */
import type { QuestionId } from "@znatoki/engine"
import { type ProposedDraft, Proposals } from "@znatoki/ports/proposals"
import { Clock, Effect, Layer } from "effect"
import { MemoryDatabase, type ProposedDraft as MemoryDraft } from "./memory-database.ts"

const seen = (question: QuestionId, draft: MemoryDraft): ProposedDraft => {
  const { conversation, proposedAtMs, question: proposed, told } = draft
  return { question, conversation, attachment: proposed.picture?.attachment ?? null, proposedAtMs, told }
}

export const layer: Layer.Layer<Proposals, never, MemoryDatabase> = Layer.effect(
  Proposals,
  Effect.gen(function* () {
    const { conversations, proposals } = yield* MemoryDatabase
    return {
      list: (after, limit) =>
        Effect.sync(() =>
          [...proposals]
            .filter(([question]) => after === null || question > after)
            .slice(0, limit)
            .map(([question, draft]) => seen(question, draft))
        ),

      get: (question) =>
        Effect.sync(() => {
          const draft = proposals.get(question)
          return draft === undefined ? null : seen(question, draft)
        }),

      tell: (question, outcome, message) =>
        Effect.map(Clock.currentTimeMillis, (decidedAtMs) => {
          const proposal = proposals.get(question)
          const entry = proposal === undefined ? undefined : conversations.get(proposal.conversation)
          if (proposal === undefined || entry === undefined || proposal.told === outcome) return false
          proposals.set(question, { ...proposal, told: outcome })
          const { conversation } = proposal
          const { lastSeq, updatedAtMs, version } = entry.stored
          const seq = lastSeq + 1
          conversations.set(conversation, { ...entry, stored: { ...entry.stored, lastSeq: seq, version: version + 1 } })
          const said = { ...message, decidedAtMs }
          entry.pending.set(seq, { conversation, seq, message: said, queuedAtMs: updatedAtMs })
          return true
        })
    }
  })
)
