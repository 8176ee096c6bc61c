/** A text in which a word is a number misspelled, with the number: «двенацать». */
import { areOneSlipApart } from "../letters/osa-distance.ts"
import type { Lexicon } from "../words/lexicon.ts"
import { numberWords } from "../words/number-words.ts"
import { wordFor } from "../words/word.ts"

/** A shorter one is too near to other words. */
const shortest = 6

const long: ReadonlyArray<string> = [...numberWords.keys()].filter(
  (word) => word.length >= shortest && /^[а-я]/.test(word)
)

const numberFor = (word: string, lexicon: Lexicon): string | undefined =>
  word.length < shortest || numberWords.has(word) || wordFor(word, lexicon).lemmas.length > 0
    ? undefined
    : long.find((number) => areOneSlipApart(number, word))

/** Null where no word is one. */
export const withNumbersSpelled = (normal: string, lexicon: Lexicon): string | null => {
  const words = normal.split(" ")
  const spelled = words.map((word) => numberFor(word, lexicon) ?? word)
  return spelled.some((word, i) => word !== words[i]) ? spelled.join(" ") : null
}
