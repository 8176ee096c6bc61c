/** A file of questions that arrives in pieces, as a reading that is given away in parts: of a long one only a part is ever held. */
import { type Encoding, encodingOf } from "./decode-text.ts"
import { type Format, formatOfName, formatOfText } from "./formats.ts"
import { csvLines } from "./read/csv.ts"
import { dbLines } from "./read/db-text.ts"
import { fourSLines } from "./read/four-s.ts"
import { foreignIn } from "./read/foreign.ts"
import { jsonPieces } from "./read/json.ts"
import { inLines, type TextReader } from "./read/line-reading.ts"
import { plainLines } from "./read/plain-text.ts"
import { ReadingDraft } from "./read/reading-draft.ts"
import { isZip } from "./read/unzip.ts"
import { readPack } from "./read-pack.ts"
import type { PackFacts, PackNote, PictureFiles, ReadQuestion } from "./reading.ts"

export interface PackPieces {
  readonly name: string
  readonly pieces: AsyncIterable<Uint8Array>
}

export interface ReadPart {
  readonly questions: ReadonlyArray<ReadQuestion>
  readonly warnings: ReadonlyArray<PackNote>
  /** Those that its questions show: none where the file is given away in more parts than one. */
  readonly pictures: PictureFiles
}

/** What is known of the whole file; all of it when the last part is there. */
export interface ReadParts extends AsyncIterable<ReadPart> {
  readonly format: () => Format
  readonly encoding: () => string | null
  readonly facts: () => PackFacts
  /** What came is no file of this format to its end: it may be no more than a half. */
  readonly isBroken: () => boolean
  /** Bytes that came. */
  readonly bytes: () => number
}

export interface PartsSize {
  /** A file of no more bytes is read at once. */
  readonly whole: number
  /** A part has at least so many questions, unless it is the last. */
  readonly questions: number
}

const usual: PartsSize = { whole: 262_144, questions: 1_000 }

/** The others are read at once: a question in them is over only where the file is. */
const inPieces: ReadonlyMap<Format, TextReader> = new Map([
  ["db", inLines(dbLines)],
  ["4s", inLines(fourSLines)],
  ["csv", inLines(csvLines)],
  ["plain", inLines(plainLines)],
  ["json", jsonPieces]
])

const unknown: PackFacts = { title: null, editors: null, date: null, licence: null, info: null, url: null }

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

/** So many bytes are read before it is looked whether there is a part. */
const step = 65_536

async function* inSteps(beginning: Uint8Array, pieces: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let piece = beginning; ;) {
    for (let from = 0; from < piece.length; from += step) yield piece.subarray(from, from + step)
    const { done, value } = await pieces.next()
    if (done === true) return
    piece = value
  }
}

class Parts implements ReadParts {
  readonly #file: PackPieces
  readonly #wanted: Format | null
  readonly #size: PartsSize
  #format: Format = "plain"
  #encoding: string | null = null
  #facts: PackFacts = unknown
  #bytes = 0
  #isBroken = false

  constructor(file: PackPieces, wanted: Format | null, size: PartsSize) {
    this.#file = file
    this.#wanted = wanted
    this.#size = size
  }

  readonly format = () => this.#format
  readonly encoding = () => this.#encoding
  readonly facts = () => this.#facts
  readonly bytes = () => this.#bytes
  readonly isBroken = () => this.#isBroken

  async *[Symbol.asyncIterator](): AsyncGenerator<ReadPart> {
    const pieces = this.#counted()[Symbol.asyncIterator]()
    const { bytes, more } = await this.#beginning(pieces)
    if (!more || isZip(bytes) || foreignIn(bytes) !== null)
      return yield this.#whole(await this.#joined([bytes], pieces))
    const encoding = encodingOf(bytes, "its beginning")
    const text = new TextDecoder(encoding).decode(bytes)
    this.#format = this.#formatOf(text)
    const reader = inPieces.get(this.#format)
    if (reader === undefined) return yield this.#whole(await this.#joined([bytes], pieces))
    this.#encoding = encoding
    yield* this.#inParts(reader, encoding, bytes, pieces)
  }

  #formatOf(text: string): Format {
    return this.#wanted ?? formatOfName(this.#file.name) ?? formatOfText(text)
  }

  async *#counted(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#file.pieces) {
      this.#bytes += piece.length
      yield piece
    }
  }

  /** As much as tells what the file is: English alone tells nothing of how Russian is written in it, but in JSON there is one way. */
  async #beginning(pieces: AsyncIterator<Uint8Array>): Promise<{ readonly bytes: Uint8Array; readonly more: boolean }> {
    const begun: Array<Uint8Array> = []
    let isPlain = true
    let length = 0
    while (length <= this.#size.whole || (isPlain && !this.#isJson(begun))) {
      const { done, value } = await pieces.next()
      if (done === true) return { bytes: Buffer.concat(begun), more: false }
      begun.push(value)
      length += value.length
      isPlain &&= isAscii(value)
    }
    return { bytes: Buffer.concat(begun), more: true }
  }

  #isJson([first]: ReadonlyArray<Uint8Array>): boolean {
    return this.#formatOf(new TextDecoder().decode(first)) === "json"
  }

  async #joined(begun: ReadonlyArray<Uint8Array>, pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
    const all = [...begun]
    for (;;) {
      const { done, value } = await pieces.next()
      if (done === true) return all.length === 1 && all[0] !== undefined ? all[0] : Buffer.concat(all)
      all.push(value)
    }
  }

  #whole(bytes: Uint8Array): ReadPart {
    const { encoding, format, pack, pictures, questions, warnings } = readPack(
      { name: this.#file.name, bytes },
      this.#wanted
    )
    this.#format = format
    this.#encoding = encoding
    this.#facts = pack
    return { questions, warnings, pictures }
  }

  async *#inParts(
    reader: TextReader,
    encoding: Encoding,
    beginning: Uint8Array,
    pieces: AsyncIterator<Uint8Array>
  ): AsyncGenerator<ReadPart> {
    const draft = new ReadingDraft()
    const reading = reader(draft)
    const decoder = new TextDecoder(encoding)
    for await (const piece of inSteps(beginning, pieces)) {
      reading.take(decoder.decode(piece, { stream: true }))
      if (draft.waiting >= this.#size.questions) yield this.#part(draft)
    }
    reading.take(decoder.decode())
    reading.end()
    this.#isBroken = draft.isBroken
    yield this.#part(draft)
  }

  #part(draft: ReadingDraft): ReadPart {
    const { pack, pictures, questions, warnings } = draft.taken()
    this.#facts = pack
    return { questions, warnings, pictures }
  }
}

export const readParts = (file: PackPieces, wanted: Format | null, size: PartsSize = usual): ReadParts =>
  new Parts(file, wanted, size)
