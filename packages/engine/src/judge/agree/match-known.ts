/** How two Russian words agree of which the dictionary knows the given one: as one word, or as two that are only alike. */
import type { Agreement } from "../words/agreement.ts"
import { areListedTogether } from "./confusable-words.ts"
import { mayBeHeardAlike } from "../letters/heard-word.ts"
import { spelledOneWay } from "../words/meant-lemmas.ts"
import type { Lemma } from "../words/lexicon.ts"
import { areOneSlipApart } from "../letters/osa-distance.ts"
import { closeness } from "../letters/slip-cost.ts"
import type { Token } from "../words/tokens.ts"
import { isListed } from "../words/word-traits.ts"

/** Null when the given word is none of the dictionary's: then it is a slip, or a form of a word that nobody listed. */
export const matchKnown = (reference: Token, given: Token): Agreement | null => {
  if (given.lemmas.length === 0) return null
  if (reference.lemmas.length === 0) return matchUnlisted(reference, given)
  if (!areOneWord(reference, given)) return byDifference(reference, given)
  return areListedTogether(reference.text, given.text) || isListedElsewhere(reference, given) ? "near" : "form"
}

const isOf = (kind: Lemma["kind"], { lemmas }: Token): boolean =>
  lemmas.some((lemma) => lemma.base && lemma.kind === kind)

/** «лев» is a form of «левый» and «Перу» of «перо», but whoever writes it means the lion and the country. */
const isListedElsewhere = (reference: Token, given: Token): boolean =>
  isOf("noun", given) && !isOf("adjective", given) && (isAdjective(reference) || hasOtherFixed(reference, given))

const isAdjective = ({ meant }: Token): boolean => meant.every(({ kind }) => kind === "adjective")

const hasOtherFixed = (reference: Token, given: Token): boolean => {
  const ours = new Set(reference.lemmas.map(spelledOneWay))
  // «ежи» is the name of a Pole too, but nobody asks for a hedgehog and gets him.
  const listed = given.lemmas.filter((lemma) => lemma.base && lemma.name !== "given")
  return listed.some((lemma) => lemma.indeclinable) && !listed.some((lemma) => ours.has(spelledOneWay(lemma)))
}

export const areOneWord = (reference: Token, given: Token): boolean => {
  const { meantIds } = reference
  return given.ids.some((id) => meantIds.has(id))
}

/** «Эйфелева» is listed nowhere, «эйфелевой» as a form of «эйфелевый»; a doubled letter or a sign more is for people to decide. */
const matchUnlisted = (reference: Token, given: Token): Agreement | null => {
  const sameStem = reference.stem.stem === given.stem.stem && given.lemmas.some((lemma) => lemma.kind === "adjective")
  if (sameStem) return null
  return isSpelledAlmostAlike(reference, given) ? "near" : byDifference(reference, given)
}

export const isSpelledAlmostAlike = (reference: Token, given: Token): boolean =>
  closeness(reference.text, given.text, shortestDoubtful) === "slip"

/** A budget of one. */
const shortestDoubtful = 4
/** A word this long is more likely misspelled than another. */
const longWord = 7

export const isName = (token: Token): boolean => token.word.named

export const isIndeclinable = (token: Token): boolean =>
  token.lemmas.length > 0 && token.meant.every((lemma) => lemma.indeclinable)

/** «Рэм» and «Рем». */
const withoutReversedE = ({ text }: Token): string => text.replaceAll("э", "е")

const shortestHeard = 5

/** «Высоцкий» and «Высотский». */
const areHeardAlike = (reference: Token, given: Token): boolean =>
  given.text.length >= shortestHeard && mayBeHeardAlike(reference.text, given.text) && reference.heard === given.heard

const shortestUnstressed = 5
const longUnstressed = 6

const withUnstressed = ({ text }: Token): string => text.replaceAll("о", "а").replace(/[еэя]/g, "и")

/** «штирлец», «порах»: a vowel written as it is heard makes a word too, though hardly the one that was meant. */
const differInVowels = (reference: Token, given: Token): boolean =>
  given.text.length >= shortestUnstressed &&
  reference.text.at(-1) === given.text.at(-1) &&
  withUnstressed(reference) === withUnstressed(given)

/** Who is known by the surname, if one person is. */
const personIn = ({ lemmas, word }: Token): string | null => {
  const people = lemmas.flatMap((lemma) => word.lexicon.people(lemma.word))
  return people.length === 1 ? JSON.stringify(people) : null
}

/** «Толкиен» and «Толкин»: one writer, written in two ways. */
const areOnePerson = (reference: Token, given: Token): boolean => {
  const person = personIn(reference)
  return person !== null && person === personIn(given)
}

const byNames = (reference: Token, given: Token): Agreement => {
  if (closeness(reference.text, given.text) === "slip" && areOnePerson(reference, given)) return "typo"
  if (withoutReversedE(reference) === withoutReversedE(given) || areHeardAlike(reference, given)) return "typo"
  if (given.text.length >= longUnstressed && differInVowels(reference, given)) return "near"
  // «малвина» is listed too, but a sign or a doubled letter less is hardly another name.
  return isSpelledAlmostAlike(reference, given) ? "near" : "none"
}

/** «мороженное» for «мороженое», «лианна» for «лиана»: nobody answers with the adjective, or with somebody's name. */
const isDoubledN = (reference: Token, given: Token): boolean =>
  isOf("noun", reference) &&
  given.lemmas.every(({ kind, name }) => kind !== "noun" || name !== null) &&
  reference.text === given.text.replace("нн", "н")

/** «алмас» and «кароль» are names of somebody whom nobody means. */
const isNobodyMeant = (reference: Token, given: Token): boolean =>
  given.lemmas.every((lemma) => lemma.name !== null) &&
  (areHeardAlike(reference, given) || differInVowels(reference, given))

/** «порах» is a form of «пора», which hardly anybody writes. */
const isOddForm = (reference: Token, given: Token): boolean => !isListed(given) && differInVowels(reference, given)

const surelyOne = 8

/** «серебреная»: so long that nobody means another word. */
const isMisheard = (reference: Token, given: Token): boolean =>
  reference.text.length >= surelyOne && isOddForm(reference, given)

/** A word too, but not the one that was meant. */
const isMisspelled = (reference: Token, given: Token): boolean =>
  isDoubledN(reference, given) || isNobodyMeant(reference, given) || isMisheard(reference, given)

/** Two words, each itself: people are asked only where one letter of many differs, and of two names about next to nothing. */
const byDifference = (reference: Token, given: Token): Agreement => {
  const shorter = Math.min(reference.text.length, given.text.length)
  if (isName(reference) && isName(given)) return byNames(reference, given)
  if (isMisspelled(reference, given)) return "typo"
  const alike =
    (shorter >= longWord && isOneLetterAway(reference, given)) ||
    (reference.unheardOf && closeness(reference.text, given.text) === "slip") ||
    // «Бёлль» and «бель»
    (isName(reference) && isSpelledAlmostAlike(reference, given)) ||
    isOddForm(reference, given)
  return alike ? "near" : "none"
}

const shortestNeighbour = 3

export const isOneLetterAway = (one: Token, other: Token): boolean =>
  one.cyrillic &&
  Math.min(one.text.length, other.text.length) >= shortestNeighbour &&
  areOneSlipApart(one.text, other.text)
