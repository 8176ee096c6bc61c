/** VariantProposals in memory: an accepted one goes into the question that the bank in memory draws. */
import type { QuestionId } from "@znatoki/engine"
import { type NewVariant, VariantProposals } from "@znatoki/ports/variant-proposals"
import { Clock, Effect, Layer } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<VariantProposals, never, MemoryDatabase> = Layer.effect(
  VariantProposals,
  Effect.gen(function* () {
    const { questions, variants } = yield* MemoryDatabase

    const isKnown = ({ answer, question }: NewVariant): boolean =>
      [...variants.values()].some(
        (known) => known.question === question && known.answer.toLowerCase() === answer.toLowerCase()
      )

    const count = (id: QuestionId, answer: string, nowMs: number): void => {
      const known = questions.get(id)
      if (known === undefined) return
      const { question, seen } = known
      const moreAccepted = [...seen.moreAccepted, answer]
      questions.set(id, {
        ...known,
        seen: { ...seen, moreAccepted, version: seen.version + 1, updatedAtMs: Math.max(nowMs, seen.updatedAtMs) },
        question: { ...question, accepted: [...question.accepted, answer] }
      })
    }

    return {
      propose: Effect.fnUntraced(function* (given) {
        const proposedAtMs = yield* Clock.currentTimeMillis
        let fresh = 0
        for (const variant of given) {
          if (isKnown(variant)) continue
          fresh++
          const id = variants.size + 1
          const settled = { settledAtMs: null, settledBy: null }
          variants.set(id, { id, ...variant, state: "waiting", proposedAtMs, ...settled })
        }
        return fresh
      }),
      list: (state, after, limit) =>
        Effect.sync(() =>
          [...variants.values()]
            .filter((variant) => (after === null || variant.id > after) && (state === null || variant.state === state))
            .slice(0, limit)
        ),
      settle: Effect.fnUntraced(function* (id, accepted, by) {
        const settledAtMs = yield* Clock.currentTimeMillis
        const known = variants.get(id)
        if (known === undefined || known.state !== "waiting") return null
        const settled = { ...known, state: accepted ? "accepted" : "refused", settledAtMs, settledBy: by } as const
        variants.set(id, settled)
        if (accepted) count(known.question, known.answer, settledAtMs)
        return settled
      })
    }
  })
)
