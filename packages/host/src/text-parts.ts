/** How a text that is too long for one message goes on in the next: broken between paragraphs or sentences, else between words. */
import { cut } from "@znatoki/chat/cut"
import type { Span, Text } from "@znatoki/chat/message"
import { lengthOf, sentenceEnd } from "./fit-text.ts"

/** Stand for people called by name, in turns: nothing in a run of one of them is a place to break at. */
const called = ["\uE000", "\uE001"] as const
const endsInCall = /(?:\uE000+|\uE001+)$/u

/** After which the text may break, the best first. */
const breaks: ReadonlyArray<RegExp> = [/\n\n/gu, sentenceEnd, /\n/gu]
const betweenWords = /\s/gu

/** Where the last place to break ends within `max`; 0: there is none. */
const lastBreak = (head: string, pattern: RegExp, max: number): number => {
  const ends = [...head.matchAll(pattern)].map((found) => found.index + found[0].length)
  return ends.findLast((end) => end <= max) ?? 0
}

/** At the end of a letter, and of a name: always of something. */
const hardBreak = (flat: string, max: number): number => {
  const end = Math.max(1, cut(flat, max).length - 1)
  if (flat[end] !== flat[end - 1]) return end
  return flat.slice(0, end).replace(endsInCall, "").length || end
}

/** How much of a text goes into its first message; a break near the beginning would leave it nearly empty. */
const firstPart = (flat: string, max: number): number => {
  if (flat.length <= max) return flat.length
  const head = flat.slice(0, max + 1)
  for (const pattern of breaks) {
    const end = lastBreak(head, pattern, max)
    if (end > max / 2) return end
  }
  return lastBreak(head, betweenWords, max) || hardBreak(flat, max)
}

/** Counted as `lengthOf` counts; a name belongs to where it begins. */
const sliceOf = (text: Text, from: number, to: number): Text => {
  let at = 0
  return text.flatMap((span): ReadonlyArray<Span> => {
    const begins = at
    at += lengthOf([span])
    if (typeof span !== "string") return begins >= from && begins < to ? [span] : []
    const words = span.slice(Math.max(0, from - begins), Math.max(0, to - begins))
    return words === "" ? [] : [words]
  })
}

/** Nothing is left out but the space at which it breaks. */
export const partsOf = (text: Text, max: number): ReadonlyArray<Text> => {
  if (lengthOf(text) <= max) return [text]
  const flat = text
    .filter((span) => span !== "")
    .map((span, i) => (typeof span === "string" ? span : called[i % 2 === 0 ? 0 : 1].repeat(lengthOf([span]))))
    .join("")
  const parts: Array<Text> = []
  for (let from = 0; from < flat.length;) {
    const words = flat.slice(from, from + firstPart(flat.slice(from), max))
    const begins = from + words.length - words.trimStart().length
    if (words.trim() !== "") parts.push(sliceOf(text, begins, from + words.trimEnd().length))
    from += words.length
  }
  return parts
}
