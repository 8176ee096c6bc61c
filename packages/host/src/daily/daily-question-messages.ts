/** What is said of a question of the day: the question, the right answer, and that an answer said to the bot is another one. */
import type { Outgoing } from "@znatoki/chat/message"
import type { DailyEffect } from "./reduce-daily-question.ts"
import { durationWords } from "../duration-words.ts"
import { explainJudgement } from "../explain-judgement.ts"
import { startKeyboard, withLikes } from "../keyboards.ts"
import { messagesOf, type Piece, piece } from "../piece.ts"
import { quoted } from "../quoted.ts"
import { mediaOf, questionText } from "../round-messages.ts"
import { lines, paragraphs, text } from "../text.ts"
import { answerMediaOf, toldAnswer } from "../told-answer.ts"

type Of<Tag extends DailyEffect["_tag"]> = Extract<DailyEffect, { readonly _tag: Tag }>

const asked = ({ openMs, question }: Of<"Asked">, hearsAll: boolean): Piece => {
  const how = hearsAll
    ? "Отвечать может каждый — прямо в беседе."
    : "Отвечать может каждый — с косой чертой: «/ответ Пушкин»."
  const time = `Ответ назову, как только кто-нибудь угадает, или через ${durationWords(openMs, "accusative")}.`
  const said = piece((room) =>
    questionText(question, room, (body) => paragraphs("💡 Вопрос дня", body, lines(how, time)))
  )
  return { ...said, media: mediaOf(question.handout), ahead: question.answerImageUrl }
}

const told = ({ answered, question }: Of<"Told">): Piece => {
  const isPlain = answered === null || answered.judgement.reason === "exact"
  const verdict =
    answered === null
      ? lines("⌛ Вопрос дня никто не взял.")
      : lines(
          text`✅ Верно! ${answered.by.name}: «${quoted(answered.text)}»`,
          isPlain ? null : `${explainJudgement(answered.judgement)}.`
        )
  const said = piece(
    toldAnswer(question, {
      accepted: answered === null ? question.accepted.join("; ") : "",
      inOrder: (answer) => [verdict, answer],
      end: null
    }),
    withLikes(startKeyboard, question.id)
  )
  return { ...said, media: answerMediaOf(question) }
}

const notThat = ({ by, judgement, text: given }: Of<"NotThat">): Piece =>
  piece(
    judgement.verdict === "disputed"
      ? lines(text`🤔 ${by.name}: «${quoted(given)}». Уточните: ${doubtOf(judgement)}.`)
      : lines(text`❌ ${by.name}: «${quoted(given)}» — нет. Думаем дальше!`)
  )

/** Why it was not taken, without that it was not. */
const doubtOf = (judgement: Of<"NotThat">["judgement"]): string => explainJudgement(judgement).replace(/^[^:]+: /u, "")

const pieceOf = (effect: DailyEffect, hearsAll: boolean): Piece => {
  switch (effect._tag) {
    case "Asked":
      return asked(effect, hearsAll)
    case "Told":
      return told(effect)
    case "NotThat":
      return notThat(effect)
  }
}

interface Hearing {
  readonly hearsAll: boolean
  readonly textMax: number
  /** Whose words it is about; null: nobody's. */
  readonly about: number | null
}

/** What ends one question and what begins the next are messages of their own. */
export const dailyMessages = (
  effects: ReadonlyArray<DailyEffect>,
  { about, hearsAll, textMax }: Hearing
): ReadonlyArray<Outgoing> =>
  effects.flatMap((effect) => {
    const [first, ...others] = messagesOf([pieceOf(effect, hearsAll)], textMax).rest
    if (first === undefined) return []
    return [about === null ? first : { ...first, about }, ...others]
  })
