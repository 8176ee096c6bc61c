/**
 * Sends the events of every bucket in their order. What comes while messages of a bucket are on their way goes in the next one: a
 * broker takes as long for a message of one event as for one of many.
 */
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect } from "effect"
import { Broker } from "../broker.ts"
import { Gathering } from "../gathering.ts"
import { bucketsIn, type Names, type Place } from "../names.ts"
import { wholeSlice } from "@znatoki/ports/slice"
import { carriedOf } from "../wire.ts"
import { UndoneMessages } from "./undone-messages.ts"
import type { Undone, UndoneEvents } from "./undone.ts"

/** Messages of one bucket of which the broker has not said that it has them. */
const onTheirWayMax = 2
const eventsMax = 100
const awayPause = "50 millis"

export interface Sending {
  /** Who hears that they are done. */
  readonly replyTo: string
  readonly undone: UndoneEvents
}

/** For as long as the scope lives. */
export const openSending = Effect.fnUntraced(function* (
  place: Place,
  { bucket: queueOf, exchange }: Names,
  { replyTo, undone }: Sending
) {
  const broker = yield* Broker
  const buckets = new Map<number, Gathering<Undone>>()

  const sendSome = Effect.fnUntraced(function* (bucket: number, waiting: Gathering<Undone>, messages: UndoneMessages) {
    yield* waiting.some
    yield* messages.haveRoom
    const some = (yield* waiting.take(eventsMax)).filter(({ id }) => undone.has(id))
    if (some.length === 0) return
    const nowMs = yield* steadyMs
    for (const each of some) {
      each.sentMs = nowMs
      each.isSafe = false
    }
    messages.send(some)
    const envelope = { exchange, routingKey: queueOf(bucket), replyTo, durable: true }
    if (yield* Effect.isSuccess(broker.publish(envelope, some.map(carriedOf)))) {
      for (const each of some) each.isSafe = true
      return
    }
    // Whatever was on its way when the connection went goes again, before anything newer.
    waiting.put(undone.unsafe(bucket))
    yield* Effect.sleep(awayPause)
  })

  for (const bucket of bucketsIn(place, wholeSlice)) {
    const waiting = new Gathering<Undone>()
    const messages = new UndoneMessages()
    buckets.set(bucket, waiting)
    for (let each = 0; each < onTheirWayMax; each++) {
      yield* Effect.forkScoped(Effect.forever(sendSome(bucket, waiting, messages)))
    }
  }
  return {
    soon: (each: Undone): void => buckets.get(each.bucket)?.add([each]),
    /** Whole buckets, in order. */
    again: (some: ReadonlyArray<Undone>): void => {
      for (const [bucket, all] of Map.groupBy(some, (each) => each.bucket)) buckets.get(bucket)?.put(all)
    }
  }
})
