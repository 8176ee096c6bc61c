/** The value of a Roman numeral in Latin letters, if the word is one. */

const wellFormed = /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/
const romanLetters = "mdclxvi"
const values: ReadonlyMap<string, number> = new Map(
  Object.entries({ i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 })
)

/** «XlX»: a small «l» looks like a great «I», and stands where no fifty can. */
const asMeant = (word: string): string => (wellFormed.test(word) ? word : word.replaceAll("l", "i"))

/** «xxi» is 21; «mix» reads as one too, so the caller asks only where a number is expected. */
export const romanValue = (word: string): number | null => {
  if (word === "" || !romanLetters.includes(word.charAt(0))) return null
  const meant = asMeant(word)
  if (!wellFormed.test(meant)) return null
  const digits = [...meant].map((letter) => values.get(letter) ?? 0)
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0)
}
