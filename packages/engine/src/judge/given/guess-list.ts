/** Whether a given answer is several guesses, and which ones. */
import { ofPeople, ofTitles } from "../words/generic-words.ts"
import type { GivenAnswer } from "./given-answer.ts"
import { roleOf } from "../names/known-names.ts"
import { hasWord, lettered } from "../letters/lettered.ts"
import type { Token } from "../words/tokens.ts"

export interface Guesses {
  readonly items: ReadonlyArray<string>
  /** Divided by «или», a slash or a semicolon; a comma or a line may also stand inside one answer. */
  readonly explicit: boolean
}

const explicitSeparator = lettered(
  "iu",
  String.raw`\s*(?:и\/или|(?<![\p{L}\d])\/|\/(?![\p{L}\d])|(?<=\p{L}{2})\/|\/(?=\p{L}{2})|[|;\\])\s*|(?:^|[\s,(])(?:или|либо|а может(?: быть)?)(?=[\s,]|$)`
)
const softSeparator = /\s*(?:,(?!\d)|\n|\r)\s*/u

/** Without any of these there is nothing to divide by. */
const hint = /[,;|/\\\n\r]|или|либо|может/iu

const mostItems = 12

const pieces = (text: string, separator: RegExp): ReadonlyArray<string> =>
  text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => hasWord(piece))
    .slice(0, mostItems)

/** Null when there is one answer only. */
export const guessesIn = (text: string): Guesses | null => {
  if (!hint.test(text)) return null
  const explicit = pieces(text, explicitSeparator(text))
  if (explicit.length > 1) return { items: explicit.flatMap((item) => pieces(item, softSeparator)), explicit: true }
  const soft = pieces(text, softSeparator)
  return soft.length > 1 ? { items: soft, explicit: false } : null
}

const together = /\s(?:и|плюс|\+|а также)\s/iu

/** «пчела и оса»: two answers where one was asked for. */
export const pairIn = (text: string): Guesses | null => {
  const both = pieces(text, together)
  return both.length > 1 ? { items: both, explicit: false } : null
}

const anyDivision = /\s*[,;/|\\?\n\r]\s*|\s+(?:и|плюс|\+|а также|или|либо)\s+/iu

/** «Лондон, Париж и Рим»: what stands side by side, however it is divided. */
export const thingsIn = (text: string): ReadonlyArray<string> => pieces(text, anyDivision)

const fewestWords = 3

const isListedNoun = (token: Token): boolean =>
  token.number === null &&
  roleOf(token) === "none" &&
  !ofPeople.has(token.stem.stem) &&
  !ofTitles.has(token.stem.stem) &&
  token.lemmas.some((lemma) => lemma.base) &&
  !token.lemmas.some((lemma) => lemma.base && lemma.kind !== "noun")

/** «зеркало окно дверь»: nouns in a row, each as a dictionary lists it, depend on nothing and are as many guesses. */
export const spacedIn = ({ tokens }: GivenAnswer): Guesses | null => {
  const words = new Set(tokens.map((token) => token.text))
  const isList = words.size === tokens.length && tokens.length >= fewestWords && tokens.every(isListedNoun)
  return isList ? { items: [...words], explicit: true } : null
}
