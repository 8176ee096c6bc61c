/** Documents that people send in good faith and that are not read here, by how they begin. */
import type { Reading } from "../reading.ts"
import { ReadingDraft } from "./reading-draft.ts"

const kinds: ReadonlyArray<readonly [beginning: ReadonlyArray<number>, advice: string]> = [
  [[0xd0, 0xcf, 0x11, 0xe0], "a document of an old Word: save it as .docx"],
  [[...Buffer.from("{\\rtf")], "a document in RTF: save it as .docx"],
  [[...Buffer.from("%PDF-")], "a PDF: send the document or the text that it was made of"]
]

/** Null: it is none of them. */
export const foreignIn = (bytes: Uint8Array): Reading | null => {
  const kind = kinds.find(([beginning]) => beginning.every((byte, i) => bytes[i] === byte))
  if (kind === undefined) return null
  const draft = new ReadingDraft()
  draft.warn(1, kind[1])
  return draft.done()
}
