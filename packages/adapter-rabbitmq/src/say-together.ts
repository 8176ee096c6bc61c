/**
 * What is said to one place, in as few messages as there is time for: while one is on its way what comes next gathers. Nobody who
 * says something waits.
 */
import { Effect } from "effect"
import { Broker } from "./broker.ts"
import { Gathering } from "./gathering.ts"

export interface TogetherOptions<A> {
  readonly exchange: string
  readonly routingKey: string
  readonly durable?: boolean
  /** Of so many at most one message tells. */
  readonly max: number
  /** What was not said, because the broker is away. */
  readonly lost: (some: ReadonlyArray<A>) => void
}

/** For as long as the scope lives. */
export const sayTogether = Effect.fnUntraced(function* <A>({ lost, max, ...envelope }: TogetherOptions<A>) {
  const broker = yield* Broker
  const waiting = new Gathering<A>()
  const saySome = Effect.gen(function* () {
    const some = yield* waiting.take(max)
    if (some.length === 0) return
    const isSaid = yield* Effect.isSuccess(broker.publish(envelope, some))
    if (!isSaid) lost(some)
  })
  yield* Effect.forkScoped(Effect.forever(saySome))
  return (some: Iterable<A>): void => waiting.add(some)
})
