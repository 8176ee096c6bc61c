/** Small writes that come side by side go as one statement: what gathers while one is under way is the next. */
import { Deferred, Effect, Queue, type Scope } from "effect"

interface Waiting<A, B, E> {
  readonly item: A
  readonly done: Deferred.Deferred<B, E>
}

/**
 * `write` answers for each item, in order. Where it fails for many, each is written alone, so that one that cannot be
 * written takes nobody with it; `isCommon` tells failures of which all would fail.
 */
export const gathered = Effect.fnUntraced(function* <A, B, E, R>(
  write: (items: ReadonlyArray<A>) => Effect.Effect<ReadonlyArray<B>, E, R>,
  { isCommon, max }: { readonly isCommon: (error: E) => boolean; readonly max: number }
): Effect.fn.Return<(item: A) => Effect.Effect<B, E>, never, R | Scope.Scope> {
  const queue = yield* Queue.unbounded<Waiting<A, B, E>>()

  const writeAll = (batch: ReadonlyArray<Waiting<A, B, E>>): Effect.Effect<void, never, R> =>
    write(batch.map(({ item }) => item)).pipe(
      Effect.matchCauseEffect({
        onSuccess: (answers) =>
          Effect.forEach(
            batch,
            ({ done }, i) => {
              const answer = answers[i]
              return answer === undefined ? Deferred.die(done, new Error("no answer")) : Deferred.succeed(done, answer)
            },
            { discard: true }
          ),
        onFailure: (cause) => {
          const isAllOfThem = cause.reasons.some((reason) => reason._tag === "Fail" && isCommon(reason.error))
          if (batch.length > 1 && !isAllOfThem) {
            return Effect.forEach(batch, (each) => writeAll([each]), { discard: true })
          }
          return Effect.forEach(batch, ({ done }) => Deferred.failCause(done, cause), { discard: true })
        }
      })
    )

  yield* Effect.forkScoped(Effect.forever(Effect.flatMap(Queue.takeBetween(queue, 1, max), writeAll)))
  return (item) =>
    Effect.suspend(() => {
      const done = Deferred.makeUnsafe<B, E>()
      Queue.offerUnsafe(queue, { item, done })
      return Deferred.await(done)
    })
})
