/** What tells of two words at once that no rule will make one of them: asked before the rules, of which each looks closer and takes longer. */
import { mayBeHeardAlike } from "../letters/heard-word.ts"
import { isActionApart } from "./one-action.ts"
import { isInGroups } from "../words/same-thing.ts"
import { areFarByLetters, lacksLetters } from "../letters/slip-cost.ts"
import type { Token } from "../words/tokens.ts"
import type { Word } from "../words/word.ts"

/** A shorter word is given the slips of one so long. */
const shortest = 4
/** The most that any rule forgives beyond its length: to what no dictionary knows, and to vowels heard alike. */
const mostAllowed = 1

/** Of a word that the dictionary knows all is compared, else perhaps its stem alone. */
const areOfOtherLetters = (reference: Word, given: Word): boolean => {
  const [one, other] = [reference.text.length, given.text.length]
  const shorter = Math.max(shortest, Math.min(one, other))
  if (given.lemmas.length === 0) return lacksLetters(reference.stemLetters, given.letters, shorter, mostAllowed)
  return areFarByLetters(reference, given, shorter, one === other ? mostAllowed : 0)
}

const shareLemma = (reference: Word, given: Word): boolean => {
  const ours = reference.ids
  for (const id of given.ids) if (ours.includes(id)) return true
  return false
}

/** Only of names and of what no dictionary knows is it asked how they are heard. */
const areHeardAlike = (reference: Word, given: Word): boolean =>
  (given.lemmas.length === 0 || given.named) &&
  mayBeHeardAlike(reference.text, given.text) &&
  reference.heard === given.heard

/** Two Russian words that begin otherwise, have other letters and are no forms of one word. */
export const areFarApart = (reference: Word, given: Word): boolean =>
  reference.text.charCodeAt(0) !== given.text.charCodeAt(0) &&
  reference.cyrillic &&
  given.cyrillic &&
  areOfOtherLetters(reference, given) &&
  !shareLemma(reference, given) &&
  !areHeardAlike(reference, given)

const mayBeOneAction = (reference: Word, given: Word): boolean =>
  (reference.infinitives.length > 0 && given.infinitives.length > 0) ||
  isActionApart(reference, given) ||
  isActionApart(given, reference)

/** Nor does one mean what the other means, as far as anybody has listed it or a verb shows it. */
const meanNothingInCommon = (reference: Word, given: Word): boolean =>
  areFarApart(reference, given) &&
  !mayBeOneAction(reference, given) &&
  (reference.namedOnce ||
    (!reference.isAkinTo(given) && !(isInGroups(reference.spellings) && isInGroups(given.spellings))))

/** A number is more than its word. */
export const haveNothingInCommon = (reference: Token, given: Token): boolean =>
  reference.number === null && given.number === null && meanNothingInCommon(reference.word, given.word)
