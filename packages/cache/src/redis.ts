/**
 * Cache that processes share by Redis, behind the memory of each. An entry has the versions of its tags that it was loaded under, and
 * is nothing once one of them is another; so a change writes one key, and nobody looks for others. A version is a name that was never
 * there before: a count would come to where it had been when Redis forgets. That something has changed is also
 * told to all, for their memories; who misses it keeps what is old for as long as memory keeps anything.
 *
 * Redis may be gone, slow or empty at any moment. Then everything is loaded, and what could not be told to have changed is told later;
 * whoever has lost Redis takes everything as changed when it is there again, for nobody knows what was missed.
 */
import { createClient } from "@redis/client"
import { Cache, type CacheKind, type CacheTag, cacheTags, lifetimes, type Wanted } from "@znatoki/ports/cache"
import { Effect, Layer, Option, Redacted, Schedule } from "effect"
import { createHash, randomUUID } from "node:crypto"
import { Counts } from "./counts.ts"
import { makeInProcess, type Shared } from "./in-process.ts"
import { TagVersions } from "./tag-versions.ts"

/** Longer than that the database would not take either. */
const patienceMs = 200
/** After it was too slow, or failed, it is left alone for so long. */
const restMs = 1_000
const retryMs = 1_000

export interface RedisOptions {
  readonly url: Redacted.Redacted
  /** What our keys begin with. */
  readonly prefix?: string
}

const makeClient = (url: Redacted.Redacted) =>
  createClient({
    url: Redacted.value(url),
    // What waits for Redis to come back would only make others wait.
    disableOfflineQueue: true,
    socket: { connectTimeout: 2_000, reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, retryMs) }
  })
type Client = ReturnType<typeof makeClient>

/** Whatever is asked for may be as long as it likes. */
const keyMax = 150
const hashOf = (key: string): string => createHash("sha256").update(key).digest("base64url")

const usualPrefix = "znatoki:cache:"

export const namesOf = (prefix: string) => ({
  tag: (tag: CacheTag): string => `${prefix}tag:${tag}`,
  entry: ({ key, kind }: Wanted): string => `${prefix}${kind}:${key.length > keyMax ? hashOf(key) : key}`,
  /** What all entries of a kind are called. */
  entries: (kind: CacheKind): string => `${prefix}${kind}:*`,
  changes: `${prefix}changes`
})

interface Link {
  readonly client: Client
  readonly counts: Counts
  restsUntil: number
}

/** None: it did not work, or was not even tried. */
const asked = <A>(link: Link, work: (client: Client) => Promise<A>): Effect.Effect<Option.Option<A>> =>
  Effect.suspend(() => {
    if (!link.client.isReady || performance.now() < link.restsUntil) return Effect.succeedNone
    const failed = Effect.suspend(() => {
      link.restsUntil = performance.now() + restMs
      return Effect.as(link.counts.failed, Option.none<A>())
    })
    // Not as a fiber beside another: this is asked as often as anything is.
    return Effect.callback<Option.Option<A>>((resume) => {
      const late = setTimeout(() => resume(failed), patienceMs)
      const settle = (answer: Effect.Effect<Option.Option<A>>): void => {
        clearTimeout(late)
        resume(answer)
      }
      work(link.client).then(
        (answer) => settle(Effect.succeedSome(answer)),
        () => settle(failed)
      )
    })
  })

/** The versions stand before the text. */
const readEntry = (entry: string | null, versions: string): string | null =>
  entry?.startsWith(`${versions}\n`) === true ? entry.slice(versions.length + 1) : null

type Names = ReturnType<typeof namesOf>

const notFound = (text: string) => ({ text, found: false })

const getShared = (link: Link, names: Names, unknown: (tags: ReadonlyArray<CacheTag>) => void): Shared["get"] => {
  const kept = (wanted: Wanted, versions: string, text: string) => {
    const lifetime = { expiration: { type: "PX", value: lifetimes[wanted.kind].sharedMs } } as const
    return asked(link, (client) => client.set(names.entry(wanted), `${versions}\n${text}`, lifetime))
  }
  return (wanted, load) =>
    Effect.flatMap(
      asked(link, (client) => client.mGet([names.entry(wanted), ...wanted.tags.map(names.tag)])),
      (looked) => {
        if (Option.isNone(looked)) return Effect.map(load, notFound)
        const [entry = null, ...tags] = looked.value
        const lost = wanted.tags.filter((_, at) => tags[at] === null)
        if (lost.length > 0) {
          unknown(lost)
          return Effect.map(load, notFound)
        }
        const versions = tags.join(" ")
        const found = readEntry(entry, versions)
        if (found !== null) return Effect.succeed({ text: found, found: true })
        return load.pipe(
          Effect.tap((text) => kept(wanted, versions, text)),
          Effect.map(notFound)
        )
      }
    )
}

/** Tells of changes, and of those that could not be told as soon as they can be. `me`: who need not hear it. */
const teller = (link: Link, names: Names, me: string) => {
  const untold = new Set<CacheTag>()
  const later = (tags: ReadonlyArray<CacheTag>): void => tags.forEach((tag) => untold.add(tag))
  const tell = Effect.suspend(() => {
    const tags = [...untold]
    if (tags.length === 0) return Effect.void
    untold.clear()
    const told = asked(link, (client) => {
      const all = client.multi()
      for (const tag of tags) all.set(names.tag(tag), randomUUID())
      all.publish(names.changes, [me, ...tags].join(" "))
      return all.exec()
    })
    return Effect.map(told, (answer) => (Option.isNone(answer) ? later(tags) : undefined))
  })
  return { later, tell }
}

const isTag = (name: string): name is CacheTag => cacheTags.some((tag) => tag === name)

/** Not opened yet; ends at once, whatever it was doing. */
const clientOf = (url: Redacted.Redacted) =>
  Effect.acquireRelease(
    Effect.sync(() => {
      const client = makeClient(url)
      // Without a listener an error of the connection would end the process.
      client.on("error", () => {})
      return client
    }),
    (client) => Effect.ignoreCause(Effect.sync(() => client.destroy()))
  )

/** A start does not wait longer for Redis: it goes on without. */
const startMs = 1_000

export const makeShared = Effect.fnUntraced(function* ({ prefix = usualPrefix, url }: RedisOptions) {
  const [versions, counts, names, me] = [new TagVersions(), new Counts(), namesOf(prefix), randomUUID()]
  const [client, listener] = [yield* clientOf(url), yield* clientOf(url)]
  const link: Link = { client, counts, restsUntil: 0 }
  const { later, tell } = teller(link, names, me)
  // With every connection, the first too: nobody knows what was said before.
  for (const each of [client, listener]) {
    each.on("ready", () => {
      versions.changed(cacheTags)
      later(cacheTags)
    })
  }
  const hear = (message: string): void => {
    const [from, ...tags] = message.split(" ")
    if (from !== me) versions.changed(tags.filter(isTag))
  }
  // After every loss it is heard again by itself.
  const opened = Promise.all([client.connect(), listener.connect().then(() => listener.subscribe(names.changes, hear))])
  yield* Effect.ignore(
    Effect.timeout(
      Effect.tryPromise(() => opened),
      startMs
    )
  )
  yield* tell
  yield* Effect.forkScoped(Effect.repeat(tell, Schedule.spaced(retryMs)))
  const shared: Shared = {
    get: getShared(link, names, later),
    invalidate: (tags) => Effect.suspend(() => (later(tags), tell)),
    state: () => (client.isReady ? "connected" : "lost")
  }
  return { cache: makeInProcess({ counts, versions, shared }), client, names, shared }
})

export const layer = (options: RedisOptions): Layer.Layer<never> =>
  Layer.effect(
    Cache,
    Effect.map(makeShared(options), ({ cache }) => cache)
  )
