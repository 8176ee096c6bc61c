/** QuestionBank in memory: the same draw from the same bank as any other implementation. */
import { createHash } from "node:crypto"
import type { Question } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import { anyQuestion, difficultiesOf, isAnyQuestion, type QuestionChoice } from "@znatoki/chat/question-choice"
import { type Draw, type Drawn, QuestionBank } from "@znatoki/ports/question-bank"
import { Effect, Layer } from "effect"
import { pictureHashOf } from "@znatoki/ports/pictures"
import { MemoryDatabase, type RecordedQuestion } from "./memory-database.ts"
import { askedOf } from "./question-shelves.ts"

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

    const mayAsk = askedOf({ packs, resting })
    const isEverybodys = mayAsk(null)

    /** Another conversation's own pack holds nothing for this one; its own is asked only where it is named. */
    const fits = (conversation: ConversationId, { level, packs, themes }: QuestionChoice) => {
      const mayBe = packs.length === 0 ? isEverybodys : mayAsk(conversation)
      return (each: RecordedQuestion): boolean =>
        mayBe(each) &&
        (packs.length === 0 || packs.some(({ key }) => key === each.seen.pack)) &&
        (themes.length === 0 || each.seen.themes.some((theme) => themes.includes(theme))) &&
        (level === null || difficultiesOf[level].includes(each.seen.difficulty))
    }

    const drawOne = (draw: Draw): Drawn | null => {
      const { choice = anyQuestion, conversation } = draw
      if (isAnyQuestion(choice)) return asDrawn(drawAny(draw))
      const asked = conversations.get(conversation)?.asked
      const fresh = [...questions.values()]
        .filter(fits(conversation, choice))
        .map(({ question }) => question)
        .filter(({ id }) => asked?.has(id) !== true)
      if (fresh.length === 0) return asDrawn(drawAny(draw), "over")
      return asDrawn(nearest(fresh, draw), fresh.length === 1 ? "last" : undefined)
    }

    const nearest = (fresh: ReadonlyArray<Question>, { seed }: Draw): Question | null => {
      const start = placeOnRing(String(seed))
      return best(fresh, ({ id }) => {
        const lot = lotOf(id)
        return lot >= start ? lot - start : lot - start + ringSize
      })
    }

    const drawAny = (draw: Draw): Question | null => {
      const asked = conversations.get(draw.conversation)?.asked
      const possible = [...questions.values()].filter(isEverybodys).map(({ question }) => question)
      const fresh = possible.filter(({ id }) => asked?.has(id) !== true)
      return fresh.length === 0 ? best(possible, ({ id }) => asked?.get(id) ?? 0) : nearest(fresh, draw)
    }

    const withAnswerPicture = (drawn: Drawn | null): Drawn | null => {
      const named = drawn === null ? null : (questions.get(drawn.question.id)?.seen.answerImage ?? null)
      const isFound = named !== null && (pictureHashOf(named) !== null || /^https?:/.test(named))
      return drawn === null || !isFound ? drawn : { ...drawn, question: { ...drawn.question, answerImageUrl: named } }
    }

    const withCredit = (drawn: Drawn | null): Drawn | null => {
      const pack = drawn === null ? null : (questions.get(drawn.question.id)?.seen.pack ?? null)
      const credit = pack === null ? null : (packs.get(pack)?.credit ?? null)
      return drawn === null || credit === null ? drawn : { ...drawn, question: { ...drawn.question, credit } }
    }

    return {
      draw: (draws) => Effect.sync(() => draws.map((draw) => withCredit(withAnswerPicture(drawOne(draw)))))
    }
  })
)

const asDrawn = (question: Question | null, choice?: "last" | "over"): Drawn | null =>
  question === null ? null : { question, ...(choice === undefined ? {} : { choice }) }

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
