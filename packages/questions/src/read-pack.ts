/** A file of questions, by its bytes and its name, as a reading: whatever the bytes are, it neither throws nor hangs. */
import { decodeText } from "./decode-text.ts"
import { type Format, formatOfName } from "./formats.ts"
import { readArchive } from "./read/archive.ts"
import { foreignIn } from "./read/foreign.ts"
import { readText } from "./read/texts.ts"
import { isZip } from "./read/unzip.ts"
import type { Reading } from "./reading.ts"

export interface PackFile {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadPack extends Reading {
  readonly format: Format
  /** Of a text: how its bytes were understood. */
  readonly encoding: string | null
}

/** Null: the format is to be found out. An archive is one whatever it is called. */
export const readPack = (file: PackFile, wanted: Format | null): ReadPack => {
  if (isZip(file.bytes)) return { ...readArchive(file.bytes), encoding: null }
  const foreign = foreignIn(file.bytes)
  if (foreign !== null) return { ...foreign, format: wanted ?? "plain", encoding: null }
  const { encoding, text } = decodeText(file.bytes)
  return { ...readText(text, wanted ?? formatOfName(file.name)), encoding }
}
