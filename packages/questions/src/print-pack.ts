/** A pack as the bytes of a file: in which formats and encodings it can be written, and what they cannot carry. */
import { type Encoded, encodeText, type WrittenEncoding } from "./encode-text.ts"
import { printCsv } from "./print/csv.ts"
import { printDbText } from "./print/db-text.ts"
import { printFourS } from "./print/four-s.ts"
import { printJson } from "./print/json.ts"
import { type Loss, namedPictures, type Pack, type Printed } from "./print/printed.ts"
import { printZip } from "./print/zip.ts"

export const writtenFormats = ["4s", "db", "json", "csv", "zip"] as const
export type WrittenFormat = (typeof writtenFormats)[number]

export interface PrintedPack extends Encoded {
  readonly losses: ReadonlyArray<Loss>
}

const printers: Readonly<Record<Exclude<WrittenFormat, "zip">, (pack: Pack) => Printed>> = {
  "4s": printFourS,
  db: printDbText,
  json: printJson,
  csv: printCsv
}

export const printPack = (pack: Pack, format: WrittenFormat, encoding: WrittenEncoding): PrintedPack => {
  if (format === "zip") return { ...printZip(pack), unwritten: [] }
  const { losses: ofText, text } = printers[format](pack)
  const losses = [...ofText, ...namedPictures(pack).map(({ question }) => ({ question, field: "picture" }))]
  // A spreadsheet knows UTF-8 by its mark only.
  const marked = format === "csv" && encoding === "utf-8" ? `\uFEFF${text}` : text
  return { ...encodeText(marked, encoding), losses }
}
