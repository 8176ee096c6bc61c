/** A text of questions by its format; without one, by its first words. */
import { type Format, formatOfText } from "../formats.ts"
import type { Reading } from "../reading.ts"
import { readAnki } from "./anki.ts"
import { readBaseXml } from "./base-xml.ts"
import { readCsv } from "./csv.ts"
import { readDbText } from "./db-text.ts"
import { readFourS } from "./four-s.ts"
import { readGift } from "./gift.ts"
import { isTooMuch, readNothingOf } from "./held-whole.ts"
import { readJson } from "./json.ts"
import { readPlainText } from "./plain-text.ts"
import { readSiGame } from "./si-game.ts"
import { readTriviaList } from "./trivia-list.ts"

export interface ReadText extends Reading {
  readonly format: Format
}

const readers: Readonly<Record<Format, (text: string) => Reading>> = {
  "4s": readFourS,
  db: readDbText,
  plain: readPlainText,
  json: readJson,
  csv: readCsv,
  xml: readBaseXml,
  siq: readSiGame,
  yaml: readTriviaList,
  gift: readGift,
  anki: readAnki,
  // The words of a document that was saved as text.
  docx: readPlainText,
  zip: readPlainText
}

export const readText = (text: string, wanted: Format | null): ReadText => {
  const format = wanted ?? formatOfText(text)
  return { ...(isTooMuch(format, text.length) ? readNothingOf(format) : readers[format](text)), format }
}
