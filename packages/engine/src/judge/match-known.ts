/** How two Russian words agree of which the dictionary knows the given one: as one word, or as two that are only alike. */
import type { Agreement } from "./agreement.ts"
import { areListedTogether } from "./confusable-words.ts"
import type { Lemma } from "./lexicon.ts"
import { osaDistance, plainPrices } from "./osa-distance.ts"
import { closeness } from "./slip-cost.ts"
import type { Token } from "./tokens.ts"

/** Null when the given word is none of the dictionary's: then it is a slip, or a form of a word that nobody listed. */
export const matchKnown = (reference: Token, given: Token): Agreement | null => {
  if (given.lemmas.length === 0) return null
  const isUnlisted = reference.lemmas.length === 0
  if ((isUnlisted || isNameAlone(reference, given)) && isSpelledAlmostAlike(reference, given)) return null
  if (isUnlisted) return byDifference(reference, given)
  if (!areOneWord(reference, given)) return byDifference(reference, given)
  return areListedTogether(reference.text, given.text) ? "near" : "form"
}

/** An answer is written as a dictionary lists it, if it can be: «банка» is no form of «банк» there, and «Перу» none of «перо». */
export const meant = (lemmas: ReadonlyArray<Lemma>): ReadonlyArray<Lemma> => {
  const listed = lemmas.filter((lemma) => lemma.base)
  return listed.length > 0 ? listed : lemmas
}

const areOneWord = (reference: Token, given: Token): boolean => {
  const ours = new Set(meant(reference.lemmas).map((lemma) => lemma.id))
  return given.lemmas.some((lemma) => ours.has(lemma.id))
}

/** «Бёлль» and «бель»: of a name, or of a word that the dictionary lacks, a doubled letter or a sign tells nothing. */
const isSpelledAlmostAlike = (reference: Token, given: Token): boolean =>
  closeness(reference.text, given.text, shortestDoubtful) === "slip"

/** A budget of one. */
const shortestDoubtful = 4
/** A word this long is more likely misspelled than another. */
const longWord = 7

export const isName = (token: Token): boolean => meant(token.lemmas).some((lemma) => lemma.name !== null)

const isNameAlone = (reference: Token, given: Token): boolean => isName(reference) && !isName(given)

/** Two words, each itself: people are asked only where one letter of many differs, and not about two people. */
const byDifference = (reference: Token, given: Token): Agreement => {
  if (isName(reference) && isName(given)) return "none"
  const shorter = Math.min(reference.text.length, given.text.length)
  const alike =
    (shorter >= longWord && isOneLetterAway(reference, given)) ||
    (reference.unheardOf && closeness(reference.text, given.text) === "slip")
  return alike ? "near" : "none"
}

const shortestNeighbour = 3

export const isOneLetterAway = (one: Token, other: Token): boolean =>
  one.cyrillic &&
  other.cyrillic &&
  Math.min(one.text.length, other.text.length) >= shortestNeighbour &&
  osaDistance(one.text, other.text, plainPrices, 1) === 1
