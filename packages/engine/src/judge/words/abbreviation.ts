/** Whether one of two answers is made of the first letters of the other: «ООН», «А. С. Пушкин» aside. */
import { isHarmless } from "./function-words.ts"

const mostWords = 7

/** The first letters of a normal form of several words. */
export const initialsOf = (normal: string): string | null => {
  const words = normal.split(" ").filter((word) => !isHarmless(word))
  if (words.length < 2 || words.length > mostWords) return null
  return words.map((word) => word.charAt(0)).join("")
}

/** An answer by its normal form and its initials. */
interface Abbreviated {
  readonly normal: string
  readonly initials: string | null
}

const shortens = (short: string, long: Abbreviated): boolean => short === long.initials

export const isAbbreviation = (one: Abbreviated, other: Abbreviated): boolean =>
  shortens(one.normal, other) || shortens(other.normal, one)
