/** A Word document as editors make it: its lines are a plain text, set as packs are set. */
import { type DocxParts, docxLines } from "./docx-lines.ts"
import { readPlainText } from "./plain-text.ts"
import { setLine } from "./typography.ts"

export const documentName = "word/document.xml"

const partNames = {
  document: documentName,
  numbering: "word/numbering.xml",
  relations: "word/_rels/document.xml.rels",
  styles: "word/styles.xml"
} as const

export const isDocxPart = (name: string): boolean => Object.values(partNames).some((part) => part === name)

export const docxText = (files: ReadonlyMap<string, Uint8Array>): string => {
  const text = (name: string): string => new TextDecoder().decode(files.get(name) ?? new Uint8Array())
  const parts: DocxParts = {
    document: text(partNames.document),
    numbering: text(partNames.numbering),
    relations: text(partNames.relations),
    styles: text(partNames.styles)
  }
  return docxLines(parts).map(setLine).join("\n")
}

export const readDocx = (files: ReadonlyMap<string, Uint8Array>) => readPlainText(docxText(files))
