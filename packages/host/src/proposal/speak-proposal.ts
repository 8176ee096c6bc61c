/** What is said while somebody proposes a question, and when the editors have decided on it. */
import type { EpochMs } from "@znatoki/engine"
import type { Keyboard, Outgoing, Text } from "@znatoki/chat/message"
import type { ProposalDraft, ProposalStep } from "@znatoki/chat/proposal"
import { durationWords } from "../duration-words.ts"
import { messagesOf, piece } from "../piece.ts"
import { plural } from "../plural.ts"
import { quoted } from "../quoted.ts"
import { lines, paragraphs } from "../text.ts"
import { proposalKeyboard, proposeAgain } from "./proposal-keyboard.ts"
import { acceptedMax, lengths, steps } from "./proposal-limits.ts"
import { isTold, type ProposalEffect, type ProposalRefusal } from "./reduce-proposal.ts"

export interface ProposalSpoken {
  readonly outgoing: ReadonlyArray<Outgoing>
  /** For the one who pressed. */
  readonly notice: string | null
}

export interface ProposalOccasion {
  readonly via: "press" | "words"
  readonly atMs: EpochMs
  /** The move of the question that is asked now. */
  readonly move: number
  readonly textMax: number
}

const signs = (max: number): string => `до ${plural(max, ["знака", "знаков", "знаков"])}`
const variants = (max: number): string => plural(max, ["варианта", "вариантов", "вариантов"])
const again = (left: number): string => plural(left, ["вопрос", "вопроса", "вопросов"])

const wanted: { readonly [Step in Exclude<ProposalStep, "confirm">]: string } = {
  text: `Пришлите текст вопроса одним сообщением, ${signs(lengths.text.max)}. Картинку можно приложить сразу.`,
  answer: `Какой ответ правильный? Только сам ответ, ${signs(lengths.answer.max)}.`,
  accepted: `Что ещё засчитать? По варианту в строке, не больше ${variants(acceptedMax)}. Если нечего — «Пропустить».`,
  comment: `Почему ответ такой? Это увидят вместе с ответом. Хватит пары фраз, ${signs(lengths.comment.max)}.`,
  source: `Откуда это известно? Книга и страница, статья, ссылка — ${signs(lengths.source.max)}.`,
  picture: "Нужна ли вопросу картинка? Пришлите её сюда или жмите «Пропустить»."
}

const titles: { readonly [Step in ProposalStep]: string } = {
  text: "Текст вопроса",
  answer: "Ответ",
  accepted: "Зачёт",
  comment: "Комментарий",
  source: "Источник",
  picture: "Картинка",
  confirm: "Проверка"
}

const head = (step: ProposalStep): string => `✍️ ${titles[step]} · шаг ${steps.indexOf(step) + 1} из ${steps.length}`

const toldNow = (draft: ProposalDraft, step: ProposalStep): string | null => {
  if (!isTold(draft, step)) return null
  switch (step) {
    case "accepted":
      return draft.accepted.join("; ")
    case "picture":
      return "картинка уже есть"
    case "confirm":
      return null
    default:
      return draft[step]
  }
}

const summary = ({ accepted, answer, comment, picture, source, text }: ProposalDraft): Text =>
  paragraphs(
    head("confirm"),
    lines(`❓ ${text ?? ""}`, picture === null ? null : "🖼 С картинкой"),
    lines(`Ответ: ${answer ?? ""}`, accepted.length === 0 ? null : `Зачёт: ${accepted.join("; ")}`),
    `💬 ${comment ?? ""}`,
    `Источник: ${source ?? ""}`,
    "Отправить редакторам?"
  )

const asked = ({ draft, resumed, step }: Extract<ProposalEffect, { readonly _tag: "Asked" }>): Text => {
  const goesOn = resumed ? "Продолжим с того места, где остановились." : null
  if (step === "confirm") return paragraphs(goesOn, summary(draft))
  const now = toldNow(draft, step)
  return paragraphs(
    goesOn,
    lines(head(step), wanted[step]),
    now === null ? null : lines(`Сейчас: ${now}`, "Пришлите другое или жмите «Оставить».")
  )
}

/** Whole hours are near enough; never «через 0». */
const hours = (ms: number): string => durationWords(Math.max(1, Math.ceil(ms / 3_600_000)) * 3_600_000, "accusative")

/** Without a full stop: a notice has none. */
export const proposalRefusalWords = (reason: ProposalRefusal, step: ProposalStep | null, atMs: EpochMs): string => {
  switch (reason._tag) {
    case "NothingOpen":
      return "Сейчас вы ничего не предлагаете. Начните кнопкой «Предложить вопрос»"
    case "Stale":
      return `Этот шаг уже позади${step === null ? "" : `. Сейчас: ${titles[step].toLowerCase()}`}`
    case "Empty":
      return "Здесь нужны слова: пришлите их сообщением"
    case "Cropped":
      return "Сообщение дошло не целиком. Пришлите его ещё раз, покороче"
    case "TooShort":
      return `Слишком коротко: нужно хотя бы ${plural(reason.min, ["знак", "знака", "знаков"])}`
    case "TooLong":
      return `Слишком длинно: ${plural(reason.length, ["знак", "знака", "знаков"])}, а можно ${signs(reason.max)}`
    case "TooMany":
      return `Слишком много вариантов: оставьте не больше ${reason.max}`
    case "NotOptional":
      return step === null ? "Этого не пропустить" : `Без этого нельзя: ${titles[step].toLowerCase()}`
    case "FirstStep":
      return "Это первый шаг, назад некуда"
    case "PictureWanted":
      return "Здесь нужна картинка. Если она ни к чему — жмите «Пропустить»"
    case "ButtonWanted":
      return "Всё заполнено. Жмите «Отправить», «Назад» или «Отмена»"
    case "NotReady":
      return "Сначала ответьте на все вопросы"
    case "DayLimit":
      return `За сутки можно предложить ${again(reason.max)}. Следующий — через ${hours(reason.againAtMs - atMs)}`
  }
}

const say = (text: Text, keyboard: Keyboard | null, textMax: number): ReadonlyArray<Outgoing> =>
  messagesOf([piece(text, keyboard)], textMax).rest

const thanks = (leftToday: number): Text =>
  lines(
    "✅ Спасибо! Вопрос ушёл редакторам. Что они решат, напишу сюда.",
    leftToday === 0 ? "На сегодня это всё: завтра жду ещё." : `Сегодня можно предложить ещё ${again(leftToday)}.`
  )

const spokenOf = (effect: ProposalEffect, { atMs, move, textMax, via }: ProposalOccasion): ProposalSpoken => {
  switch (effect._tag) {
    case "Asked": {
      const keyboard = proposalKeyboard(effect.step, isTold(effect.draft, effect.step), move)
      return { outgoing: say(asked(effect), keyboard, textMax), notice: null }
    }
    case "Refused": {
      const words = proposalRefusalWords(effect.reason, effect.step, atMs)
      if (via === "press") return { outgoing: [], notice: words }
      return { outgoing: say(lines(`${words}.`), null, textMax), notice: null }
    }
    case "Cancelled":
      return { outgoing: say(lines("Хорошо, ничего не отправляю."), proposeAgain, textMax), notice: null }
    case "Sent":
      return { outgoing: say(thanks(effect.leftToday), proposeAgain, textMax), notice: "Отправлено" }
  }
}

export const speakProposal = (effects: ReadonlyArray<ProposalEffect>, occasion: ProposalOccasion): ProposalSpoken => {
  const spoken = effects.map((effect) => spokenOf(effect, occasion))
  return {
    outgoing: spoken.flatMap(({ outgoing }) => outgoing),
    notice: spoken.find(({ notice }) => notice !== null)?.notice ?? null
  }
}

/** What its author is told when the editors have decided. `reason`: theirs; null: none. */
export const proposalDecided = (
  question: string,
  outcome: "published" | "refused",
  reason: string | null
): Outgoing => {
  const said =
    outcome === "published"
      ? lines(`🎉 Ваш вопрос взяли: «${quoted(question)}»`, "Теперь он может выпасть в любой игре. Спасибо!")
      : lines(
          `Редакторы не взяли ваш вопрос: «${quoted(question)}»`,
          reason === null ? null : `Причина: ${reason}`,
          "Присылайте ещё — хороший вопрос редко выходит с первого раза."
        )
  return { _tag: "Say", text: said, keyboard: proposeAgain, slot: null }
}
