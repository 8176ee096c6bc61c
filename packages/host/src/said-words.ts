/** What somebody wrote, made fit for comparing: without case, ё and punctuation, and for judging: without calls of others. */
import type { Call } from "@znatoki/chat/chat-input"
import type { PlayerId } from "@znatoki/engine"

export interface Said {
  /** As one reads it. */
  readonly text: string
  /** Without those who are called: they are no part of what is said. */
  readonly own: string
  /** Who is called, in the order of the words; null: no person. */
  readonly called: ReadonlyArray<PlayerId | null>
}

interface Written {
  readonly text: string
  readonly calls?: ReadonlyArray<Call>
}

export const saidIn = ({ calls = [], text: written }: Written): Said => {
  const text = visible(written).trim()
  if (calls.length === 0) return { text, own: text, called: [] }
  return { text, own: withoutCalls(written, calls), called: calls.map(({ player }) => player) }
}

/** The comma after a name goes with it. */
const withoutCalls = (text: string, calls: ReadonlyArray<Call>): string => {
  const pieces = [...calls, null].map((call, i) => text.slice(calls[i - 1]?.to ?? 0, call?.from))
  return visible(pieces.join(" "))
    .replace(/ {2,}/g, " ")
    .replace(/^[\s,:]+|[\s,:]+$/g, "")
}

/** Without what nobody sees: soft hyphens that a keyboard or a web page put in, joiners, marks of direction. */
const visible = (said: string): string => said.replace(/\p{Default_Ignorable_Code_Point}/gu, "")

/** Lower-case words with one space between them; of the signs only «+» stays. */
export const plainWords = (said: string): string =>
  visible(said)
    .normalize("NFC")
    .toLowerCase()
    .replaceAll("ё", "е")
    .replace(/[^\p{L}\p{N}+]+/gu, " ")
    .trim()
