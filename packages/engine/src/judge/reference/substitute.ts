/** A reference with one word put in the place of another, or with a word left out, as its зачёт tells. */
import { isSure } from "../words/agreement.ts"
import type { Substitution } from "./instructions.ts"
import { hasWord } from "../letters/lettered.ts"
import { matchToken } from "../agree/match-token.ts"
import { normalForm } from "../letters/normal-form.ts"
import { type Token, tokensOf } from "../words/tokens.ts"

const mostReadings = 32

/** Every reading that one or several of the substitutions make of `reading`, itself not among them. */
export const withSubstitutions = (
  reading: string,
  substitutions: ReadonlyArray<Substitution>
): ReadonlyArray<string> => {
  const made = substitutions.reduce<ReadonlyArray<string>>(
    (texts, { by, replaced }) =>
      texts.length > mostReadings
        ? texts
        : texts.flatMap((text) => [text, ...by.flatMap((word) => substitute(text, replaced, word) ?? [])]),
    [reading]
  )
  return [...new Set(made)].filter((text) => text !== reading && hasWord(text))
}

/** Null when `replaced` is not there in whatever form. */
const substitute = (text: string, replaced: string, by: string): string | null => {
  const words = text.split(/\s+/u)
  const sought = tokensOf(normalForm(replaced))
  const said = words.map((word) => tokensOf(normalForm(word))[0])
  const at = said.findIndex((_, i) => sought.length > 0 && sought.every((token, j) => agrees(token, said[i + j])))
  return at < 0 ? null : [...words.slice(0, at), by, ...words.slice(at + sought.length)].filter(Boolean).join(" ")
}

const agrees = (sought: Token, said: Token | undefined): boolean =>
  said !== undefined && (isSure(matchToken(sought, said)) || sought.stem.stem === said.stem.stem)
