/** How much is read that has to be held whole: a tree of it takes ten times its length. */
import type { Format } from "../formats.ts"
import type { Reading } from "../reading.ts"
import { ReadingDraft } from "./reading-draft.ts"

/** Bytes or characters. A tournament has a hundredth of it. */
export const wholeMax = 10_000_000

const held: ReadonlySet<Format> = new Set<Format>(["anki", "docx", "gift", "siq", "xml", "yaml"])

export const isTooMuch = (format: Format, length: number): boolean => held.has(format) && length > wholeMax

export const readNothingOf = (format: Format): Reading => {
  const draft = new ReadingDraft()
  draft.warn(1, `more than ${wholeMax / 1_000_000} MB of ${format}: split the file, or send it as JSON`)
  return draft.done()
}
