/** How two words agree of which one at least is not in Cyrillic: no slip is forgiven there, only another alphabet. */
import type { Agreement } from "../words/agreement.ts"
import { unaccented } from "../letters/lettered.ts"
import { areOneSlipApart, osaDistance, plainPrices } from "../letters/osa-distance.ts"
import { soundsAlike } from "./sounds-alike.ts"
import type { Token } from "../words/tokens.ts"
import { silentKey, transliterationKey } from "../letters/transliteration.ts"

/** A name shorter than this has too many neighbours. */
const shortest = 4
const shortestLatin = 5
/** Of so many a letter more or less is a slip, if it is not at an end; another letter may be meant, «Engrish». */
const longLatin = 7
/** A longer one may differ in two letters. */
const longName = 5

export const matchForeign = (reference: Token, given: Token): Agreement => {
  if (!reference.latin && !given.latin) return "none"
  const shorter = Math.min(reference.text.length, given.text.length)
  return reference.latin && given.latin
    ? matchLatin(reference.text, given.text, shorter)
    : matchAcross(reference, given, shorter)
}

const matchLatin = (reference: string, given: string, shorter: number): Agreement => {
  if (unaccented(reference) === unaccented(given)) return "same"
  if (isPlural(reference, given) || isPlural(given, reference)) return "form"
  if (isLatinSlip(reference, given, shorter) || isSoundedAlike(reference, given, shorter)) return "typo"
  return shorter >= shortestLatin && areOneSlipApart(reference, given) ? "near" : "none"
}

/** «microscopes» */
const isPlural = (one: string, many: string): boolean =>
  one.length >= shortest && (many === `${one}s` || many === `${one}es`)

const undoubled = (word: string): string => word.replace(/(.)\1+/gu, "$1")

const inOrder = (word: string): string => [...word].toSorted().join("")

const shortestMixed = 6

/** «Phyton»: the same letters, of which one is not in its place. */
const isTransposed = (reference: string, given: string): boolean =>
  reference.length >= shortestMixed &&
  inOrder(reference) === inOrder(given) &&
  osaDistance(reference, given, plainPrices, 2) <= 2

/** «Telegramm», «Blutooth». */
const isLatinSlip = (reference: string, given: string, shorter: number): boolean => {
  if (shorter >= shortestLatin && undoubled(reference) === undoubled(given)) return true
  const sameEnds = reference.charAt(0) === given.charAt(0) && reference.at(-1) === given.at(-1)
  return (
    sameEnds &&
    (isTransposed(reference, given) ||
      (shorter >= longLatin && reference.length !== given.length && areOneSlipApart(reference, given)))
  )
}

/** «Netfliks» */
const isSoundedAlike = (reference: string, given: string, shorter: number): boolean =>
  shorter >= longLatin && transliterationKey(reference) === transliterationKey(given)

/** «на ютубе» is «YouTube» too. */
const readsAs = (latin: Token, { lemmas, stem, text }: Token): boolean => {
  const others = [stem.stem, ...lemmas.map(({ word }) => word)].filter((word) => undoubled(word).length >= shortest)
  return [text, ...others].some((word) => soundsAlike(latin.text, word))
}

/** A foreign name keeps its consonants whatever becomes of its vowels: «Shakespeare» and «Шекспир»; «h» may be «г». */
const skeleton = (key: string): string =>
  key
    .replaceAll("х", "г")
    .replace(/[аеиоу]/g, "")
    .replace(/(.)\1/gu, "$1")
const shortestSkeleton = 3
/** So many consonants that are all the same are no accident. */
const tellingSkeleton = 4

const matchAcross = (reference: Token, given: Token, shorter: number): Agreement => {
  const [latin, cyrillic] = reference.latin ? [reference, given] : [given, reference]
  if (shorter > 1 && isTheSame(latin, cyrillic, given)) return "transliteration"
  const [left, right] = [latin.transliteration, cyrillic.transliteration]
  const bones = skeleton(left)
  const sameBones = bones === skeleton(right)
  if (sameBones && bones.length >= tellingSkeleton) return "transliteration"
  if (sameBones && bones.length >= shortestSkeleton) return "near"
  const allowed = shorter > longName ? 2 : 1
  return shorter >= shortest && osaDistance(left, right, plainPrices, allowed) <= allowed ? "near" : "none"
}

const isTheSame = (latin: Token, cyrillic: Token, given: Token): boolean =>
  [latin.transliteration, silentKey(latin.transliteration)].includes(cyrillic.transliteration) ||
  (readsAs(latin, cyrillic) && !isShortWord(given))

/** «соль» is no «Soul». */
const isShortWord = ({ lemmas, text }: Token): boolean =>
  text.length <= shortest && lemmas.some((lemma) => lemma.name === null)
