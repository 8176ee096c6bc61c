/** Percentiles of what was measured, none of it left out: the value that so much of it does not exceed. */

export interface Percentiles {
  readonly count: number
  readonly p50: number
  readonly p90: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** Of nothing every percentile is 0. */
export const percentilesOf = (values: ReadonlyArray<number>): Percentiles => {
  const sorted = Float64Array.from(values).toSorted()
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { count: sorted.length, p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), max: at(1) }
}
