/** A Word document with these paragraphs: an archive of one file, stored as it is. */
import { crc32 } from "node:zlib"

const name = Buffer.from("word/document.xml")

const document = (paragraphs: ReadonlyArray<string>): Buffer =>
  Buffer.from(
    `<?xml version="1.0"?><w:document><w:body>${paragraphs
      .map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`)
      .join("")}</w:body></w:document>`
  )

/** Of both headers of a file: its sum and its sizes. */
const facts = (content: Buffer): Buffer => {
  const written = Buffer.alloc(16)
  written.writeUInt32LE(crc32(content), 0)
  written.writeUInt32LE(content.length, 4)
  written.writeUInt32LE(content.length, 8)
  written.writeUInt16LE(name.length, 12)
  return written
}

export const smallDocx = (paragraphs: ReadonlyArray<string>): Buffer => {
  const content = document(paragraphs)
  const version = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0, 0])
  const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), version, facts(content), name, content])
  const listed = Buffer.concat([
    Buffer.from("PK\u0001\u0002\u0014\u0000"),
    version,
    facts(content),
    Buffer.alloc(14),
    name
  ])
  const end = Buffer.alloc(22)
  end.write("PK\u0005\u0006")
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, listed, end])
}
