/** Whether one word is an adjective and its noun run together: «детсад», «стиралка». */
import type { AnswerForm } from "../reference/answer-form.ts"
import type { GivenAnswer } from "../given/given-answer.ts"
import type { Token } from "../words/tokens.ts"

/** «газированная» is listed under its verb. */
const isAdjective = (token: Token): boolean => token.meant.some(({ kind }) => kind === "adjective" || kind === "verb")

const shortestNoun = 3

const formsOf = ({ stem, text }: Token): ReadonlyArray<string> => [text, stem.stem]

/** «детсад», «медмаску»: the beginning of the one before the other; of a word that the dictionary has more of both, as «поток» is one by itself. */
const isClipped = (adjective: Token, noun: Token, given: Token): boolean =>
  given.unheardOf
    ? isMadeOf(adjective, 2, [...formsOf(noun), ...noun.word.nouns], formsOf(given))
    : isMadeOf(adjective, 3, noun.word.nouns, given.word.nouns)

const isMadeOf = (
  adjective: Token,
  fewestLetters: number,
  endings: ReadonlyArray<string>,
  words: ReadonlyArray<string>
): boolean =>
  endings.some(
    (ending) =>
      ending.length >= shortestNoun &&
      words.some((word) => word.endsWith(ending) && begins(adjective, word.slice(0, -ending.length), fewestLetters))
  )

const begins = (adjective: Token, letters: string, fewest: number): boolean =>
  letters.length >= fewest && adjective.text.startsWith(letters)

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
  const [adjective, noun, third] = form.required
  const [only, another] = given.content
  if (adjective === undefined || noun === undefined || only === undefined) return false
  if (third !== undefined || another !== undefined || form.listed) return false
  return (
    isAdjective(adjective) &&
    noun.word.nouns.length > 0 &&
    (isClipped(adjective, noun, only) || isCoined(adjective, only))
  )
}
