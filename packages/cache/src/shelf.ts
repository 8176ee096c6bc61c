/** Texts in memory, each until its moment; when they are too many or too long together, those that were not used for longest go. */

interface Kept {
  /** As it is sent, once it was. */
  bytes?: Uint8Array<ArrayBuffer>
  readonly text: string
  readonly untilMs: number
  /** Of its tags, when it was loaded. */
  readonly versions: string
}

export interface ShelfSize {
  readonly entries: number
  /** Of all texts together. */
  readonly characters: number
}

export class Shelf {
  readonly #kept = new Map<string, Kept>()
  readonly #max: ShelfSize
  #characters = 0

  constructor(max: ShelfSize) {
    this.#max = max
  }

  get size(): ShelfSize {
    return { entries: this.#kept.size, characters: this.#characters }
  }

  /** Undefined: it is not here, or over, or changed. */
  get(key: string, versions: string, nowMs: number): string | undefined {
    return this.#find(key, versions, nowMs)?.text
  }

  /** The same, encoded. */
  bytes(key: string, versions: string, nowMs: number): Uint8Array<ArrayBuffer> | undefined {
    const kept = this.#find(key, versions, nowMs)
    return kept === undefined ? undefined : (kept.bytes ??= Buffer.from(kept.text))
  }

  #find(key: string, versions: string, nowMs: number): Kept | undefined {
    const kept = this.#kept.get(key)
    if (kept === undefined) return undefined
    this.#kept.delete(key)
    if (kept.versions !== versions || nowMs >= kept.untilMs) {
      this.#characters -= kept.text.length
      return undefined
    }
    this.#kept.set(key, kept)
    return kept
  }

  put(key: string, kept: Kept): void {
    this.#remove(key)
    this.#kept.set(key, kept)
    this.#characters += kept.text.length
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#max.entries && this.#characters <= this.#max.characters) return
      this.#remove(oldest)
    }
  }

  #remove(key: string): void {
    this.#characters -= this.#kept.get(key)?.text.length ?? 0
    this.#kept.delete(key)
  }
}
