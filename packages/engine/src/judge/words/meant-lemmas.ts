/** Which of the words that a written word may be a form of it is taken for, and when two of them are one. */
import type { Lemma } from "./lexicon.ts"
import { usualSpelling } from "../letters/spelling-variants.ts"

/** An answer is written as a dictionary lists it, if it can be: «банка» is no form of «банк» there, and «Перу» none of «перо». */
export const meantOf = (lemmas: ReadonlyArray<Lemma>): ReadonlyArray<Lemma> => {
  const listed = lemmas.filter((lemma) => lemma.base)
  return listed.length > 0 ? listed : lemmas
}

/** One word of two spellings is listed twice. */
export const spelledOneWay = ({ id, word }: Lemma): string => {
  const usual = usualSpelling(word)
  return usual === word && id.startsWith(word) ? id : usual + id.slice(word.length)
}
