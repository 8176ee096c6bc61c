/** QuestionBank in memory: the same draw from the same bank as any other implementation. */
import { createHash } from "node:crypto"
import type { Question } from "@znatoki/engine"
import { type Draw, QuestionBank } from "@znatoki/ports/question-bank"
import { Effect, Layer } from "effect"
import { MemoryDatabase, type RecordedQuestion } from "./memory-database.ts"

export const layer: Layer.Layer<QuestionBank, never, MemoryDatabase> = Layer.effect(
  QuestionBank,
  Effect.gen(function* () {
    const { conversations, packs, questions, resting } = yield* MemoryDatabase
    const lots = new Map<string, number>()

    const lotOf = (text: string): number => {
      const known = lots.get(text)
      if (known !== undefined) return known
      const lot = placeOnRing(text)
      lots.set(text, lot)
      return lot
    }

    const isEverybodys = ({ seen }: RecordedQuestion): boolean =>
      seen.state === "published" &&
      !resting.has(seen.id) &&
      (seen.pack === null || packs.get(seen.pack)?.owner === null)

    const drawOne = ({ conversation, seed }: Draw): Question | null => {
      const asked = conversations.get(conversation)?.asked
      const possible = [...questions.values()].filter(isEverybodys).map(({ question }) => question)
      const fresh = possible.filter(({ id }) => asked?.has(id) !== true)
      if (fresh.length === 0) return best(possible, ({ id }) => asked?.get(id) ?? 0)
      const start = placeOnRing(String(seed))
      return best(fresh, ({ id }) => {
        const lot = lotOf(id)
        return lot >= start ? lot - start : lot - start + ringSize
      })
    }

    return { draw: (draws) => Effect.sync(() => draws.map(drawOne)) }
  })
)

const ringSize = 2 ** 32

/** Questions and seeds have their places on one ring; a seed draws the first possible question from its place on. */
const placeOnRing = (text: string): number => createHash("md5").update(text).digest().readUInt32BE(0)

const best = (questions: ReadonlyArray<Question>, rank: (question: Question) => number): Question | null => {
  let found: { readonly question: Question; readonly rank: number } | null = null
  for (const question of questions) {
    const each = rank(question)
    if (found === null || each < found.rank) found = { question, rank: each }
  }
  return found?.question ?? null
}
