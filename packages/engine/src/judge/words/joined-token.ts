/** What several words make when they are written together. */
import { type Lexicon, noLexicon } from "./lexicon.ts"
import { type Token, tokensOf } from "./tokens.ts"

/** Null when figures would run together too. */
export const joinedToken = (tokens: ReadonlyArray<Token>, lexicon: Lexicon = noLexicon): Token | null => {
  const [first] = tokens
  // As most are; to read it again would find the same.
  if (first?.number === null && tokens.length === 1 && !/\d/.test(first.text)) return first
  const letters = tokens
    .map((token) => token.text)
    .join("")
    .replaceAll(" ", "")
  return /\d/.test(letters) ? null : (tokensOf(letters, lexicon)[0] ?? null)
}
