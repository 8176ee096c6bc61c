/** The side of whoever owns: takes the events of its buckets, says when they are done, and hears whether people are heard. */
import type { EventLine, Owner } from "@znatoki/ports/event-line"
import type { Slice } from "@znatoki/ports/slice"
import { Effect, Queue } from "effect"
import { Broker } from "../broker.ts"
import { Gathering } from "../gathering.ts"
import { bucketsIn, declareBuckets, type Names, type Place, prefetch } from "../names.ts"
import { readCarried, type ToConnector } from "../wire.ts"
import { makeEar } from "./ear.ts"

export type OwnersSide = Pick<EventLine["Service"], "serve" | "ask">

interface Delivered {
  readonly body: string
  readonly replyTo: string
  readonly acknowledge: () => void
}

/** So many at once say that events are done. */
const donesMax = 1_000
const awayPause = "100 millis"

interface DoneEvent {
  readonly replyTo: string
  readonly id: number
  /** The broker has the word that it is done. */
  readonly isTold: () => void
}

/** Of several that are done together one message tells. */
const openDones = Effect.fnUntraced(function* (names: Names) {
  const broker = yield* Broker
  const waiting = new Gathering<DoneEvent>()
  const tellSome = Effect.gen(function* () {
    const some = yield* waiting.take(donesMax)
    const byConnector = Map.groupBy(some, ({ replyTo }) => replyTo)
    for (const [routingKey, dones] of byConnector) {
      const message: ToConnector = { _tag: "Done", ids: dones.map(({ id }) => id) }
      if (yield* Effect.isSuccess(broker.publish({ exchange: names.exchange, routingKey }, message))) {
        for (const { isTold } of dones) isTold()
        continue
      }
      waiting.add(dones)
      yield* Effect.sleep(awayPause)
    }
  })
  yield* Effect.forkScoped(Effect.forever(tellSome))
  return (event: DoneEvent): void => waiting.add([event])
})

/** For as long as the scope lives. `tellsHearing`: whoever hears tells how; else everything is taken for heard. */
export const openOwners = Effect.fnUntraced(function* (place: Place, names: Names, tellsHearing: boolean) {
  const broker = yield* Broker
  const done = yield* openDones(names)
  const ask = Effect.ignore(broker.publish({ exchange: names.exchange, routingKey: names.ask }, { _tag: "Ask" }))
  const ear = yield* makeEar(place, names, { ask, tellsHearing })

  const takeFrom = (arrived: Queue.Queue<Delivered>, owner: Owner) =>
    Effect.flatMap(Queue.take(arrived), ({ acknowledge, body, replyTo }) => {
      const many = readCarried(body)
      let left = many.length
      const finishOne = (): void => {
        if (--left === 0) acknowledge()
      }
      const takeOne = (carried: (typeof many)[number]) => {
        if (carried === null) {
          finishOne()
          return Effect.logError("an event of another version cannot be read, and is left to one that can")
        }
        const { event, id, trace } = carried
        // Acknowledged before the connector can hear of it, an event of who dies in between would be nobody's until it is sent again.
        const finish = Effect.sync(() => done({ replyTo, id, isTold: finishOne }))
        return owner.take({ ...event, ...(trace === undefined ? {} : { trace }), done: finish })
      }
      return Effect.forEach(many, takeOne, { discard: true })
    })

  const serveBucket = Effect.fnUntraced(function* (bucket: number, owner: Owner) {
    const arrived = yield* Effect.acquireRelease(Queue.unbounded<Delivered>(), Queue.shutdown)
    yield* Effect.forkScoped(Effect.forever(takeFrom(arrived, owner)))
    yield* broker.keep(async (channel) => {
      await declareBuckets(names, [bucket])(channel)
      await channel.basicQos({ prefetchCount: prefetch })
      await channel.basicConsume({ queue: names.bucket(bucket) }, ({ body, deliveryTag, replyTo = "" }) => {
        const acknowledge = (): void => {
          // A channel that is gone acknowledges nothing: it comes again, and is known then.
          if (channel.active) channel.basicAck({ deliveryTag })
        }
        Queue.offerUnsafe(arrived, { body: String(body), replyTo, acknowledge })
      })
    })
  })

  return {
    ask,
    serve: Effect.fnUntraced(function* (slice: Slice, owner: Owner) {
      yield* ear.join(owner)
      yield* Effect.forEach(bucketsIn(place, slice), (bucket) => serveBucket(bucket, owner), { discard: true })
    })
  } satisfies OwnersSide
})
