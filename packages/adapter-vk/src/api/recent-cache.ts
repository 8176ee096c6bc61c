/** What is remembered for a while: the oldest used goes first, and nothing is kept past its time. */
import { RecentMap } from "@znatoki/ports/recent-map"

/** `nowMs`: by a clock that nobody can set. */
export interface RecentCache<Key, Value> {
  readonly get: (key: Key, nowMs: number) => Value | undefined
  readonly set: (key: Key, value: Value, nowMs: number) => void
  readonly delete: (key: Key) => void
}

export const makeRecentCache = <Key, Value>(limits: { readonly entries: number; readonly ttlMs: number }) => {
  const entries = new RecentMap<Key, { readonly value: Value; readonly until: number }>(limits.entries)
  const cache: RecentCache<Key, Value> = {
    get: (key, nowMs) => {
      const found = entries.get(key)
      if (found === undefined || found.until > nowMs) return found?.value
      entries.delete(key)
      return undefined
    },
    set: (key, value, nowMs) => entries.set(key, { value, until: nowMs + limits.ttlMs }),
    delete: (key) => entries.delete(key)
  }
  return cache
}
