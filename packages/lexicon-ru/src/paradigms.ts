/** How words change: for each paradigm the endings, the grammar and the beginnings of its forms, one list after another. */

/** The beginnings a form may have; the dictionary numbers them. */
const prefixes = ["", "по", "наи"]

export class Paradigms {
  readonly #numbers: Uint16Array
  /** Where each paradigm begins: first its length, then its lists. */
  readonly #starts: Uint32Array
  readonly #suffixes: ReadonlyArray<string>

  constructor(file: Uint8Array, suffixes: ReadonlyArray<string>) {
    this.#numbers = new Uint16Array(file.buffer, file.byteOffset, file.byteLength >> 1)
    this.#starts = new Uint32Array(this.#numbers[0] ?? 0)
    this.#suffixes = suffixes.map((suffix) => suffix.replaceAll("ё", "е"))
    let at = 1
    for (let i = 0; i < this.#starts.length; i++) {
      this.#starts[i] = at
      at += 1 + (this.#numbers[at] ?? 0)
    }
  }

  tagAt(paradigm: number, form: number): number {
    return this.#at(paradigm, this.#forms(paradigm) + form)
  }

  /** The dictionary form of the word that is this form; «ё» is written «е». */
  baseOf(paradigm: number, form: number, word: string): string {
    return this.#formOf(paradigm, this.#stemOf(paradigm, form, word), 0)
  }

  /** Every form of the word that is this form, the dictionary form first. */
  formsOf(paradigm: number, form: number, word: string): ReadonlyArray<string> {
    const stem = this.#stemOf(paradigm, form, word)
    return Array.from({ length: this.#forms(paradigm) }, (_, each) => this.#formOf(paradigm, stem, each))
  }

  #forms(paradigm: number): number {
    return (this.#numbers[this.#starts[paradigm] ?? 0] ?? 0) / 3
  }

  #prefixOf(paradigm: number, form: number): string {
    return prefixes[this.#at(paradigm, this.#forms(paradigm) * 2 + form)] ?? ""
  }

  #suffixOf(paradigm: number, form: number): string {
    return this.#suffixes[this.#at(paradigm, form)] ?? ""
  }

  #stemOf(paradigm: number, form: number, word: string): string {
    return word.slice(this.#prefixOf(paradigm, form).length, word.length - this.#suffixOf(paradigm, form).length)
  }

  #formOf(paradigm: number, stem: string, form: number): string {
    return this.#prefixOf(paradigm, form) + stem + this.#suffixOf(paradigm, form)
  }

  #at(paradigm: number, place: number): number {
    return this.#numbers[(this.#starts[paradigm] ?? 0) + 1 + place] ?? 0
  }
}
