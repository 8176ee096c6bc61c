/** What the stems alone do not tell of two forms: the words they miss, and the words they join wrongly. */
import { isGivenName } from "../words/given-names.ts"
import type { Token } from "../words/tokens.ts"

/** Endings that only words in «-ия» and their like have, and those that others share with them. */
const iotated = /^и(?:я|и|ю|ям|ями|ях|ем|ей|ев)$/
const maybeIotated = /^и(?:й|е|и)?$/
const surnameEnding = /^(?:ов|ев)$/
const shortEnding = /^(?:|а|у|ом|е)$/
/** Endings that a noun of the same stem cannot have. */
const verbalEnding = /^(?:[иы]л[аои]|[иы]ть|ишь|ешь|ит|ят|ют|ует|уют|[еу]йте|ите|ете)$/

const isNominal = ({ stem }: Token): boolean => stem.kind === "none" || stem.kind === "noun"

/** «лунный» is cut to the stem of «луна»: its second «н» is taken off. */
const hasDoubledN = ({ stem, text }: Token): boolean => stem.stem.endsWith("н") && text.startsWith(`${stem.stem}н`)

/** «крест» and «крестила», «луна» and «лунный», «белых» and «Белев». */
const areOtherParts = (one: Token, other: Token): boolean =>
  (isNominal(one) && verbalEnding.test(other.stem.ending)) ||
  (!hasDoubledN(one) && hasDoubledN(other)) ||
  (surnameEnding.test(one.stem.ending) && other.stem.kind === "adjective")

/** «Индия» and «Инд», «Иванов» and «Иван» share a stem and are not forms of one word. */
export const shareStemOnly = (reference: Token, given: Token): boolean => {
  if (areOtherParts(reference, given) || areOtherParts(given, reference)) return true
  const [left, right] = [reference.stem.ending, given.stem.ending]
  if (iotated.test(left) !== iotated.test(right)) {
    const other = iotated.test(left) ? right : left
    if (!maybeIotated.test(other)) return true
  }
  if (surnameEnding.test(left)) return shortEnding.test(right)
  return surnameEnding.test(right) && shortEnding.test(left) && isGivenName(reference.text)
}

export const areDeclined = (left: Token, right: Token): boolean =>
  isBareFormOf(left, right) ||
  isBareFormOf(right, left) ||
  isMya(left.text, right.text) ||
  isMya(right.text, left.text) ||
  differInLastVowel(left.text, right.text)

/** What is left of a stem whose last vowel comes and goes: «сосен» and «сосна», «кошелек» and «кошельки». */
const withoutFleetingVowel = (stem: string): string => stem.replace(/[еоь]([бвгджзйклмнпрстфхцчшщ])$/, "$1")

const shortestStem = 3

const isBareFormOf = (bare: Token, inflected: Token): boolean => {
  const { ending, kind, stem } = inflected.stem
  if (kind !== "noun" || iotated.test(ending)) return false
  if (surnameEnding.test(ending) && isGivenName(bare.text)) return false
  const left = withoutFleetingVowel(stem)
  return left.length >= shortestStem && left === withoutFleetingVowel(bare.text)
}

const nounInMya = /мя$/
const obliqueOfMya = /мен(?:и|ем|а|ам|ами|ах)?$/

/** «время» and «времени». */
const isMya = (one: string, other: string): boolean =>
  nounInMya.test(one) && obliqueOfMya.test(other) && one.replace(nounInMya, "") === other.replace(obliqueOfMya, "")

const lastVowel = /[аеиоуыэюяй]$/
const shortestVowelled = 5

/** «статуя» and «статую», whose stems the algorithm cuts apart. */
const differInLastVowel = (left: string, right: string): boolean =>
  left.length >= shortestVowelled &&
  left.slice(0, -1) === right.slice(0, -1) &&
  lastVowel.test(left) &&
  lastVowel.test(right)
