/**
 * Ownership by locks of PostgreSQL: whoever wants a name says so by a lock that many may hold, and owns it by one that a single
 * session may. Four times a second everyone looks who wants and who owns, takes what is free and gives what is too much.
 */
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { Ownership } from "@znatoki/ports/ownership"
import { Deferred, Effect, Layer, type Redacted, Schedule, Semaphore } from "effect"
import { type Leave, makeLeaving } from "./leaving.ts"
import { keysOf, type LockSession, type Look, openSession } from "./lock-session.ts"
import { type Seen, toGive, toTake } from "./shares.ts"

const lookEvery = "250 millis"

/** A name that somebody in this process wants to work on. */
interface Wanted {
  readonly name: string
  readonly keys: ReturnType<typeof keysOf>
  /** In which session it was said that it is wanted; null: not yet. */
  saidIn: number | null
  freeFor: number
  /** Done when it is ours. */
  gained: Deferred.Deferred<void>
  /** Done when it is not ours any more, or should be somebody else's. Null: it is not ours. */
  lost: Deferred.Deferred<void> | null
}

export const layer = (url: Redacted.Redacted): Layer.Layer<Ownership> =>
  Layer.effect(
    Ownership,
    Effect.gen(function* () {
      const session = yield* openSession(url)
      // A session answers one question at a time, and what it says of itself must not change in between.
      const turn = Semaphore.makeUnsafe(1)
      const leave = makeLeaving(session, turn)
      const all = new Set<Wanted>()
      yield* keepLooking(session, turn, all)
      return {
        hold: (name, work) => {
          const hold = Effect.gen(function* () {
            const wanted = yield* Effect.acquireRelease(
              Effect.sync(() => want(name, all)),
              (wanted) => wantNoMore(leave, all, wanted)
            )
            const once = Effect.gen(function* () {
              yield* Deferred.await(wanted.gained)
              const lost = wanted.lost
              if (lost === null) return
              yield* Effect.raceFirst(work, Deferred.await(lost)).pipe(Effect.ensuring(letGo(leave, wanted, lost)))
            })
            return yield* Effect.forever(once)
          })
          return Effect.scoped(hold)
        }
      }
    })
  )

const want = (name: string, all: Set<Wanted>): Wanted => {
  const wanted = {
    name,
    keys: keysOf(name),
    saidIn: null,
    freeFor: 0,
    gained: Deferred.makeUnsafe<void>(),
    lost: null
  }
  all.add(wanted)
  return wanted
}

type Leaving = (leave: Leave) => Effect.Effect<void>

/** At once, for a look that comes before our turn must not take it again; what one had taken by then is given back. */
const wantNoMore = (leave: Leaving, all: Set<Wanted>, wanted: Wanted) =>
  Effect.suspend(() => {
    all.delete(wanted)
    return leave(({ owns, wants }) => {
      if (wanted.lost !== null) owns.push(wanted.keys.owns)
      if (wanted.saidIn !== null) wants.push(wanted.keys.wants)
    })
  })

/** After all that the work has to finish. A session that is gone has let go already. */
const letGo = (leave: Leaving, wanted: Wanted, lost: Deferred.Deferred<void>) =>
  leave(({ owns }) => {
    // Lost with its session, and ours again by another one since.
    if (wanted.lost !== lost) return
    disown(wanted)
    owns.push(wanted.keys.owns)
  })

const disown = (wanted: Wanted): void => {
  wanted.lost = null
  wanted.gained = Deferred.makeUnsafe()
}

const tellLost = ({ lost }: Wanted): void => {
  if (lost !== null) Deferred.doneUnsafe(lost, Effect.void)
}

const keepLooking = Effect.fnUntraced(function* (session: LockSession, turn: Semaphore.Semaphore, all: Set<Wanted>) {
  let heldIn: number | null = null
  const trouble = new LastingTrouble({
    begins: "nobody tells who owns what, so this process owns nothing until the database does",
    ends: "it is told again who owns what"
  })

  /** What was held by a session before this one is lost. */
  const noteSession = (me: number | null): void => {
    if (heldIn !== me) for (const each of all) loseAll(each)
    heldIn = me
  }
  const loseAll = (wanted: Wanted): void => {
    wanted.saidIn = null
    tellLost(wanted)
    if (wanted.lost !== null) disown(wanted)
  }

  const look = Effect.gen(function* () {
    const found = yield* session.look
    noteSession(found.me)
    const unsaid = [...all].filter(({ saidIn }) => saidIn !== found.me)
    if (unsaid.length > 0) {
      yield* session.want(unsaid.map(({ keys }) => keys.wants))
      for (const each of unsaid) each.saidIn = found.me
    }
    const seen = seenIn(found, all)
    for (const { name, ownedBy } of seen) {
      // A release whose answer was lost.
      const isLeft = ownedBy === found.me && [...all].some((each) => each.name === name && each.lost === null)
      if (isLeft) yield* session.leave({ owns: [keysOf(name).owns], wants: [] })
    }
    const give = new Set(toGive(seen, found.me))
    for (const each of all) if (give.has(each.name)) tellLost(each)
    const take = new Set(toTake(seen, found.me))
    const asked = [...all].filter(({ lost, name }) => lost === null && take.has(name))
    if (asked.length === 0) return
    const got = new Set(
      yield* session.own(
        found.me,
        asked.map(({ keys }) => keys.owns)
      )
    )
    for (const each of asked) {
      if (!got.has(each.keys.owns)) continue
      each.lost = Deferred.makeUnsafe()
      Deferred.doneUnsafe(each.gained, Effect.void)
    }
  })
  const once = Effect.suspend(() => (all.size === 0 ? Effect.void : look)).pipe(
    Effect.andThen(Effect.suspend(() => trouble.over(session))),
    Effect.catch((cause) =>
      Effect.suspend(() => {
        // The session that failed is left, and whatever it held with it.
        noteSession(null)
        return trouble.failed(session, { reason: reasonOf(cause) })
      })
    ),
    turn.withPermit
  )
  yield* once.pipe(Effect.repeat(Schedule.spaced(lookEvery)), Effect.forkScoped)
})

const seenIn = ({ locks, me }: Look, all: ReadonlySet<Wanted>): ReadonlyArray<Seen> => {
  const byKey = Map.groupBy(locks, ({ key }) => key)
  const holders = (key: string): ReadonlyArray<number> => byKey.get(key)?.map(({ pid }) => pid) ?? []
  return [...all].map((wanted) => {
    const { keys, name } = wanted
    const ownedBy = holders(keys.owns)[0] ?? null
    wanted.freeFor = ownedBy === null ? wanted.freeFor + 1 : 0
    return { name, ownedBy, wantedBy: [...new Set([...holders(keys.wants), me])], freeFor: wanted.freeFor }
  })
}

/** What a driver says of a connection may have its address. */
const reasonOf = (cause: unknown): string => {
  if (typeof cause !== "object" || cause === null) return "unknown"
  return "code" in cause ? String(cause.code) : "_tag" in cause ? String(cause._tag) : "unknown"
}
