/** Letters that look the same in Latin and Cyrillic: a word typed in a mixed or the wrong alphabet is still read. */
import { isRussianWord, letterIndex } from "./russian-letters.ts"

const latin = "aceopxykmthbi"
const cyrillic = "асеорхукмтнві"

const toCyrillic = new Map([...latin].map((letter, i) => [letter, cyrillic.charAt(i)]))
const toLatin = new Map([...cyrillic].map((letter, i) => [letter, latin.charAt(i)]))

const hasLatin = /\p{Script=Latin}/u
const hasCyrillic = /\p{Script=Cyrillic}/u

/** Every letter of the other alphabet replaced, or null when one has no double. */
const folded = (word: string, doubles: ReadonlyMap<string, string>, foreign: RegExp): string | null => {
  let result = ""
  for (const letter of word) {
    const double = foreign.test(letter) ? doubles.get(letter) : letter
    if (double === undefined) return null
    result += double
  }
  return result
}

/** For every Russian letter its Latin double, or nothing. */
const doubles = Array.from({ length: 32 }, (_, i) => toLatin.get(String.fromCharCode("а".charCodeAt(0) + i)))

const foldedRussian = (word: string): string | null => {
  let result = ""
  for (let at = 0; at < word.length; at++) {
    const double = doubles[letterIndex(word.charCodeAt(at))]
    if (double === undefined) return null
    result += double
  }
  return result
}

/** A word in two alphabets is written in one, Cyrillic if it can be. */
export const inOneAlphabet = (word: string): string => {
  if (isRussianWord(word) || !hasLatin.test(word) || !hasCyrillic.test(word)) return word
  return folded(word, toCyrillic, hasLatin) ?? folded(word, toLatin, hasCyrillic) ?? word
}

/** The same look in the other alphabet, when every letter has a double there. */
export const lookAlikeOf = (word: string): string | null => {
  if (isRussianWord(word)) return foldedRussian(word)
  const twin = hasLatin.test(word) ? folded(word, toCyrillic, hasLatin) : folded(word, toLatin, hasCyrillic)
  return twin === word ? null : twin
}
