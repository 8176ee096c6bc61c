/**
 * Port: answers that took work and are asked for often, kept for a while as texts. What is asked for may always be loaded instead:
 * a cache that is not there makes things slow, and nothing wrong.
 */
import { Context, Effect } from "effect"

interface Lifetime {
  /** In the memory of a process: what another process changes is seen here after that at the latest, whatever is broken. */
  readonly memoryMs: number
  /** In Redis. */
  readonly sharedMs: number
}

/** What is kept, and for how long at most. Whatever changes it takes it away at once. */
export const lifetimes = {
  /** Pages of the bank of questions. */
  questions: { memoryMs: 10_000, sharedMs: 60_000 },
  /** Who plays best. */
  leaders: { memoryMs: 10_000, sharedMs: 60_000 },
  /** Which conversations win most. */
  conversations: { memoryMs: 10_000, sharedMs: 60_000 },
  /** One game as it stands: it goes on without telling anybody, so it is never older than it may be. */
  game: { memoryMs: 1_000, sharedMs: 1_000 }
} as const satisfies Record<string, Lifetime>

export type CacheKind = keyof typeof lifetimes
export const cacheKinds = Object.keys(lifetimes) as ReadonlyArray<CacheKind>

/** What a change says it has changed. */
export const cacheTags = ["questions", "statistics", "games"] as const
export type CacheTag = (typeof cacheTags)[number]

export interface Wanted {
  readonly kind: CacheKind
  /** Which one of its kind. */
  readonly key: string
  /** Whatever changes one of these changes it. */
  readonly tags: ReadonlyArray<CacheTag>
}

export interface KindStats {
  /** Found in memory. */
  readonly hits: number
  /** Found in Redis. */
  readonly sharedHits: number
  /** Loaded. */
  readonly misses: number
  /** Waited for somebody who was loading it already. */
  readonly joined: number
}

export interface CacheStats {
  readonly kinds: { readonly [Kind in CacheKind]: KindStats }
  /** How often something was said to have changed. */
  readonly invalidations: number
  /** How often Redis did not do what it was asked. */
  readonly errors: number
  /** In memory. */
  readonly entries: number
  readonly characters: number
  /** Null: there is no Redis. */
  readonly shared: "connected" | "lost" | null
}

export interface Caching {
  /** `load` where it is not kept; of many who want the same at once one loads it. What failed is not kept. */
  get<E, R>(wanted: Wanted, load: Effect.Effect<string, E, R>): Effect.Effect<string, E, R>
  /** As it is sent, if it is in the memory of this process: for whoever cannot wait for anything. `nowMs`: by the steady clock. */
  ready(wanted: Wanted, nowMs: number): Uint8Array<ArrayBuffer> | undefined
  /** After the commit that has changed it: whoever asks next gets what was loaded after this. */
  invalidate(tags: ReadonlyArray<CacheTag>): Effect.Effect<void>
  readonly stats: Effect.Effect<CacheStats>
}

const noneOf = (): KindStats => ({ hits: 0, sharedHits: 0, misses: 0, joined: 0 })

export const statsOfNothing = (): CacheStats => ({
  kinds: { questions: noneOf(), leaders: noneOf(), conversations: noneOf(), game: noneOf() },
  invalidations: 0,
  errors: 0,
  entries: 0,
  characters: 0,
  shared: null
})

/** Where nobody has brought one, everything is loaded. */
export class Cache extends Context.Reference<Caching>("@znatoki/ports/Cache", {
  defaultValue: () => ({
    get: (_, load) => load,
    ready: () => undefined,
    invalidate: () => Effect.void,
    stats: Effect.sync(statsOfNothing)
  })
}) {}
