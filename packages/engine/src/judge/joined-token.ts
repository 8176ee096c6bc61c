/** What several words make when they are written together. */
import { type Token, tokensOf } from "./tokens.ts"

/** Null when figures would run together too. */
export const joinedToken = (tokens: ReadonlyArray<Token>): Token | null => {
  let letters = ""
  for (const { number, text } of tokens) {
    if (/\d/.test(text)) return null
    letters += number === null ? text : text.replaceAll(" ", "")
  }
  return tokensOf(letters)[0] ?? null
}
