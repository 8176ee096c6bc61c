/** Work that several want at once is done once, and all of them get what it came to. */
import { Deferred, Effect, type Exit } from "effect"

export const sharedWork = <A, E>() => {
  const underWay = new Map<string, Deferred.Deferred<A, E>>()
  /** Whoever comes first does it: the others wait. */
  return <R>(key: string, work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.suspend(() => {
      const before = underWay.get(key)
      if (before !== undefined) return Deferred.await(before)
      const mine = Deferred.makeUnsafe<A, E>()
      underWay.set(key, mine)
      return work.pipe(
        Effect.onExit((exit) =>
          Effect.andThen(
            Effect.sync(() => underWay.delete(key)),
            Deferred.done(mine, exit as Exit.Exit<A, E>)
          )
        )
      )
    })
}
