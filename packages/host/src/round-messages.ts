/** What is said in a round before the verdict: the question, the call to choose, the call to answer. */
import type { Choice, EffectOf, GameState, Player, Question, SoloChoice } from "@znatoki/engine"
import type { Around } from "./around.ts"
import { clockLine, clockOf } from "./clock.ts"
import { durationWords } from "./duration-words.ts"
import { fit } from "./fit-text.ts"
import { blitzWords, namesOf, reserveWords, roundWords, seated, sitsAlone, timeFor } from "./game-words.ts"
import { choiceButtonsMax, choiceKeyboard, discussionKeyboard, gameMenu } from "./keyboards.ts"
import type { Media, Text } from "@znatoki/chat/message"
import { mediaAt } from "./media-at.ts"
import { opening, type Piece, piece } from "./piece.ts"
import { typed } from "./typed.ts"
import { isDecider, isLastOf } from "./turning-points.ts"
import { call, lines, paragraphs, text } from "./text.ts"

/** With the buttons that stay while the game lasts, so that the question may have its own. */
export const gameStarted = ({ captain }: EffectOf<"GameStarted">, state: GameState): Piece => {
  const others = "players" in state && state.players.length > 1 ? `За столом: ${namesOf(state.players)}.` : null
  const drawn = others === null ? "" : ", так решил жребий"
  return opening(lines(text`🦉 Начинаем! Капитан — ${call(captain)}${drawn}.`, others), gameMenu, 0)
}

const scoreOf = (state: GameState): string => ("score" in state ? ` · ${state.score.team} : ${state.score.bot}` : "")

const notThereYet = "🖼 К вопросу есть приложение. Если его здесь ещё нет, напишите «/инфо»."

/** What is handed out with a question beside words; null: nothing. */
export const mediaOf = (handout: Question["handout"]): Media | null =>
  handout === null || handout.imageUrl === null ? null : mediaAt(handout.imageUrl, notThereYet)

/** The question as it stands in the message of its round, and again when somebody asks where the game is. */
export const questionText = ({ handout, text: asked }: Question, room: number, around: (body: Text) => Text): Text =>
  fit(
    [handout?.text ?? "", asked],
    ([handed = "", question = ""]) => {
      const handedOut = handed === "" ? null : `📄 Раздаточный материал:\n${handed}`
      return around(paragraphs(handedOut, mediaOf(handout)?.instead ?? null, question))
    },
    room
  )

/** A clock has a line of its own, which is changed as it runs. */
const timed = (state: GameState, ms: number, what: string, who: Text | null): Text => {
  const clock = clockOf(state)
  const time = timeFor(ms, what)
  if (clock !== null) return lines(clockLine(ms, clock.ofMs, time.replace(/\.$/, "")), who)
  return who === null ? text`⏳ ${time}` : text`⏳ ${time} ${who}`
}

/** How long, and who decides: in a super-blitz one player does both. */
const footOf = ({ blitz, captain }: EffectOf<"QuestionAsked">, { effects, state }: Around): Text => {
  const { blitzMs, discussionMs } = state.settings
  const solo = "series" in state && state.series?._tag === "SuperBlitz" ? seated(state, state.series.soloist) : null
  // Before the first question the soloist has just been called, in the same message.
  const soloist = solo === null || blitz?.question === 1 ? solo?.name : call(solo)
  if (soloist !== undefined) return timed(state, blitzMs, "подумать", text`Играет ${soloist}.`)
  const isTold = effects.some(({ _tag }) => _tag === "GameStarted" || _tag === "CaptainChanged")
  const who = isTold || sitsAlone(state) ? null : text`Капитан — ${captain.name}.`
  return timed(state, blitz === null ? discussionMs : blitzMs, "на обсуждение", who)
}

/** Null: a round like the others. Said once, of a blitz with its first question. */
const turningPoint = ({ blitz, round }: EffectOf<"QuestionAsked">, state: GameState): string | null => {
  if (round === 1 || !("score" in state) || (blitz?.question ?? 1) > 1) return null
  if (isDecider(state.score, round, state.settings)) return "🔥 Решающий раунд!"
  return isLastOf(round, state.settings) ? "🏁 Последний раунд." : null
}

export const questionAsked = (effect: EffectOf<"QuestionAsked">, around: Around): Piece => {
  const { state } = around
  const { blitz, question, round } = effect
  const head = lines(
    `❓ ${roundWords(round, state.settings)}${scoreOf(state)}${blitzWords(blitz)}`,
    turningPoint(effect, state)
  )
  const reserves = state._tag === "Discussion" ? reserveWords(state) : null
  const foot = lines(footOf(effect, around), reserves)
  const asked = piece(
    (room) => questionText(question, room, (body) => paragraphs(head, body, foot)),
    state._tag === "Discussion" ? discussionKeyboard(state) : null
  )
  return { ...asked, media: mediaOf(question.handout), ahead: question.answerImageUrl }
}

/** More people than buttons. */
const byWordsHint = ({ players }: Choice | SoloChoice, { hearsAll }: Hearing): string | null =>
  players.length > choiceButtonsMax ? `Кого нет на кнопках — напишите: ${typed("отвечает Имя", hearsAll)}.` : null

type Hearing = Pick<Around, "hearsAll">

export const answererWanted = ({ captain, early }: EffectOf<"AnswererWanted">, around: Around): Piece => {
  const { state } = around
  const why = early ? "⚡ Досрочный ответ!" : "⏳ Время!"
  const time = `На выбор — ${durationWords(state.settings.choiceMs)}.`
  const isChoice = state._tag === "Choice"
  return piece(
    lines(text`${why} ${call(captain)}, кто отвечает? ${time}`, isChoice ? byWordsHint(state, around) : null),
    isChoice ? choiceKeyboard(state) : null
  )
}

const howChosen = (chosen: EffectOf<"AnswerWanted">["chosen"], { effects, state }: Around): string | null => {
  switch (chosen) {
    case "captain":
      return null
    case "alone":
      // Who is left alone at the choice has heard that already.
      if (effects.some(({ _tag }) => _tag === "SeatsChanged")) return null
      return state._tag === "Answer" && state.early ? "⚡ Досрочный ответ!" : "⏳ Время!"
    case "captain silent":
      return "🎲 Капитан никого не назвал — решил жребий."
    case "answerer left":
      return "🎲 Отвечающего больше нет за столом — решил жребий."
  }
}

/** Words without a slash may not reach us where nobody has given access to them. */
const slashHint = "Если я не вижу обычных сообщений, напишите так: «/ответ Пушкин»."

/** In a pause no answer is heard: who takes over there answers after it. */
export const answerWanted = ({ answerer, chosen }: EffectOf<"AnswerWanted">, around: Around): Piece => {
  const { hearsAll, state } = around
  const how = howChosen(chosen, around)
  if (state._tag === "Paused") return piece(lines(how, text`🎤 ${call(answerer)}, отвечать вам, когда продолжим.`))
  return piece(
    lines(
      how,
      text`🎤 ${call(answerer)}, ваш ответ — ${durationWords(state.settings.answerMs)}, одним сообщением.`,
      hearsAll ? null : slashHint
    )
  )
}

export const textWanted = ({ answerer, why }: EffectOf<"TextWanted">, { hearsAll }: Around): Piece => {
  const wish = why === "cropped" ? "сообщение дошло не целиком, напишите ответ короче" : "напишите ответ текстом"
  return piece(lines(text`✍️ ${call(answerer)}, ${wish}.`, hearsAll ? null : slashHint))
}

/** A new captain in the middle of the choice has the old one's question to answer. */
export const captainChanged = (
  { captain, left }: { readonly captain: Player; readonly left: Player },
  around: Around
): Piece => {
  const { state } = around
  const told = text`🎩 ${left.name} больше не за столом. Капитан теперь — ${call(captain)}.`
  if (state._tag !== "Choice" && state._tag !== "SoloChoice") return piece(told)
  const question = state._tag === "Choice" ? "Кто отвечает?" : "Кто сыграет суперблиц?"
  return piece(lines(text`${told} ${question}`, byWordsHint(state, around)), choiceKeyboard(state))
}

export const soloistWanted = ({ captain }: EffectOf<"SoloistWanted">, around: Around): Piece => {
  const { state } = around
  const time = `На выбор — ${durationWords(state.settings.choiceMs)}.`
  const isChoice = state._tag === "SoloChoice"
  return piece(
    lines(text`👤 ${call(captain)}, кто сыграет один? ${time}`, isChoice ? byWordsHint(state, around) : null),
    isChoice ? choiceKeyboard(state) : null
  )
}

const howNamed = (chosen: EffectOf<"SoloistNamed">["chosen"]): string | null => {
  switch (chosen) {
    case "captain":
    case "alone":
      return null
    case "captain silent":
      return "🎲 Капитан никого не назвал — решил жребий."
    case "soloist left":
      return "🎲 Того, кто играл один, больше нет за столом — решил жребий."
  }
}

export const soloistNamed = ({ chosen, soloist }: EffectOf<"SoloistNamed">): Piece =>
  piece(lines(howNamed(chosen), text`👤 Суперблиц играет ${call(soloist)}.`))
