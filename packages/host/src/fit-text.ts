/** Makes a text fit into one message: what matters least is cut first, and the cut is seen. */
import { cut } from "@znatoki/chat/cut"
import type { Span, Text } from "@znatoki/chat/message"

/** A mention costs more than its name: whoever sends it writes the person's address beside it. */
const mentionCost = 20

export const lengthOf = (text: Text): number => {
  let length = 0
  for (const span of text) length += typeof span === "string" ? span.length : span.mention.name.length + mentionCost
  return length
}

/** Cut at the end of a word, unless the word is so long that little would be left. */
export const cutAtWord = (words: string, max: number): string => {
  const short = cut(words, max)
  if (short === words) return words
  const space = short.lastIndexOf(" ")
  return space < max / 2 ? short : `${short.slice(0, space).replace(/[\s\p{P}]+$/u, "")}…`
}

export const sentenceEnd = /[.!?…][»")\]]*(?=\s)/gu

/** Cut after a sentence, unless little would be left. */
export const cutAtSentence = (words: string, max: number): string => {
  if (words.length <= max) return words
  if (max < 1) return ""
  const whole = [...words.slice(0, Math.max(0, max - 1)).matchAll(sentenceEnd)].at(-1)
  const end = whole === undefined ? 0 : whole.index + whole[0].length
  return end < max / 2 ? cutAtWord(words, max) : `${words.slice(0, end)} …`
}

/** `parts` stand in the order in which they may be cut; each gives what is still too much. */
export const fit = (
  parts: ReadonlyArray<string>,
  render: (parts: ReadonlyArray<string>) => Text,
  room: number
): Text => {
  let now = parts
  let text = render(now)
  for (const [index, part] of parts.entries()) {
    const over = lengthOf(text) - room
    if (over <= 0) break
    now = now.with(index, cutAtSentence(part, Math.max(1, part.length - over)))
    text = render(now)
  }
  return cutText(text, room)
}

/** The last resort: the end goes. */
export const cutText = (text: Text, room: number): Text => {
  const out: Array<Span> = []
  let left = room
  for (const span of text) {
    const length = lengthOf([span])
    if (length > left) return typeof span === "string" && left > 0 ? [...out, cutAtSentence(span, left)] : out
    out.push(span)
    left -= length
  }
  return out
}
