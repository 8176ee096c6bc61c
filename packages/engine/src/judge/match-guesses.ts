/** The verdict on several guesses at once: right only if every one of them is. */
import type { AnswerForm } from "./reference/answer-form.ts"
import { isNegation } from "./words/function-words.ts"
import { isFiller } from "./words/fillers.ts"
import {
  isOneOf,
  ofAnything,
  ofGoods,
  ofNumbers,
  ofPeople,
  ofPlaces,
  ofSigns,
  ofTitles
} from "./words/generic-words.ts"
import { type GivenAnswer, readingsOf } from "./given/given-answer.ts"
import { type Guesses, guessesIn, pairIn, spacedIn, thingsIn } from "./given/guess-list.ts"
import type { Judgement } from "./verdict/judgement.ts"
import { roleOf } from "./names/known-names.ts"
import { isCommonNoun } from "./wording/match-generic.ts"
import { matchForms } from "./wording/match-forms.ts"
import { matchRejected } from "./match-rejected.ts"
import { outcome } from "./verdict/outcome.ts"
import type { ReadAnswer } from "./read-answer.ts"
import type { Token } from "./words/tokens.ts"
import { isListed } from "./words/word-traits.ts"

interface JudgedItem {
  readonly words: number
  /** It says what somebody or something is. */
  readonly describes: boolean
  readonly tokens: ReadonlyArray<Token>
  readonly judgement: Judgement
}

/** Null when the text is one answer, or when its parts do not tell more than the whole. */
export const matchGuesses = (
  answer: ReadAnswer,
  text: string,
  readings: ReadonlyArray<GivenAnswer>,
  whole: Judgement
): Judgement | null => {
  if (namesOneMore(answer, text, whole)) return outcome("rejected", "list of guesses", whole.matched)
  const guesses = offersAChoice(answer, whole) ? null : guessesOf(answer, text, readings)
  if (guesses === null) return null
  const items = judgedItems(answer, guesses)
  const right = items.find((item) => item.judgement.verdict === "accepted")?.judgement
  if (areAllRight(answer, guesses, items)) return right ?? null
  const isList = right === undefined ? noneIsRight(guesses, items, whole) : someAreWrong(guesses, items)
  return isList ? outcome("rejected", "list of guesses", right?.matched ?? null) : null
}

const guessesOf = (answer: ReadAnswer, text: string, readings: ReadonlyArray<GivenAnswer>): Guesses | null =>
  guessesIn(text) ?? (answer.forms.some((form) => form.listed) ? null : undividedIn(answer, text, readings))

/** «Быть или не быть»: the answer has an «или» of its own. */
const offersAChoice = ({ forms }: ReadAnswer, { matched, reason }: Judgement): boolean =>
  reason === "extra words" &&
  forms.some(({ shown, tokens }) => shown === matched && tokens.some(({ text }) => text === "или"))

const mostInThing = 2

/** «Лондон, Париж, Рим» where two cities are asked for. */
const namesOneMore = (answer: ReadAnswer, text: string, whole: Judgement): boolean => {
  if (whole.reason !== "extra words") return false
  const form = answer.forms.find(({ listed, shown }) => listed && shown === whole.matched)
  if (form === undefined) return false
  const things = thingsIn(text).map((thing) => readingsOf(thing, answer.lexicon))
  if (things.length <= form.required.length) return false
  return things.some((readings) => {
    const { tokens = [] } = readings.at(-1) ?? {}
    const isNamed = tokens.length <= mostInThing && tokens.every(isListed)
    return isNamed && matchForms([form], readings).reason === "other"
  })
}

const divided = /[,;/|\\\n\r+?]|\s(?:и|или|либо|также)\s/iu

/** «волк/красная шапочка», «дед мороз и снегурочка»: what stands beside the right answer does not tell of it. */
export const namesAnother = (answer: ReadAnswer, text: string, whole: Judgement): boolean => {
  if (!divided.test(text)) return false
  const form = answer.forms.find(({ shown }) => shown === whole.matched)
  if (form === undefined || mayGoOn(form)) return false
  const things = thingsIn(text).map((thing) => judgeItem(answer, readingsOf(thing, answer.lexicon)))
  const right = things.findIndex(({ judgement }) => judgement.verdict === "accepted")
  const mayBeNamed = guessesIn(text)?.explicit !== true
  return (
    right >= 0 &&
    things.some(
      ({ judgement, tokens }, i) => judgement.reason === "other" && isAnother(form, tokens, mayBeNamed && i > right)
    )
  )
}

const mayGoOn = (form: AnswerForm): boolean => form.listed || form.nameList !== null || isSentence(form)

/** After the answer a name may be another of the same person, and a word for a person what he was. */
const isAnother = (form: AnswerForm, tokens: ReadonlyArray<Token>, mayBeNamed: boolean): boolean =>
  tokens.every((token) => isListedNoun(token) && !tellsOf(form, token) && !(mayBeNamed && isOfSomebody(form, token)))

const isListedNoun = ({ lemmas }: Token): boolean => lemmas.some(({ base, kind }) => base && kind === "noun")

/** What it is, where it lies, whose it is, what the question says of it. */
const tellsOf = (form: AnswerForm, token: Token): boolean =>
  isAuthorOf(form, token) ||
  isHisName(form, token) ||
  kindsOfAll.some((kinds) => isOneOf(token, kinds)) ||
  (isOneOf(token, ofGoods) && !isCommonNoun(form)) ||
  form.isKind(token) ||
  form.namesPlace(token) ||
  form.names?.isInQuestion(token) === true

const isAuthorOf = ({ authors, names }: AnswerForm, token: Token): boolean =>
  authors.some((author) => names?.isCalled(token, author) === true)

const isHisName = ({ names, surname }: AnswerForm, token: Token): boolean =>
  names !== null &&
  surname !== null &&
  names
    .people(surname)
    .some(({ given, patronymic }) =>
      [...given, ...[patronymic ?? []].flat()].some((name) => names.isCalled(token, name))
    )

/** «Фритьоф Нансен, норвежец» */
const isOfSomebody = ({ surname }: AnswerForm, token: Token): boolean =>
  roleOf(token) !== "none" || (surname !== null && token.meant.every(({ animate, name }) => animate && name === null))

const kindsOfAll = [ofPeople, ofTitles, ofPlaces, ofSigns, ofNumbers, ofAnything]

const judgedItems = (answer: ReadAnswer, { items }: Guesses): ReadonlyArray<JudgedItem> =>
  items
    .map((item) => readingsOf(item, answer.lexicon))
    .filter((readings) => !isFiller(readings[0]?.normal ?? ""))
    .map((readings) => judgeItem(answer, readings))

const areAllRight = (answer: ReadAnswer, { explicit }: Guesses, items: ReadonlyArray<JudgedItem>): boolean =>
  items.every((item) => item.judgement.verdict === "accepted") || (!explicit && goesOn(answer, items))

/** What no sign divides; words in a row may be the words of one answer. */
const undividedIn = (answer: ReadAnswer, text: string, readings: ReadonlyArray<GivenAnswer>): Guesses | null => {
  const pair = pairIn(text)
  const given = readings.at(-1)
  if (pair !== null || given === undefined || answer.forms.some((form) => form.required.length > 1)) return pair
  return spacedIn(given)
}

const shortestSaying = 3

const isVerb = (token: Token): boolean => token.meant.some(({ kind }) => kind === "verb")

/** «Слово не воробей, вылетит — не поймаешь»: a sentence may be said to its end; «Афины, Греция»: a place be told where. */
const goesOn = (answer: ReadAnswer, [first, ...rest]: ReadonlyArray<JudgedItem>): boolean => {
  if (first?.judgement.verdict !== "accepted") return false
  const form = answer.forms.find(({ shown }) => shown === first.judgement.matched)
  if (form === undefined) return false
  const saysWhere = rest.every(({ tokens }) => tokens.every((token) => form.liesIn(token)))
  return saysWhere || (isSentence(form) && rest.every(({ tokens }) => tokens.some(isVerb)))
}

const isSentence = (form: AnswerForm): boolean =>
  !form.quoted &&
  !form.listed &&
  form.tokens.length >= shortestSaying &&
  form.tokens.some((token) => isNegation(token.text) || isVerb(token))

const hasWrong = (items: ReadonlyArray<JudgedItem>): boolean =>
  items.some((item) => item.judgement.verdict === "rejected")

const someAreWrong = (guesses: Guesses, items: ReadonlyArray<JudgedItem>): boolean =>
  hasWrong(items) && (guesses.explicit || (areAlike(items) && !wrongDescribe(items)))

/** «Николай Второй, последний император»: no other guess. */
const wrongDescribe = (items: ReadonlyArray<JudgedItem>): boolean =>
  items.every((item) => item.judgement.verdict !== "rejected" || item.describes)

/** The whole may still be one answer with a word like «или» inside. */
const noneIsRight = (guesses: Guesses, items: ReadonlyArray<JudgedItem>, whole: Judgement): boolean =>
  guesses.explicit && items.length > 1 && (whole.verdict !== "disputed" || (hasWrong(items) && whole.reason !== "near"))

const judgeItem = (answer: ReadAnswer, readings: ReadonlyArray<GivenAnswer>): JudgedItem => {
  const judgement = matchForms(answer.forms, readings)
  const tokens = readings.at(-1)?.tokens ?? []
  return {
    words: tokens.length,
    describes: tokens.some(({ stem }) => ofPeople.has(stem.stem) || ofTitles.has(stem.stem)),
    tokens,
    judgement: matchRejected(answer, readings, judgement) ?? judgement
  }
}

/** Three things in a row, or two of the same build, are guesses; «Гамлет, принц датский» is one answer told at length. */
const areAlike = (items: ReadonlyArray<JudgedItem>): boolean =>
  items.length > 2 || items.every((item) => item.words === items[0]?.words)
