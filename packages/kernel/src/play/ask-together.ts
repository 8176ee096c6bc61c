/**
 * What several owners of one process ask the store at once, asked in one go: a statement has its price however little it
 * carries. Who asks while nothing is under way waits for nobody, and what gathers meanwhile goes next.
 */
import type { StoreError } from "@znatoki/ports/store-error"
import { type Cause, Deferred, Effect, Fiber, Latch } from "effect"
import { isUnavailable } from "../outage/until-reachable.ts"

interface Asking<A, B> {
  readonly items: ReadonlyArray<A>
  readonly answered: Deferred.Deferred<ReadonlyArray<B>, StoreError>
  /** Nobody asks any more who was given up before it was asked for. */
  isWanted: boolean
  /** Run when it is given up while it is asked for. */
  givenUp: Effect.Effect<void>
}

export interface TogetherOptions<A> {
  /** How many questions may be under way at once. */
  readonly atOnce: number
  /** How many items go in one question, where not one owner alone has more. */
  readonly max: number
  /** No question has two items of one conversation. */
  readonly conversationOf: (item: A) => string
}

type Ask<A, B> = (items: ReadonlyArray<A>) => Effect.Effect<ReadonlyArray<B>, StoreError>

/** For as long as the scope lives. `ask`: an answer per item, in order. */
export const askTogether = Effect.fnUntraced(function* <A, B>(ask: Ask<A, B>, options: TogetherOptions<A>) {
  const waiting: Array<Asking<A, B>> = []
  const some = Latch.makeUnsafe(false)
  const hand = Effect.gen(function* () {
    yield* some.await
    // For who asks at the same moment.
    yield* Effect.yieldNow
    const taken = takeSome(waiting, options)
    if (waiting.length === 0) Latch.closeUnsafe(some)
    if (taken.length === 0) return
    // One that hangs holds up nobody else when all who asked have gone.
    const asking = yield* Effect.forkChild(askFor(ask, taken))
    const givenUp = Effect.suspend(() =>
      taken.some(({ isWanted }) => isWanted) ? Effect.void : Effect.asVoid(Effect.forkDetach(Fiber.interrupt(asking)))
    )
    for (const each of taken) each.givenUp = givenUp
    yield* Fiber.await(asking)
  })
  for (let each = 0; each < options.atOnce; each++) yield* Effect.forkScoped(Effect.forever(hand))
  return (items: ReadonlyArray<A>): Effect.Effect<ReadonlyArray<B>, StoreError> =>
    Effect.suspend(() => {
      const asking: Asking<A, B> = { items, answered: Deferred.makeUnsafe(), isWanted: true, givenUp: Effect.void }
      waiting.push(asking)
      Latch.openUnsafe(some)
      return Effect.onInterrupt(Deferred.await(asking.answered), () =>
        Effect.suspend(() => {
          asking.isWanted = false
          return asking.givenUp
        })
      )
    })
})

/** Who asked first goes first. */
const takeSome = <A, B>(
  waiting: Array<Asking<A, B>>,
  { conversationOf, max }: TogetherOptions<A>
): ReadonlyArray<Asking<A, B>> => {
  const taken: Array<Asking<A, B>> = []
  const conversations = new Set<string>()
  let size = 0
  for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
    if (next.isWanted) {
      const isApart = next.items.some((item) => conversations.has(conversationOf(item)))
      if (taken.length > 0 && (isApart || size + next.items.length > max)) break
      for (const item of next.items) conversations.add(conversationOf(item))
      size += next.items.length
      taken.push(next)
    }
    waiting.shift()
  }
  return taken
}

/** What one of them brought may be what the store refuses: then each is asked for alone, and nobody suffers for another. */
const askFor = <A, B>(ask: Ask<A, B>, taken: ReadonlyArray<Asking<A, B>>): Effect.Effect<void> =>
  ask(taken.flatMap(({ items }) => items)).pipe(
    Effect.matchCauseEffect({
      onFailure: (cause) =>
        taken.length > 1 && !isUnavailable(cause)
          ? Effect.forEach(taken, (each) => askFor(ask, [each]), { discard: true })
          : fail(taken, cause),
      onSuccess: (answers) =>
        Effect.sync(() => {
          let from = 0
          for (const { answered, items } of taken) {
            const to = from + items.length
            // against: somebody else's answer
            const own = answers.slice(from, to)
            Deferred.doneUnsafe(answered, Effect.succeed(own))
            from = to
          }
        })
    })
  )

const fail = <A, B>(taken: ReadonlyArray<Asking<A, B>>, cause: Cause.Cause<StoreError>) =>
  Effect.sync(() => {
    for (const { answered } of taken) Deferred.doneUnsafe(answered, Effect.failCause(cause))
  })
