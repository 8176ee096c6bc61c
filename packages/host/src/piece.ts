/** What one effect has to say. The pieces of one call are joined into as few messages as can be. */
import type { Keyboard, Outgoing, Text } from "@znatoki/chat/message"
import { cutText, lengthOf } from "./fit-text.ts"
import { paragraphs } from "./text.ts"

export interface Piece {
  /** A text, or how to write it in that much room. */
  readonly text: Text | ((room: number) => Text)
  readonly keyboard: Keyboard | null
  readonly slot: string | null
}

export const piece = (text: Piece["text"], keyboard: Keyboard | null = null, slot: string | null = null): Piece => ({
  text,
  keyboard,
  slot
})

const between = "\n\n".length

/** The fixed texts are written first; those that can give way share what is left. The last keyboard stays. */
export const oneMessage = (pieces: ReadonlyArray<Piece>, textMax: number): ReadonlyArray<Outgoing> => {
  if (pieces.length === 0) return []
  const fixed = pieces.reduce((sum, { text }) => sum + between + (typeof text === "function" ? 0 : lengthOf(text)), 0)
  const flexible = pieces.filter(({ text }) => typeof text === "function").length
  const room = Math.floor((textMax - fixed) / Math.max(1, flexible))
  const texts = pieces.map(({ text }) => (typeof text === "function" ? text(room) : text))
  return [
    {
      _tag: "Say",
      text: cutText(paragraphs(...texts), textMax),
      keyboard: pieces.findLast(({ keyboard }) => keyboard !== null)?.keyboard ?? null,
      slot: pieces.findLast(({ slot }) => slot !== null)?.slot ?? null
    }
  ]
}
