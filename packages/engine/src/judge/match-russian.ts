/** How two Russian words agree: one word in two forms, one word misspelled, or two words. */
import type { Agreement } from "./agreement.ts"
import { areConfusable } from "./confusable-words.ts"
import { areDeclined, shareStemOnly } from "./declension.ts"
import { closeness, lacksLetters } from "./slip-cost.ts"
import type { Token } from "./tokens.ts"

export const matchRussian = (reference: Token, given: Token): Agreement => {
  // Forms of one word begin alike; finding out more takes time.
  if (reference.text.charCodeAt(0) === given.text.charCodeAt(0)) {
    if (reference.stem.stem === given.stem.stem && reference.stem.stem.length > 1) return byStem(reference, given)
    if (areDeclined(reference, given)) return areConfusable(reference.text, given.text) ? "near" : "form"
  }
  return bySlips(reference, given)
}

const bySlips = (reference: Token, given: Token): Agreement => {
  const shorter = Math.min(reference.text.length, given.text.length)
  if (lacksLetters(reference.stemLetters, given.letters, shorter)) return "none"
  const asWords = closeness(reference.text, given.text)
  if (asWords === "slip" || slipInStem(reference, given)) return "typo"
  return asWords === "near" ? "likely typo" : "none"
}

/** From this length a slip in the ending is likelier than another word of the same stem. */
const longEnough = 6
/** Up to this length the stems of two words are compared only if their endings are alike. */
const longWord = 7

const byStem = (reference: Token, given: Token): Agreement => {
  if (areConfusable(reference.text, given.text)) return "near"
  if (!shareStemOnly(reference, given)) return "form"
  const shorter = Math.min(reference.text.length, given.text.length)
  return shorter >= longEnough && closeness(reference.text, given.text) === "slip" ? "typo" : "near"
}

/** The length of a word that bears one slip: the difference of endings leaves room for no more. */
const oneSlip = 5

const isNoun = ({ stem }: Token): boolean => stem.kind === "none" || stem.kind === "noun"

/** A slip inside a stem, when the endings differ by grammar; a letter more at its end makes another word: «март» and «мар» of «Марио». */
const slipInStem = (reference: Token, given: Token): boolean => {
  const [left, right] = [reference.stem, given.stem]
  const shorter = Math.min(reference.text.length, given.text.length)
  const alike = left.kind === right.kind || (isNoun(reference) && isNoun(given))
  if (left.stem.startsWith(right.stem) || right.stem.startsWith(left.stem)) return false
  const sameEnd = left.stem.at(-1) === right.stem.at(-1)
  if (!(alike ? sameEnd || left.kind === right.kind : sameEnd && shorter > longWord)) return false
  const close = closeness(left.stem, right.stem, shorter > longWord ? shorter : Math.min(shorter, oneSlip)) === "slip"
  return close && !areConfusable(reference.text, given.text)
}

const shortestRoot = 4

/** Words of one root, «Япония» and «японский»: inside a phrase that is worth asking people about. */
export const areRelated = (left: Token, right: Token): boolean => {
  if (!left.cyrillic || !right.cyrillic) return false
  const [a, b] = [left.stem.stem, right.stem.stem]
  const shorter = Math.min(a.length, b.length)
  let shared = 0
  while (shared < shorter && a.charAt(shared) === b.charAt(shared)) shared += 1
  return shared >= shortestRoot && shared >= shorter - 1 && Math.abs(a.length - b.length) <= shortestRoot
}
