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
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { Effect, Layer, Redacted, Schedule } from "effect"
import { createHash, randomUUID } from "node:crypto"
import { Counts } from "./counts.ts"
import { makeInProcess, type Shared } from "./in-process.ts"
import { TagVersions } from "./tag-versions.ts"

/** Longer than that the database would not take either. */
const patienceMs = 200
/** After it was too slow, or failed, it is left alone for so long. */
const restMs = 1_000
const retryMs = 1_000
/** A connection by which nothing comes for so long, though it is asked for a sign of life, is made anew. */
const pingMs = 2_000
const hangMs = 7_000

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
    // Nobody waits longer than `patienceMs` anyhow, and a second bound costs a signal for every command. What hangs is cut as a whole.
    commandOptions: { timeout: 0 },
    pingInterval: pingMs,
    socket: {
      connectTimeout: 2_000,
      socketTimeout: hangMs,
      reconnectStrategy: (tries) => Math.min(50 * 2 ** tries, retryMs)
    }
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

const isAway = ({ client, restsUntil }: Link): boolean => !client.isReady || performance.now() < restsUntil

/** What is made of an answer in time, and otherwise of none, be it that it was not even asked for. */
const asked = <A, B, E, R>(
  link: Link,
  work: (client: Client) => Promise<A>,
  answered: (answer: A) => Effect.Effect<B, E, R>,
  none: Effect.Effect<B, E, R>
): Effect.Effect<B, E, R> =>
  // Not as a fiber beside another, and in one step: this is asked as often as anything is.
  Effect.callback<B, E, R>((resume) => {
    if (isAway(link)) return resume(none)
    const failed = (): void => {
      link.restsUntil = performance.now() + restMs
      resume(Effect.andThen(link.counts.failed, none))
    }
    const late = setTimeout(failed, patienceMs)
    const inTime = (then: () => void): void => {
      clearTimeout(late)
      then()
    }
    work(link.client).then(
      (answer) => inTime(() => resume(answered(answer))),
      () => inTime(failed)
    )
  })

/** The versions stand before the text. */
const readEntry = (entry: string | null, versions: string): string | null =>
  entry?.startsWith(`${versions}\n`) === true ? entry.slice(versions.length + 1) : null

type Names = ReturnType<typeof namesOf>

const notFound = (text: string) => ({ text, found: false })

const getShared = (link: Link, names: Names, unknown: (tags: ReadonlyArray<CacheTag>) => void): Shared["get"] => {
  const kept = (wanted: Wanted, versions: string, text: string) => {
    const lifetime = { expiration: { type: "PX", value: lifetimes[wanted.kind].sharedMs } } as const
    const set = (client: Client) => client.set(names.entry(wanted), `${versions}\n${text}`, lifetime)
    return asked(link, set, () => Effect.void, Effect.void)
  }
  return (wanted, load) => {
    const alone = Effect.map(load, notFound)
    const look = (client: Client) => client.mGet([names.entry(wanted), ...wanted.tags.map(names.tag)])
    const found = (looked: ReadonlyArray<string | null>) => {
      const [entry = null, ...tags] = looked
      const lost = tags.includes(null) ? wanted.tags.filter((_, at) => tags[at] === null) : []
      if (lost.length > 0) {
        unknown(lost)
        return alone
      }
      const versions = tags.length === 1 ? (tags[0] ?? "") : tags.join(" ")
      const text = readEntry(entry, versions)
      if (text !== null) return Effect.succeed({ text, found: true })
      return load.pipe(
        Effect.tap((loaded) => kept(wanted, versions, loaded)),
        Effect.map(notFound)
      )
    }
    return asked(link, look, found, alone)
  }
}

/** Tells of changes, and of those that could not be told as soon as they can be. `me`: who need not hear it. */
const teller = (link: Link, names: Names, me: string) => {
  const untold = new Set<CacheTag>()
  const later = (tags: ReadonlyArray<CacheTag>): void => tags.forEach((tag) => untold.add(tag))
  const tell = Effect.suspend(() => {
    const tags = [...untold]
    if (tags.length === 0) return Effect.void
    untold.clear()
    const work = (client: Client) => {
      const all = client.multi()
      for (const tag of tags) all.set(names.tag(tag), randomUUID())
      all.publish(names.changes, [me, ...tags].join(" "))
      return all.exec()
    }
    return asked(
      link,
      work,
      () => Effect.void,
      Effect.sync(() => later(tags))
    )
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

/** With nothing of ours set: what the cache is measured beside. */
export const plainClient = (url: Redacted.Redacted) =>
  Effect.acquireRelease(
    Effect.promise(() => createClient({ url: Redacted.value(url) }).connect()),
    (client) => Effect.sync(() => client.destroy())
  )

/** A start does not wait longer for Redis: it goes on without. */
const startMs = 1_000

export const makeShared = Effect.fnUntraced(function* ({ prefix = usualPrefix, url }: RedisOptions) {
  const [versions, counts, names, me] = [new TagVersions(), new Counts(), namesOf(prefix), randomUUID()]
  const [client, listener] = [yield* clientOf(url), yield* clientOf(url)]
  const link: Link = { client, counts, restsUntil: 0 }
  const { later, tell } = teller(link, names, me)
  const trouble = new LastingTrouble({
    begins: "Redis is away: what is asked for is made anew, or kept by each process alone",
    ends: "Redis is back"
  })
  let reason = "no answer"
  client.on("error", (error: unknown) => {
    reason = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown"
  })
  const look = Effect.suspend(() => (client.isReady ? trouble.over(client) : trouble.failed(client, { reason })))
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
  yield* Effect.forkScoped(Effect.repeat(Effect.andThen(look, tell), Schedule.spaced(retryMs)))
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
