/** Which encoding the bytes of a text are in: UTF-8, or one of the three in which Russian texts were kept before it. */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1251" | "koi8-r" | "ibm866"

export interface DecodedText {
  readonly text: string
  readonly encoding: Encoding
}

const marks: ReadonlyArray<{ readonly bytes: ReadonlyArray<number>; readonly encoding: Encoding }> = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: "utf-8" },
  { bytes: [0xff, 0xfe], encoding: "utf-16le" },
  { bytes: [0xfe, 0xff], encoding: "utf-16be" }
]

const oldEncodings: ReadonlyArray<Encoding> = ["windows-1251", "koi8-r", "ibm866"]

/** As much as tells the encodings apart. */
const sampleBytes = 65_536

const decode = (bytes: Uint8Array, encoding: Encoding): string => new TextDecoder(encoding).decode(bytes)

/** `isBeginning`: the last letter may be cut in two. */
const isUtf8 = (bytes: Uint8Array, isBeginning: boolean): boolean => {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: isBeginning })
    return true
  } catch {
    return false
  }
}

/** The words of the formats weigh more than letters; a capital after a small letter and a sign of a frame speak against. */
const likelihood = (text: string): number => {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0
  return (
    count(/Вопрос|Ответ|Чемпионат|Автор|вопрос|ответ/g) * 20 +
    count(/[оеаинтсрвл]/g) -
    count(/[а-яё][А-ЯЁ]/g) * 2 -
    count(/[^\p{L}\p{N}\p{P}\s+=<>|~^$`°№©®§€±·×÷¬¦¤µ]/gu) * 3
  )
}

const guess = (bytes: Uint8Array): Encoding => {
  const sample = bytes.subarray(0, sampleBytes)
  const scored = oldEncodings.map((encoding) => ({ encoding, score: likelihood(decode(sample, encoding)) }))
  return scored.toSorted((one, other) => other.score - one.score)[0]?.encoding ?? "windows-1251"
}

export const encodingOf = (bytes: Uint8Array, of: "the file" | "its beginning" = "the file"): Encoding => {
  const marked = marks.find((mark) => mark.bytes.every((byte, i) => bytes[i] === byte))
  if (marked !== undefined) return marked.encoding
  return isUtf8(bytes, of === "its beginning") ? "utf-8" : guess(bytes)
}

export const decodeText = (bytes: Uint8Array): DecodedText => {
  const encoding = encodingOf(bytes)
  return { text: decode(bytes, encoding), encoding }
}
