/** The 32 letters of a folded Russian word as numbers and as bits of a set. */

const first = "а".charCodeAt(0)
const count = 32

/** From 0 for «а» to 31 for «я»; any other code is out of that range. */
export const letterIndex = (code: number): number => code - first

export const isRussianLetter = (code: number): boolean => code >= first && code < first + count

/** Of both at once: any index out of the range has a bit above it. */
export const areRussianLetters = (one: number, other: number): boolean => ((one - first) | (other - first)) >>> 5 === 0

/** Asked of every word that is read, so it calls nothing for each of its letters; `letterSet` neither. */
export const isRussianWord = (word: string): boolean => {
  for (let at = 0; at < word.length; at++) {
    const index = word.charCodeAt(at) - first
    if (index < 0 || index >= count) return false
  }
  return word !== ""
}

/** The bit of a letter; a letter that is not Russian shares the bit of one that is. */
export const letterBit = (code: number): number => 1 << (code & (count - 1))

export const letterSet = (word: string): number => {
  let letters = 0
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & (count - 1))
  return letters
}

/** By adding neighbours: single bits, then pairs, then fours, then all the bytes. */
export const setSize = (letters: number): number => {
  const pairs = letters - ((letters >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
