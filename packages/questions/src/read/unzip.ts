/** The files of an archive that are wanted, inflated piece by piece: one that grows out of measure is given up. */
import { Unzip, UnzipInflate } from "fflate"

export interface Unzipped {
  /** Every name in the archive. */
  readonly names: ReadonlyArray<string>
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface RefusedArchive {
  readonly refused: string
}

const entriesMax = 2_000
/** Of all that is wanted together: a pack of questions with its pictures has a tenth of it. */
const bytesMax = 100_000_000
/** A piece inflates a thousand times at most. */
const pieceBytes = 16_384

class OutOfMeasure extends Error {}

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** What is given up is given up by throwing: `fflate` knows no other way to be stopped. */
const inflateAll = (bytes: Uint8Array, isWanted: (name: string) => boolean): Unzipped => {
  const names: Array<string> = []
  const pieces = new Map<string, Array<Uint8Array>>()
  let inflated = 0
  const unzip = new Unzip((file) => {
    names.push(file.name)
    if (names.length > entriesMax) throw new OutOfMeasure(`more than ${entriesMax} files in the archive: refused`)
    if (!isWanted(file.name)) return
    const own: Array<Uint8Array> = []
    pieces.set(file.name, own)
    file.ondata = (error, piece) => {
      if (error !== null) throw error
      inflated += piece.length
      if (inflated > bytesMax)
        throw new OutOfMeasure(`more than ${bytesMax / 1_000_000} MB come out of the archive: refused`)
      own.push(piece)
    }
    file.start()
  })
  unzip.register(UnzipInflate)
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    unzip.push(bytes.subarray(at, at + pieceBytes), at + pieceBytes >= bytes.length)
  }
  return { names, files: new Map([...pieces].map(([name, own]) => [name, joined(own)])) }
}

const joined = (pieces: ReadonlyArray<Uint8Array>): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

export const unzipped = (bytes: Uint8Array, isWanted: (name: string) => boolean): Unzipped | RefusedArchive => {
  try {
    return inflateAll(bytes, isWanted)
  } catch (error) {
    return { refused: error instanceof OutOfMeasure ? error.message : "the archive is broken" }
  }
}
