/** How a round ended: right or not and why, the answer with all that belongs to it, the score, what comes next. */
import type { EffectOf, Judgement } from "@znatoki/engine"
import type { Around } from "./around.ts"
import { capital } from "./duration-words.ts"
import { explainJudgement } from "./explain-judgement.ts"
import { fit } from "./fit-text.ts"
import { blitzName, scoreWords } from "./game-words.ts"
import { verdictKeyboard, withLikes } from "./keyboards.ts"
import { extraMinuteEarned } from "./help-messages.ts"
import type { Text } from "@znatoki/chat/message"
import { opening, type Piece, piece, suspenseMs } from "./piece.ts"
import { quoted } from "./quoted.ts"
import { lines, paragraphs } from "./text.ts"
import { answerMediaOf, creditOf, labelled, toldAnswer } from "./told-answer.ts"
import { isDecider } from "./turning-points.ts"
import { nextWords } from "./time-left-words.ts"

type Judged = EffectOf<"RoundJudged">

const head = ({ answerer, given, judgement, point }: Judged, isVoted: boolean): string => {
  const name = answerer?.name ?? "Ответ"
  if (given === null) return answerer === null ? "⌛ Ответа не было." : `⌛ Время вышло: ${name} молчит.`
  const doubt = judgement?.verdict === "disputed" ? "🤔 Спорный ответ." : "❌ Неверно."
  const lost = isVoted ? "❌ Не засчитано." : doubt
  const sign = point === "team" ? (isVoted ? "✅ Засчитано!" : "✅ Верно!") : lost
  return `${sign} ${name}: «${quoted(given)}»`
}

/** An answer that is simply right or simply another needs no explanation; a vote of the table is one itself. */
const why = (judgement: Judgement | null, isVoted: boolean): string | null => {
  const isPlain = judgement === null || judgement.reason === "exact" || judgement.reason === "other"
  return isPlain || isVoted ? null : `${explainJudgement(judgement)}.`
}

const blitzOutcome = ({ blitz, point }: Judged): string | null => {
  if (blitz === null) return null
  const name = capital(blitzName(blitz))
  return point === "team"
    ? `💥 ${name} выигран: все ответы верны!`
    : `💥 ${name} проигран на вопросе ${blitz.question} из ${blitz.of}.`
}

const minuteOf = ({ effects, state }: Around): string | null => {
  const earned = effects.find((effect) => effect._tag === "ExtraMinuteEarned")
  return earned === undefined ? null : extraMinuteEarned(earned, state.settings)
}

/** Whoever was right, or silent, or saw it with the vote does not ask what else would have been right. */
const acceptedOf = ({ given, point, question }: Judged, isVoted: boolean): string =>
  point === "team" || given === null || isVoted ? "" : question.accepted.join("; ")

/** Only who does not know the right answer yet holds their breath for it. */
export const verdictOpens = ({ given, point, round, score }: Judged, { effects, state }: Around): Piece | null => {
  const before = { ...score, [point]: score[point] - 1 }
  const isKnown = given === null || effects.some(({ _tag }) => _tag === "VoteClosed")
  return isKnown || !isDecider(before, round, state.settings)
    ? null
    : opening(lines("🥁 Внимание, правильный ответ…"), null, suspenseMs)
}

export const roundJudged = (effect: Judged, around: Around): Piece => {
  const { state } = around
  const { question, score } = effect
  const isVoted = around.effects.some(({ _tag }) => _tag === "VoteClosed")
  // Where it was waited for, the answer comes first.
  const inOrder = (verdict: Text, answer: Text) =>
    verdictOpens(effect, around) === null ? [verdict, answer] : [answer, verdict]
  const told = piece(
    toldAnswer(question, {
      accepted: acceptedOf(effect, isVoted),
      inOrder: (answer) =>
        inOrder(lines(head(effect, isVoted), why(effect.judgement, isVoted), blitzOutcome(effect)), answer),
      end: lines(`Счёт: ${scoreWords(score)}`, minuteOf(around), nextWords(state))
    }),
    state._tag === "Verdict" ? withLikes(verdictKeyboard(state), question.id) : null,
    `${state.game}/${effect.round}/verdict`
  )
  return { ...told, media: answerMediaOf(question) }
}

/** One question of a blitz is behind: only what belongs to it, for the next one follows at once. */
export const blitzGoesOn = ({ answerer, given, question }: EffectOf<"BlitzGoesOn">): Piece => {
  const media = answerMediaOf(question)
  const told = piece((room) =>
    fit(
      [question.comment ?? "", question.answer],
      ([comment = "", answer = ""]) =>
        paragraphs(
          lines(
            `✅ Верно! ${answerer?.name ?? "Ответ"}: «${quoted(given ?? "")}»`,
            labelled("Правильный ответ", answer)
          ),
          media?.instead ?? null,
          comment === "" ? null : `💬 ${comment}`,
          creditOf(question)
        ),
      room
    )
  )
  return { ...told, media }
}
