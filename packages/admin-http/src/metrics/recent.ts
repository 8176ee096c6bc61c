/** The last minutes in a few figures, for a person without a Prometheus: rates, percentiles, the slowest statements and paths. */
import { Context, Effect, Layer, Metric, Schedule } from "effect"

/** How far back the figures go, and how often they are noted. */
const spanMs = 5 * 60_000
const noteEveryMs = 10_000

export interface Figures {
  /** Over how many seconds. */
  readonly seconds: number
  readonly rates: ReadonlyArray<{ readonly name: string; readonly labels: Labels; readonly perSecond: number }>
  /** In seconds; of what happened at all in that time, the slowest at the 95th percentile first. */
  readonly times: ReadonlyArray<{
    readonly name: string
    readonly labels: Labels
    readonly count: number
    readonly mean: number
    readonly p50: number
    readonly p95: number
    readonly p99: number
  }>
}

type Labels = Readonly<Record<string, string>>
type Histogram = {
  readonly buckets: ReadonlyArray<readonly [number, number]>
  readonly count: number
  readonly sum: number
}

interface Series<State> {
  readonly name: string
  readonly labels: Labels
  readonly state: State
}

interface Note {
  readonly atMs: number
  readonly counters: ReadonlyMap<string, Series<number>>
  readonly histograms: ReadonlyMap<string, Series<Histogram>>
}

const keyOf = (name: string, labels: Labels): string => JSON.stringify([name, labels])

const noteOf = (atMs: number, snapshot: ReadonlyArray<Metric.Metric.Snapshot>): Note => {
  const counters = new Map<string, Series<number>>()
  const histograms = new Map<string, Series<Histogram>>()
  for (const { attributes: labels = {}, id: name, state, type } of snapshot) {
    const key = keyOf(name, labels)
    if (type === "Counter") counters.set(key, { name, labels, state: Number(state.count) })
    if (type === "Histogram")
      histograms.set(key, { name, labels, state: { buckets: state.buckets, count: state.count, sum: state.sum } })
  }
  return { atMs, counters, histograms }
}

/** As Prometheus does it: evenly between the bounds of the bucket; above the last bound it is that bound. */
export const quantileOf = (buckets: ReadonlyArray<readonly [number, number]>, count: number, share: number): number => {
  const rank = count * share
  let below = 0
  let lower = 0
  for (const [bound, upTo] of buckets) {
    if (upTo >= rank && upTo > below)
      return lower + ((Math.min(bound, Number.MAX_VALUE) - lower) * (rank - below)) / (upTo - below)
    below = upTo
    if (Number.isFinite(bound)) lower = bound
  }
  return lower
}

const since = (now: Histogram, before: Histogram | undefined): Histogram => ({
  buckets: now.buckets.map(([bound, upTo], i) => [bound, upTo - (before?.buckets[i]?.[1] ?? 0)]),
  count: now.count - (before?.count ?? 0),
  sum: now.sum - (before?.sum ?? 0)
})

export const figuresBetween = (before: Note, now: Note): Figures => {
  const seconds = Math.max(0.001, (now.atMs - before.atMs) / 1_000)
  const rates = [...now.counters].flatMap(([key, { labels, name, state }]) => {
    const grown = state - (before.counters.get(key)?.state ?? 0)
    return grown > 0 ? [{ name, labels, perSecond: grown / seconds }] : []
  })
  const times = [...now.histograms].flatMap(([key, { labels, name, state }]) => {
    const { buckets, count, sum } = since(state, before.histograms.get(key)?.state)
    if (count <= 0 || !name.endsWith("_seconds")) return []
    const at = (share: number): number => quantileOf(buckets, count, share)
    return [{ name, labels, count, mean: sum / count, p50: at(0.5), p95: at(0.95), p99: at(0.99) }]
  })
  return { seconds, rates, times: times.toSorted((one, other) => other.p95 - one.p95) }
}

export class Recent extends Context.Service<Recent, { readonly figures: Effect.Effect<Figures> }>()(
  "@znatoki/admin-http/Recent"
) {
  static readonly layer = Layer.effect(
    Recent,
    Effect.gen(function* () {
      const note = Effect.map(Metric.snapshot, (snapshot) => noteOf(performance.now(), snapshot))
      const first = yield* note
      let notes: ReadonlyArray<Note> = [first]
      const noteDown = Effect.map(note, (latest) => {
        notes = [...notes.filter(({ atMs }) => latest.atMs - atMs <= spanMs), latest]
      })
      yield* noteDown.pipe(Effect.repeat(Schedule.spaced(noteEveryMs)), Effect.forkScoped)
      return { figures: Effect.map(note, (now) => figuresBetween(notes[0] ?? first, now)) }
    })
  )
}
