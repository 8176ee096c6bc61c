/** A file of questions that arrives in pieces, as a reading that is given away in parts. */
import type { Format } from "./formats.ts"
import { readPack } from "./read-pack.ts"
import type { PackFacts, PackNote, ReadQuestion } from "./reading.ts"

export interface PackPieces {
  readonly name: string
  readonly pieces: AsyncIterable<Uint8Array>
}

export interface ReadPart {
  readonly questions: ReadonlyArray<ReadQuestion>
  readonly warnings: ReadonlyArray<PackNote>
}

/** What is known of the whole file; all of it when the last part is there. */
export interface ReadParts extends AsyncIterable<ReadPart> {
  readonly format: () => Format
  readonly encoding: () => string | null
  readonly facts: () => PackFacts
  /** Bytes that came. */
  readonly bytes: () => number
}

const unknown: PackFacts = { title: null, editors: null, date: null, licence: null, info: null, url: null }

class Parts implements ReadParts {
  readonly #file: PackPieces
  readonly #wanted: Format | null
  #format: Format = "plain"
  #encoding: string | null = null
  #facts: PackFacts = unknown
  #bytes = 0

  constructor(file: PackPieces, wanted: Format | null) {
    this.#file = file
    this.#wanted = wanted
  }

  readonly format = () => this.#format
  readonly encoding = () => this.#encoding
  readonly facts = () => this.#facts
  readonly bytes = () => this.#bytes

  async *[Symbol.asyncIterator](): AsyncGenerator<ReadPart> {
    const pieces: Array<Uint8Array> = []
    for await (const piece of this.#file.pieces) {
      this.#bytes += piece.length
      pieces.push(piece)
    }
    const bytes = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)
    const { encoding, format, pack, questions, warnings } = readPack({ name: this.#file.name, bytes }, this.#wanted)
    this.#format = format
    this.#encoding = encoding
    this.#facts = pack
    yield { questions, warnings }
  }
}

export const readParts = (file: PackPieces, wanted: Format | null): ReadParts => new Parts(file, wanted)
