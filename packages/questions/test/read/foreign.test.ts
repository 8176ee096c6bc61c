/** Documents that are not read here: what to do is told, whatever they are called and however long they are. */
import { describe, expect, it } from "vitest"
import { readPack } from "../../src/read-pack.ts"
import { readParts } from "../../src/read-parts.ts"

const oldWord = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

describe.each([
  ["old Word", "cup.doc", oldWord, "a document of an old Word: save it as .docx"],
  ["old Word that was only renamed", "cup.docx", oldWord, "a document of an old Word: save it as .docx"],
  ["RTF", "cup.rtf", [...Buffer.from("{\\rtf1\\ansi")], "a document in RTF: save it as .docx"],
  ["PDF", "cup.pdf", [...Buffer.from("%PDF-1.7")], "a PDF: send the document or the text that it was made of"]
])("%s", (_, name, beginning, message) => {
  it.each([100, 1_000_000])("of %i bytes is told, and is no title of a pack", async (length) => {
    const bytes = new Uint8Array(length)
    bytes.set(beginning)
    const warnings = [{ line: 1, message }]
    expect(readPack({ name, bytes }, null)).toMatchObject({ questions: [], warnings, pack: { title: null } })
    const parts = readParts({ name, pieces: ReadableStream.from([bytes.subarray(0, 50), bytes.subarray(50)]) }, null)
    const read = []
    for await (const part of parts) read.push(part)
    expect(read).toMatchObject([{ questions: [], warnings }])
    expect(parts.facts().title).toBeNull()
  })
})
