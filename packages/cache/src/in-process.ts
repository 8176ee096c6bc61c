/** Cache in the memory of this process; before a shared one, where there is one. */
import { Cache, type CacheStats, type Caching, type CacheTag, lifetimes, type Wanted } from "@znatoki/ports/cache"
import { steadyMsOf } from "@znatoki/ports/steady-ms"
import { Cause, Clock, Deferred, Effect, Exit, Layer } from "effect"
import { Counts } from "./counts.ts"
import { Shelf, type ShelfSize } from "./shelf.ts"
import { TagVersions } from "./tag-versions.ts"

/** What several processes have together. It never fails: what it cannot do is not done. */
export interface Shared {
  /** As `get` of the cache; `found`: it did not have to be loaded. */
  get<E, R>(
    wanted: Wanted,
    load: Effect.Effect<string, E, R>
  ): Effect.Effect<{ readonly text: string; readonly found: boolean }, E, R>
  invalidate(tags: ReadonlyArray<CacheTag>): Effect.Effect<void>
  readonly state: () => CacheStats["shared"]
}

const alone: Shared = {
  get: (_, load) => Effect.map(load, (text) => ({ text, found: false })),
  invalidate: () => Effect.void,
  state: () => null
}

/** 64 MB at the most: a letter of Russian takes two bytes, and two more as it is sent. */
const usualSize: ShelfSize = { entries: 10_000, characters: 16_000_000 }

/** So that what was loaded together is not over together. */
const jittered = (ms: number): number => ms * (0.9 + Math.random() * 0.1)

type Flight = Deferred.Deferred<Exit.Exit<string, unknown>>

const joinedTo = <E>(flight: Flight): Effect.Effect<Exit.Exit<string, E>> =>
  Deferred.await(flight) as Effect.Effect<Exit.Exit<string, E>>

const wasGivenUp = (exit: Exit.Exit<string, unknown>): boolean =>
  Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause)

export interface InProcess {
  readonly size?: ShelfSize
  readonly versions?: TagVersions
  readonly shared?: Shared
  readonly counts?: Counts
}

export const makeInProcess = ({
  counts = new Counts(),
  shared = alone,
  size = usualSize,
  versions: tags = new TagVersions()
}: InProcess = {}): Caching => {
  const shelf = new Shelf(size)
  const flights = new Map<string, Flight>()

  const loaded = <E, R>(wanted: Wanted, id: string, versions: string, load: Effect.Effect<string, E, R>) =>
    Effect.gen(function* () {
      const { found, text } = yield* shared.get(wanted, load)
      yield* counts.found(wanted.kind, found ? "sharedHits" : "misses")
      const nowMs = steadyMsOf(yield* Clock.Clock)
      // Changed while it was loaded: it is told to who asked before, and kept for nobody.
      if (tags.of(wanted.tags) === versions) {
        shelf.put(id, { text, versions, untilMs: nowMs + jittered(lifetimes[wanted.kind].memoryMs) })
      }
      yield* counts.holds(shelf.size)
      return text
    })

  const alight = <E, R>(wanted: Wanted, id: string, versions: string, load: Effect.Effect<string, E, R>) => {
    const name = `${versions} ${id}`
    const flight: Flight = Deferred.makeUnsafe()
    flights.set(name, flight)
    return loaded(wanted, id, versions, load).pipe(
      Effect.onExit((exit) =>
        Effect.suspend(() => {
          flights.delete(name)
          return Deferred.succeed(flight, exit)
        })
      )
    )
  }

  /** Whoever waits for one who is interrupted goes on by themselves. */
  const joined = <E, R>(flight: Flight, wanted: Wanted, load: Effect.Effect<string, E, R>) =>
    counts.found(wanted.kind, "joined").pipe(
      Effect.andThen(joinedTo<E>(flight)),
      Effect.flatMap((exit) => (wasGivenUp(exit) ? get(wanted, load) : exit))
    )

  const get = <E, R>(wanted: Wanted, load: Effect.Effect<string, E, R>): Effect.Effect<string, E, R> =>
    Clock.clockWith((clock) => {
      const id = `${wanted.kind} ${wanted.key}`
      const versions = tags.of(wanted.tags)
      const text = shelf.get(id, versions, steadyMsOf(clock))
      if (text !== undefined) return Effect.as(counts.found(wanted.kind, "hits"), text)
      const flight = flights.get(`${versions} ${id}`)
      return flight === undefined ? alight(wanted, id, versions, load) : joined(flight, wanted, load)
    })

  return {
    get,
    ready: ({ key, kind, tags: wanted }, nowMs) => {
      const bytes = shelf.bytes(`${kind} ${key}`, tags.of(wanted), nowMs)
      if (bytes !== undefined) counts.foundReady(kind)
      return bytes
    },
    invalidate: (changed) =>
      Effect.suspend(() => {
        tags.changed(changed)
        counts.invalidated()
        return shared.invalidate(changed)
      }),
    stats: Effect.sync(() => counts.stats(shelf.size, shared.state()))
  }
}

export const layer: Layer.Layer<never> = Layer.sync(Cache, makeInProcess)
