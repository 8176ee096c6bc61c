/** A map that forgets what was not used for longest once it is full. */
export class RecentMap<K, V> {
  readonly #entries = new Map<K, V>()
  /**
   * The oldest is next, for whatever is used goes to the end. A new look at the keys would begin with the places of all that went
   * since the map was last made anew: tens of thousands, for each that is forgotten.
   */
  readonly #oldestFirst = this.#entries.keys()
  readonly #max: number

  constructor(max: number) {
    this.#max = max
  }

  has(key: K): boolean {
    return this.#entries.has(key)
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key)
    if (value !== undefined) this.set(key, value)
    return value
  }

  set(key: K, value: V): void {
    this.#entries.delete(key)
    this.#entries.set(key, value)
    if (this.#entries.size <= this.#max) return
    const oldest = this.#oldestFirst.next()
    if (oldest.done !== true) this.#entries.delete(oldest.value)
  }

  delete(key: K): void {
    this.#entries.delete(key)
  }
}
