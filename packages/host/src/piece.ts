/** What one effect has to say. The pieces of one call are joined into as few messages as can be. */
import type { Keyboard, Media, Say, Text } from "@znatoki/chat/message"
import { cutText, lengthOf } from "./fit-text.ts"
import { paragraphs } from "./text.ts"

export interface Piece {
  /** A text, or how to write it in that much room. */
  readonly text: Text | ((room: number) => Text)
  readonly keyboard: Keyboard | null
  readonly slot: string | null
  /** What comes after it follows after a pause, in a message of its own. */
  readonly isOpening?: true
  /** Shown with it; null: nothing. */
  readonly media: Media | null
}

export const piece = (text: Piece["text"], keyboard: Keyboard | null = null, slot: string | null = null): Piece => ({
  text,
  keyboard,
  slot,
  media: null
})

export const opening = (text: Text, keyboard: Keyboard | null = null): Piece => ({
  ...piece(text, keyboard),
  isOpening: true
})

const between = "\n\n".length
/** So long everybody holds their breath. */
const pauseMs = 2_000

/** At most one, and another one before it where there is something to wait for. */
export const messagesOf = (pieces: ReadonlyArray<Piece>, textMax: number): ReadonlyArray<Say> => {
  const end = pieces.findIndex(({ isOpening }) => isOpening === true) + 1
  const rest = oneMessage(pieces.slice(end), textMax)
  if (end === 0) return rest
  const first = oneMessage(pieces.slice(0, end), textMax)
  return [...first, ...rest.map((message) => ({ ...message, afterMs: pauseMs }))]
}

/** The fixed texts are written first; those that can give way share what is left. The last keyboard stays. */
const oneMessage = (pieces: ReadonlyArray<Piece>, textMax: number): ReadonlyArray<Say> => {
  if (pieces.length === 0) return []
  const fixed = pieces.reduce((sum, { text }) => sum + between + (typeof text === "function" ? 0 : lengthOf(text)), 0)
  const flexible = pieces.filter(({ text }) => typeof text === "function").length
  const room = Math.floor((textMax - fixed) / Math.max(1, flexible))
  const texts = pieces.map(({ text }) => (typeof text === "function" ? text(room) : text))
  const media = pieces.findLast((each) => each.media !== null)?.media ?? null
  return [
    {
      _tag: "Say",
      text: cutText(paragraphs(...texts), textMax),
      keyboard: pieces.findLast(({ keyboard }) => keyboard !== null)?.keyboard ?? null,
      slot: pieces.findLast(({ slot }) => slot !== null)?.slot ?? null,
      ...(media === null ? {} : { media })
    }
  ]
}
