/** What is remembered for a while: the oldest used goes first, and nothing is kept past its time. */

export interface RecentCache<Key, Value> {
  readonly get: (key: Key, nowMs: number) => Value | undefined
  readonly set: (key: Key, value: Value, nowMs: number) => void
}

export const makeRecentCache = <Key, Value>(limits: { readonly entries: number; readonly ttlMs: number }) => {
  const entries = new Map<Key, { readonly value: Value; readonly until: number }>()
  const cache: RecentCache<Key, Value> = {
    get: (key, nowMs) => {
      const found = entries.get(key)
      if (found === undefined) return undefined
      entries.delete(key)
      if (found.until <= nowMs) return undefined
      // Put back at the end: the map's order is the order of use.
      entries.set(key, found)
      return found.value
    },
    set: (key, value, nowMs) => {
      entries.delete(key)
      entries.set(key, { value, until: nowMs + limits.ttlMs })
      const [oldest] = entries.keys()
      if (entries.size > limits.entries && oldest !== undefined) entries.delete(oldest)
    }
  }
  return cache
}
