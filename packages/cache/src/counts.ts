/** What is counted of a cache: for the page of its health, and for Prometheus. */
import { type CacheKind, cacheKinds, type CacheStats, type KindStats, statsOfNothing } from "@znatoki/ports/cache"
import { by, counterOf, gaugeOf } from "@znatoki/ports/metrics"
import { Context, Effect, Metric } from "effect"
import type { ShelfSize } from "./shelf.ts"

const results = { hits: "memory", sharedHits: "redis", misses: "miss", joined: "joined" } as const
type Result = keyof KindStats

const operations = by((kind) =>
  by((result) =>
    counterOf("znatoki_cache_operations_total", "Answers asked of the cache, by where they were found", {
      kind,
      result
    })
  )
)
const errors = counterOf("znatoki_cache_errors_total", "Times that Redis did not do what the cache asked of it")
const entries = gaugeOf("znatoki_cache_entries", "Answers that the cache has in memory")

type Written = { -readonly [Name in Result]: number }

export class Counts {
  readonly #kinds: Record<CacheKind, Written> = { ...statsOfNothing().kinds }
  #invalidations = 0
  #errors = 0

  found(kind: CacheKind, result: Result): Effect.Effect<void> {
    this.#kinds[kind][result]++
    return Metric.update(operations(kind)(results[result]), 1)
  }

  /** At once, outside of any effect. */
  foundReady(kind: CacheKind): void {
    this.#kinds[kind].hits++
    operations(kind)(results.hits).updateUnsafe(1, Context.empty())
  }

  invalidated(): void {
    this.#invalidations++
  }

  readonly failed: Effect.Effect<void> = Effect.suspend(() => {
    this.#errors++
    return Metric.update(errors, 1)
  })

  stats(size: ShelfSize, shared: CacheStats["shared"]): CacheStats {
    const kinds = Object.fromEntries(cacheKinds.map((kind) => [kind, { ...this.#kinds[kind] }]))
    return {
      kinds: kinds as CacheStats["kinds"],
      invalidations: this.#invalidations,
      errors: this.#errors,
      ...size,
      shared
    }
  }

  /** Failures are told of from the beginning, so that the first one is an increase. */
  holds = (size: ShelfSize): Effect.Effect<void> =>
    Effect.andThen(Metric.update(entries, size.entries), Metric.update(errors, 0))
}
