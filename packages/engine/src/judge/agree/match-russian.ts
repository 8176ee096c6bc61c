/** How two Russian words agree: one word in two forms, one word misspelled, or two words. */
import type { Agreement } from "../words/agreement.ts"
import { areConfusable } from "./confusable-words.ts"
import { areDeclined, shareStemOnly } from "./declension.ts"
import { areFarApart } from "./far-apart.ts"
import { mayBeHeardAlike } from "../letters/heard-word.ts"
import { isIndeclinable, isName, matchKnown } from "./match-known.ts"
import { areOneSlipApart } from "../letters/osa-distance.ts"
import { closeness, lacksLetters } from "../letters/slip-cost.ts"
import type { Token } from "../words/tokens.ts"
import { beginAlike } from "../words/word-traits.ts"

export const matchRussian = (reference: Token, given: Token): Agreement =>
  areFarApart(reference.word, given.word) ? "none" : matchByLetters(reference, given)

/** With every rule; what is far apart is none by the shorter way. */
export const matchByLetters = (reference: Token, given: Token): Agreement =>
  matchKnown(reference, given) ?? matchUnknown(reference, given)

/** By the letters alone: there is no dictionary, or it does not know the given word. */
const matchUnknown = (reference: Token, given: Token): Agreement => {
  if (isUnlistedForm(reference, given)) return "form"
  // Forms of one word begin alike; finding out more takes time.
  if (beginAlike(reference, given) && !isIndeclinable(reference)) {
    if (reference.stem.stem === given.stem.stem && reference.stem.stem.length > 1) return byStem(reference, given)
    if (areDeclined(reference, given)) return areConfusable(reference, given) ? "near" : "form"
  }
  return bySlips(reference, given)
}

const caseEnding = /^(?:а|у|ом|е|ы|ов|ам|ами|ах)$/
const softCaseEnding = /^(?:я|ю|ем|е|и|ев|ям|ями|ях)$/
const shortestUnlisted = 5

/** «Персей» is spelled like a form of «перси», which nobody asks for. */
const isUnlisted = ({ lemmas }: Token): boolean => !lemmas.some((lemma) => lemma.base)

/** «Тарзаном», «Тесеем»: a name that no dictionary has, in another case. */
const isUnlistedForm = (reference: Token, given: Token): boolean =>
  reference.text.length >= shortestUnlisted &&
  given.unheardOf &&
  beginAlike(reference, given) &&
  isUnlisted(reference) &&
  isInAnotherCase(reference, given)

/** «Гога» of «Гог», whoever Гога may be. */
export const isInAnotherCase = (reference: Token, given: Token): boolean => {
  const isHard = hardEnd.test(reference.text)
  if (!isHard && !softEnd.test(reference.text)) return false
  const root = isHard ? reference.text : reference.text.slice(0, -1)
  return given.text.startsWith(root) && (isHard ? caseEnding : softCaseEnding).test(given.text.slice(root.length))
}

const softEnd = /[аеиоу]й$/
const hardEnd = /[бвгджзклмнпрстфхцчш]$/

/** What is no word is none of the neighbours that a slip is feared for; but names have some that no dictionary knows. */
const allowanceFor = (reference: Token, given: Token): number => {
  const isSlip = given.unheardOf && Math.abs(reference.text.length - given.text.length) <= 1
  return isSlip && reference.lemmas.length > 0 && !isName(reference) ? 1 : 0
}

const vowel = /[аеиоуыэюя]$/
const unchangingEnd = /[еиоуыэю]$/

/** «Бартон» for «Барто»: the last letter of a name that is not declined belongs to the name. */
const endsAsAnother = (reference: Token, given: Token): boolean =>
  !vowel.test(given.text) &&
  ((unchangingEnd.test(reference.text) && reference.meant.some((lemma) => lemma.base && lemma.name !== null)) ||
    ((reference.unheardOf || isName(reference)) &&
      endsInTwoVowels.test(reference.text) &&
      given.text.startsWith(reference.text)))

/** «Галуа», and no «галуаз». */
const endsInTwoVowels = /[аеиоуыэюя]{2}$/

const bySlips = (reference: Token, given: Token): Agreement => {
  if (endsAsAnother(reference, given)) return "none"
  const shorter = Math.min(reference.text.length, given.text.length)
  const allowance = allowanceFor(reference, given)
  if (isHeardAs(reference, given)) return "typo"
  if (lacksLetters(reference.stemLetters, given.letters, shorter, allowance) || areConfusable(reference, given))
    return "none"
  const isFar = lacksLetters(given.letters, reference.letters, shorter, allowance)
  const asWords = isFar ? "far" : closeness(reference.text, given.text, shorter, allowance)
  if (asWords === "slip" || slipInStem(reference, given) || isSlippedName(reference, given)) return "typo"
  if (isSlippedForm(reference, given)) return "typo"
  return asWords === "near" || isReadOtherwise(reference, given) ? "likely typo" : "none"
}

const asOneDiphthong = ({ text }: Token): string => text.replace(/[аэе]й/g, "ей")

/** «Айнштайн» for «Эйнштейн». */
const isReadOtherwise = (reference: Token, given: Token): boolean => asOneDiphthong(reference) === asOneDiphthong(given)

/** «стодионом»: a slip before an ending that the stem alone might have lost. */
const isSlippedForm = (reference: Token, given: Token): boolean => {
  if (!given.unheardOf || reference.text.length < shortestUnlisted || !hardEnd.test(reference.text)) return false
  const bare = given.text.replace(/(?:[ауеыи]|ом|ов|ам|ами|ах)$/, "")
  return bare.at(-1) === reference.text.at(-1) && closeness(reference.text, bare) === "slip"
}

const shortestHeard = 4

/** Written as it is heard, and no word of the dictionary; of a short word no more than «е» for «э» is forgiven. */
const isHeardAs = (reference: Token, given: Token): boolean =>
  given.unheardOf &&
  (given.text.length < shortestHeard
    ? reference.text.replace("э", "е") === given.text.replace("э", "е")
    : mayBeHeardAlike(reference.text, given.text) && reference.heard === given.heard)

const shortestName = 6
const shortestUnheard = 7

/** «шиляпин», «тумберг»: nobody is called so, and one letter of many differs. */
const isSlippedName = (reference: Token, given: Token): boolean => {
  const { text } = reference
  const shortest = reference.unheardOf ? shortestUnheard : shortestName
  if (!given.unheardOf || text.length < shortest) return false
  const sameEnds = text.at(0) === given.text.at(0) && text.at(-1) === given.text.at(-1)
  return sameEnds && areOneSlipApart(text, given.text)
}

/** From this length a slip in the ending is likelier than another word of the same stem. */
const longEnough = 6
/** Up to this length the stems of two words are compared only if their endings are alike. */
const longWord = 7

const byStem = (reference: Token, given: Token): Agreement => {
  if (areConfusable(reference, given)) return "near"
  if (!shareStemOnly(reference, given)) return "form"
  // «каменого»: a second «н» forgotten is the commonest of slips.
  if (given.unheardOf && reference.stem.kind === "adjective" && given.stem.kind === "adjective") return "typo"
  if (given.unheardOf && reference.lemmas.length > 0) return bySlips(reference, given)
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
  return closeness(left.stem, right.stem, shorter > longWord ? shorter : Math.min(shorter, oneSlip)) === "slip"
}
