/** A vote: what it is about, how it stands, how it ended. */
import { type Appeal, countOf, type EffectOf, type GameState, momentOf, type Vote } from "@znatoki/engine"
import { durationWords } from "./duration-words.ts"
import { explainJudgement } from "./explain-judgement.ts"
import { fit } from "./fit-text.ts"
import { scoreWords } from "./game-words.ts"
import { verdictKeyboard, voteKeyboard } from "./keyboards.ts"
import type { Outgoing, Text } from "@znatoki/chat/message"
import { amendable, type Piece, piece } from "./piece.ts"
import { form, plural } from "./plural.ts"
import { quoted } from "./quoted.ts"
import { lines, paragraphs } from "./text.ts"
import { nextWords } from "./time-left-words.ts"
import { voteCall, votersIn } from "./voters-words.ts"

export const voteSlot = (state: Vote | Appeal): string => {
  const { game, place = 1, round } = momentOf(state)
  return `${game}/${round}${place === 1 ? "" : `.${place}`}/${state._tag.toLowerCase()}`
}

const votesWords = (count: number): string => plural(count, ["голос", "голоса", "голосов"])

/** Nothing is said of a count in which there is nothing. */
const standing = (state: Vote | Appeal): string | null => {
  const { left, no, yes } = countOf(state)
  const waits = left === null ? "" : `, ждём ещё ${votesWords(left)}`
  return yes + no === 0 ? null : `За — ${yes}, против — ${no}${waits}.`
}

const call = (state: Vote | Appeal, ms: number): string => `🗳 Засчитать? ${voteCall(state)}: ${durationWords(ms)}.`

/** Says nothing that is not in the state, for it is written anew with every vote. */
const disputed = (state: Vote, room: number): Text =>
  fit(
    [state.question.accepted.join("; "), state.question.answer],
    ([accepted = "", answer = ""]) =>
      paragraphs(
        lines(
          `🤔 Спорный ответ. ${state.answerer.name}: «${quoted(state.given)}»`,
          `${explainJudgement(state.judgement)}.`
        ),
        lines(`Правильный ответ: ${answer}`, accepted === "" ? null : `Зачёт: ${accepted}`),
        lines(call(state, state.settings.voteMs), standing(state))
      ),
    room
  )

const appealed = (state: Appeal): Text =>
  paragraphs(
    `⚖️ Апелляция на ответ «${quoted(state.results.at(-1)?.given ?? "")}».`,
    lines(call(state, state.settings.appealMs), standing(state))
  )

const voteText = (state: Vote | Appeal, room: number): Text =>
  state._tag === "Vote" ? disputed(state, room) : appealed(state)

export const voteOpened = (state: Vote | Appeal): Piece =>
  amendable((room) => voteText(state, room), voteKeyboard(state), voteSlot(state))

/** The count is kept right in the message that asked for it. */
export const voteAmended = (state: Vote | Appeal, textMax: number): Outgoing => ({
  _tag: "Amend",
  text: voteText(state, textMax),
  keyboard: voteKeyboard(state),
  slot: voteSlot(state)
})

/** A tie is told by its numbers. */
const outcome = ({ no, yes }: { readonly no: number; readonly yes: number }): string =>
  yes + no === 0 ? "никто не проголосовал" : `за — ${yes}, против — ${no}, ${decided(yes + no)}`

/** «решили 4 человека». */
const decided = (count: number): string =>
  `${form(count, ["решил", "решили", "решили"])} ${plural(count, ["человек", "человека", "человек"])}`

/** What one person has decided, they know. */
const isKnown = ({ no, yes }: { readonly no: number; readonly yes: number }, state: GameState): boolean =>
  votersIn(state).ended === null && yes + no > 0

export const voteClosed = (effect: EffectOf<"VoteClosed">, state: GameState): Piece | null => {
  const { ended } = votersIn(state)
  if (ended === null) return isKnown(effect, state) ? null : piece(lines("⌛ Время вышло."))
  return piece(lines(`🗳 ${effect.accepted ? ended.accepted : ended.rejected}: ${outcome(effect)}.`))
}

export const appealFiled = ({ endsAtMs, round }: EffectOf<"AppealFiled">, state: GameState): Piece =>
  endsAtMs !== null && state._tag === "Appeal"
    ? voteOpened(state)
    : piece(lines(`⚖️ Апелляция по раунду ${round} подана. Её рассмотрит администратор, а игра идёт дальше.`))

/** The table's ruling ends a vote, so the step that goes on is shown; an admin's comes in the middle of anything. */
export const appealRuled = ({ accepted, round, votes }: EffectOf<"AppealRuled">, state: GameState): Piece => {
  const told = `⚖️ Апелляция ${votes === null ? `по раунду ${round} ` : ""}${accepted ? "принята" : "отклонена"}`
  const score = accepted && "score" in state ? `Счёт: ${scoreWords(state.score)}` : null
  if (votes === null) return piece(lines(`${told}.`, score))
  const isOne = votersIn(state).ended === null
  const how = isOne ? (isKnown(votes, state) ? "" : ": время вышло") : `: ${outcome(votes)}`
  return piece(
    lines(`${told}${how}.`, score, nextWords(state)),
    state._tag === "Verdict" ? verdictKeyboard(state) : null
  )
}
