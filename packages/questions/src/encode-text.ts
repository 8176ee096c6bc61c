/** A text as bytes, and the characters that the encoding does not have. */

export const writtenEncodings = ["utf-8", "windows-1251", "koi8-r", "ibm866"] as const
export type WrittenEncoding = (typeof writtenEncodings)[number]

export interface Encoded {
  readonly bytes: Uint8Array
  /** Each once; in their place stands a question mark. */
  readonly unwritten: ReadonlyArray<string>
}

/** Written as the base writes them where the sign itself is missing. */
const instead = new Map([
  ["«", '"'],
  ["»", '"'],
  ["„", '"'],
  ["“", '"'],
  ["”", '"'],
  ["’", "'"],
  ["—", "-"],
  ["–", "-"],
  ["…", "..."],
  ["№", "N"],
  ["\u00A0", " "],
  ["\u2011", "-"]
])

const bytesOf = (encoding: Exclude<WrittenEncoding, "utf-8">): ReadonlyMap<string, number> => {
  const decoder = new TextDecoder(encoding)
  return new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
}

const questionMark = 0x3f

export const encodeText = (text: string, encoding: WrittenEncoding): Encoded => {
  if (encoding === "utf-8") {
    return { bytes: new TextEncoder().encode(text), unwritten: text.isWellFormed() ? [] : ["\uFFFD"] }
  }
  const known = bytesOf(encoding)
  const unwritten = new Set<string>()
  const bytes: Array<number> = []
  for (const char of text) {
    const own = known.get(char)
    if (own === undefined) unwritten.add(char)
    const written =
      own === undefined ? Array.from(instead.get(char) ?? "?", (sign) => known.get(sign) ?? questionMark) : [own]
    bytes.push(...written)
  }
  return { bytes: Uint8Array.from(bytes), unwritten: [...unwritten] }
}
