/**
 * The words of the dictionary as a graph of bytes (a DAWG of dawgdic): a word's letters in CP1251, the byte 1, then four bytes
 * that say which paradigm and which form of it the word is.
 */

const hasLeaf = 1 << 8
const extension = 1 << 9
const isLeaf = 1 << 31
const separator = 1
const root = 0
const missing = -1
const letterYo = 0xb8
const letterYe = 0xe5

export interface Inflected {
  readonly paradigm: number
  readonly form: number
}

/** CP1251 of what Russian words are written with; anything else is in no word. */
const byteOf = (code: number): number => {
  if (code >= 0x430 && code <= 0x44f) return code - 0x430 + 0xe0
  if (code === 0x451) return letterYo
  return code === 0x2d ? code : missing
}

export class WordGraph {
  readonly #units: Uint32Array
  /** For each unit the label of its first child and that of its next sibling; 0 for none. */
  readonly #guide: Uint8Array

  /** `file` begins at an offset that words of 32 bits may begin at. */
  constructor(file: Uint8Array) {
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
    const units = view.getUint32(0, true)
    const guides = view.getUint32(4 + units * 4, true)
    this.#units = new Uint32Array(file.buffer, file.byteOffset + 4, units)
    this.#guide = new Uint8Array(file.buffer, file.byteOffset + 8 + units * 4, guides * 2)
  }

  /** What the word may be a form of; «е» in it stands for «ё» too. */
  find(word: string): ReadonlyArray<Inflected> {
    const found: Array<Inflected> = []
    this.#walk(word, 0, root, found)
    return found
  }

  #walk(word: string, at: number, index: number, found: Array<Inflected>): void {
    if (at === word.length) {
      const payload = this.#follow(separator, index)
      if (payload !== missing) this.#collect(payload, 0, 0, found)
      return
    }
    const byte = byteOf(word.charCodeAt(at))
    if (byte === missing) return
    const next = this.#follow(byte, index)
    if (next !== missing) this.#walk(word, at + 1, next, found)
    if (byte !== letterYe) return
    const dotted = this.#follow(letterYo, index)
    if (dotted !== missing) this.#walk(word, at + 1, dotted, found)
  }

  /** Two numbers of seven bits and seven bits, each byte with a bit more so that none is 0. */
  #collect(index: number, depth: number, bits: number, found: Array<Inflected>): void {
    if (depth === 4) {
      found.push({ paradigm: bits >>> 14, form: bits & 0x3fff })
      return
    }
    for (let label = this.#guide[index * 2] ?? 0; label !== 0;) {
      const child = this.#follow(label, index)
      if (child === missing) return
      this.#collect(child, depth + 1, (bits << 7) | (label >>> 1), found)
      label = this.#guide[child * 2 + 1] ?? 0
    }
  }

  #follow(byte: number, index: number): number {
    const unit = this.#units[index] ?? 0
    const offset = (unit >>> 10) << ((unit & extension) >>> 6)
    const next = (index ^ offset ^ byte) >>> 0
    return ((this.#units[next] ?? hasLeaf) & (isLeaf | 0xff)) === byte ? next : missing
  }
}
