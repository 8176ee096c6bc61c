/** What a bot measured of itself between two looks at its /metrics: percentiles as its buckets tell them. */

/** Upper bounds in seconds with how many were not above; the last is beyond all bounds. */
type Buckets = ReadonlyMap<number, number>

export type Exposed = ReadonlyMap<string, Buckets>

/** Series with other labels are put together. */
export const readHistograms = (text: string): Exposed => {
  const found = new Map<string, Map<number, number>>()
  for (const [, name = "", labels = "", value] of text.matchAll(/^(\w+)_bucket\{([^}]*)\} (\S+)$/gm)) {
    const bound = /(?:^|,)le="([^"]*)"/.exec(labels)?.[1] ?? ""
    const upper = bound === "+Inf" ? Infinity : Number(bound)
    const buckets = found.get(name) ?? new Map<number, number>()
    buckets.set(upper, (buckets.get(upper) ?? 0) + Number(value))
    found.set(name, buckets)
  }
  return found
}

export interface Within {
  readonly count: number
  /** Not longer than that, in milliseconds; infinite: longer than any bound. */
  readonly p50: number
  readonly p99: number
}

/** Null: nothing was measured in between. */
export const between = (name: string, before: Exposed, after: Exposed): Within | null => {
  const old = before.get(name)
  const grown = [...(after.get(name) ?? [])]
    .map(([upper, count]) => [upper, count - (old?.get(upper) ?? 0)] as const)
    .toSorted(([a], [b]) => a - b)
  const count = grown.at(-1)?.[1] ?? 0
  if (count === 0) return null
  const at = (share: number): number => (grown.find(([, below]) => below >= share * count)?.[0] ?? Infinity) * 1_000
  return { count, p50: at(0.5), p99: at(0.99) }
}
