/** What one effect has to say. The pieces of one call are joined into as few messages as can be. */
import type { Keyboard, Media, Say, Text } from "@znatoki/chat/message"
import { cutText, lengthOf } from "./fit-text.ts"
import { paragraphs } from "./text.ts"
import { partsOf } from "./text-parts.ts"

export interface Piece {
  /** A text, or how to write it in that much room. */
  readonly text: Text | ((room: number) => Text)
  readonly keyboard: Keyboard | null
  readonly slot: string | null
  /** What comes after it follows in a message of its own, so long after it. */
  readonly followedAfterMs?: number
  /** It is written anew in its place, so that it has to stay one message. */
  readonly isAmended?: true
  /** Shown with it; null: nothing. */
  readonly media: Media | null
  /** What a later message shows, see `Outgoing`. */
  readonly ahead?: string | undefined
}

export const piece = (text: Piece["text"], keyboard: Keyboard | null = null, slot: string | null = null): Piece => ({
  text,
  keyboard,
  slot,
  media: null
})

export const opening = (text: Text, keyboard: Keyboard | null, followedAfterMs: number): Piece => ({
  ...piece(text, keyboard),
  followedAfterMs
})

export const amendable = (text: Piece["text"], keyboard: Keyboard, slot: string): Piece => ({
  ...piece(text, keyboard, slot),
  isAmended: true
})

/** So long everybody holds their breath. */
export const suspenseMs = 2_000

const between = "\n\n".length
/** Longer than so many messages nothing is. */
const partsMax = 3

export interface Messages {
  /** What is said before the rest of it; mostly nothing. */
  readonly opening: ReadonlyArray<Say>
  readonly rest: ReadonlyArray<Say>
}

/** One message where the messenger takes it, and another one before it where something opens it. */
export const messagesOf = (pieces: ReadonlyArray<Piece>, textMax: number): Messages => {
  const end = pieces.findLastIndex(({ followedAfterMs }) => followedAfterMs !== undefined) + 1
  const [first, ...others] = together(pieces.slice(end), textMax)
  const afterMs = pieces[end - 1]?.followedAfterMs ?? 0
  const begins = first === undefined ? [] : [afterMs === 0 ? first : { ...first, afterMs }]
  return { opening: together(pieces.slice(0, end), textMax), rest: [...begins, ...others] }
}

/**
 * The fixed texts are written first; those that can give way share what is left. What is too long for one message goes on in
 * the next, and the last of them has the last keyboard.
 */
const together = (pieces: ReadonlyArray<Piece>, textMax: number): ReadonlyArray<Say> =>
  byMedia(pieces).flatMap((group) => inOne(group, textMax))

/** A message shows one thing: what another one is shown with begins anew. */
const byMedia = (pieces: ReadonlyArray<Piece>): ReadonlyArray<ReadonlyArray<Piece>> => {
  const groups: Array<Array<Piece>> = []
  for (const each of pieces) {
    const last = groups.at(-1)
    const isFull = each.media !== null && last?.some(({ media }) => media !== null) === true
    if (last === undefined || isFull) groups.push([each])
    else last.push(each)
  }
  return groups
}

const inOne = (pieces: ReadonlyArray<Piece>, textMax: number): ReadonlyArray<Say> => {
  let max = textMax * partsMax
  let [fixed, flexible] = [0, 0]
  for (const { isAmended, text } of pieces) {
    if (isAmended === true) max = textMax
    fixed += between
    if (typeof text === "function") flexible++
    else fixed += lengthOf(text)
  }
  const room = Math.floor((max - fixed) / Math.max(1, flexible))
  const texts = pieces.map(({ text }) => (typeof text === "function" ? text(room) : text))
  return inMessages(cutText(paragraphs(...texts), max), pieces, textMax)
}

/** What is beside the words: of several the last, but the first that is shown. */
const besideWords = (pieces: ReadonlyArray<Piece>): Pick<Piece, "keyboard" | "slot" | "media" | "ahead"> => {
  let beside: Pick<Piece, "keyboard" | "slot" | "media" | "ahead"> = { keyboard: null, slot: null, media: null }
  for (const { ahead = beside.ahead, keyboard, media, slot } of pieces) {
    beside = {
      keyboard: keyboard ?? beside.keyboard,
      slot: slot ?? beside.slot,
      media: beside.media ?? media,
      ahead
    }
  }
  return beside
}

const inMessages = (text: Text, pieces: ReadonlyArray<Piece>, textMax: number): ReadonlyArray<Say> => {
  const parts = lengthOf(text) <= textMax ? [text] : partsOf(text, textMax)
  const { ahead, keyboard, media, slot } = besideWords(pieces)
  // Beside the words that stand for it where it cannot be shown.
  const shownWith =
    media === null
      ? -1
      : Math.max(
          0,
          parts.findIndex((part) => tellsOf(part, media))
        )
  return parts.map((part, i) => {
    const isLast = i === parts.length - 1
    return {
      _tag: "Say",
      text: part,
      keyboard: isLast ? keyboard : null,
      slot: isLast ? slot : null,
      ...(media === null || i !== shownWith ? {} : { media }),
      ...(ahead === undefined || !isLast ? {} : { ahead })
    }
  })
}

const tellsOf = (text: Text, { instead }: Media): boolean =>
  text.some((span) => typeof span === "string" && span.includes(instead))
