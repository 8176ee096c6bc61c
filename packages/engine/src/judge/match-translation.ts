/** Whether what is said in Latin letters may be a Russian answer in another language: the judge knows none, and people may. */
import type { AnswerForm } from "./reference/answer-form.ts"
import type { Judgement } from "./verdict/judgement.ts"
import type { GivenAnswer } from "./given/given-answer.ts"
import { asTypedInRussian } from "./letters/keyboard-layout.ts"
import { other, outcome } from "./verdict/outcome.ts"
import type { ReadAnswer } from "./read-answer.ts"
import { normalForm } from "./letters/normal-form.ts"
import type { Lexicon } from "./words/lexicon.ts"
import type { Token } from "./words/tokens.ts"

const fewestLetters = 3
const mostOfAbbreviation = 5

/** Not so a place, or what nobody listed, which is mostly a name. */
const hasMeaning = ({ meant, text, word }: Token): boolean =>
  meant.some(({ kind, name }) => name === null && (kind !== "noun" || word.lexicon.kinds(text).length === 0))

/** «UFO» for «НЛО», «Red Cross» for «Красный Крест»; names are the same in every language, and were compared by their sound. */
const canBe = (
  { isAbbreviation, required, surname, traits, typos }: AnswerForm,
  { tokens: [first, ...more] }: GivenAnswer
): boolean => {
  if (isAbbreviation) return more.length === 0 && first !== undefined && first.text.length <= mostOfAbbreviation
  return (
    !traits.strict && typos && surname === null && required.every((word) => word.number !== null || hasMeaning(word))
  )
}

const isLatin = ({ latin, roman }: Token): boolean => latin && roman === null

const inLatin = ({ tokens }: GivenAnswer): boolean =>
  tokens.some(isLatin) && tokens.every((token) => isLatin(token) || token.number !== null)

const isWord = (text: string, lexicon: Lexicon): boolean => lexicon.lemmas(text).length > 0

/** «gtxfnm», «kapitan»: Russian words, and not those of the answer. */
const isRussian = (text: string, { tokens }: GivenAnswer, lexicon: Lexicon): boolean => {
  const typed = normalForm(asTypedInRussian(text) ?? "").split(" ")
  return (
    typed.every((word) => isWord(word, lexicon)) ||
    tokens.every(({ transliteration }) => isWord(transliteration, lexicon))
  )
}

export const matchTranslation = (answer: ReadAnswer, text: string, reading: GivenAnswer | undefined): Judgement => {
  if (reading === undefined || reading.normal.length < fewestLetters || !inLatin(reading)) return other
  // «The Beatles» is called so everywhere.
  if (answer.forms[0]?.tokens.some(isLatin) === true || isRussian(text, reading, answer.lexicon)) return other
  const form = answer.forms.find((each) => canBe(each, reading))
  return form === undefined ? other : outcome("disputed", "near", form.shown)
}
