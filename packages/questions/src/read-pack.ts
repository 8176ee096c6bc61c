/** A file of questions, by its bytes and its name, as a reading: whatever the bytes are, it neither throws nor hangs. */
import { decodeText } from "./decode-text.ts"
import { type Format, formatOfName, formatOfText } from "./formats.ts"
import { readAnki } from "./read/anki.ts"
import { readBaseXml } from "./read/base-xml.ts"
import { readCsv } from "./read/csv.ts"
import { readDbText } from "./read/db-text.ts"
import { readFourS } from "./read/four-s.ts"
import { readGift } from "./read/gift.ts"
import { readJson } from "./read/json.ts"
import { readPlainText } from "./read/plain-text.ts"
import { readSiGame } from "./read/si-game.ts"
import { readTriviaList } from "./read/trivia-list.ts"
import type { Reading } from "./reading.ts"

export interface PackFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadPack extends Reading {
  readonly format: Format
  /** Of a text: how its bytes were understood. */
  readonly encoding: string
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
  anki: readAnki
}

/** Null: the format is to be found out. */
export const readPack = (file: PackFile, wanted: Format | null): ReadPack => {
  const { encoding, text } = decodeText(file.bytes)
  const format = wanted ?? formatOfName(file.name) ?? formatOfText(text)
  return { ...readers[format](text), format, encoding }
}
