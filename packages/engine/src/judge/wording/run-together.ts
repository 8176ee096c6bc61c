/** Whether one word is an adjective and its noun run together: «детсад», «стиралка». */
import type { AnswerForm } from "../reference/answer-form.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Token } from "../words/tokens.ts"
import { isNoun } from "../words/word-traits.ts"

/** «газированная» is listed under its verb. */
const isAdjective = (token: Token): boolean =>
  token.meant.some(({ kind, name }) => (kind === "adjective" || kind === "verb") && name === null)

const fewestLetters = 2
const shortestNoun = 3

const wordsOf = ({ lemmas, stem, text }: Token): ReadonlyArray<string> => [
  text,
  stem.stem,
  ...lemmas.map(({ word }) => word)
]

/** «детсад», «запчасти», «медмаску»: the beginning of the one before the other. */
const isClipped = (adjective: Token, noun: Token, given: Token): boolean =>
  wordsOf(noun).some(
    (ending) =>
      ending.length >= shortestNoun &&
      wordsOf(given).some((word) => word.endsWith(ending) && begins(adjective, word.slice(0, -ending.length)))
  )

const begins = (adjective: Token, letters: string): boolean =>
  letters.length >= fewestLetters && adjective.text.startsWith(letters)

const machine = /ьн(?:ая|ый|ое|ой|ую|ые|ых)$/
const treated = /анн(?:ая|ый|ое|ой|ую|ые|ых)$/
const caseOfKa = /к(?:а|и|е|у|ой|ам|ами|ах)$/

/** «стиралка», «газировка»: an ending in place of the noun. */
const isCoined = (adjective: Token, given: Token): boolean => {
  const root = given.text.replace(caseOfKa, "")
  return (
    root !== given.text &&
    [machine, treated].some((ending) => ending.test(adjective.text) && adjective.text.replace(ending, "") === root)
  )
}

/** Of an answer of two words. */
export const isRunTogether = (form: AnswerForm, given: GivenAnswer): boolean => {
  if (form.required.length !== 2 || given.content.length !== 1 || form.listed) return false
  const [adjective, noun] = form.required
  const [only] = given.content
  if (adjective === undefined || noun === undefined || only?.cyrillic !== true) return false
  return isAdjective(adjective) && isNoun(noun) && (isClipped(adjective, noun, only) || isCoined(adjective, only))
}
