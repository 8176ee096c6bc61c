/** Tells whoever plays a community's events that one was kept by another process. It may be lost: whoever plays looks by itself too. */
import type { ReceivedEvent } from "@znatoki/ports/received-events"
import { Effect, type Scope } from "effect"
import { Broker } from "./broker.ts"
import { declareKeptEvents, namesOf, type Place } from "./names.ts"
import { readKept } from "./wire.ts"

type KeptPlace = Omit<Place, "buckets">

const namesIn = (place: KeptPlace) => namesOf({ ...place, buckets: 1 })

/** For as long as the scope lives. */
export const openKeptSayer = Effect.fnUntraced(function* (place: KeptPlace) {
  const broker = yield* Broker
  const names = namesIn(place)
  yield* broker.declare(declareKeptEvents(names))
  return (event: ReceivedEvent): Effect.Effect<void> =>
    Effect.ignore(broker.publish({ exchange: names.exchange, routingKey: names.keptEvents }, event))
})

export const hearKept = (
  place: KeptPlace,
  take: (event: ReceivedEvent) => void
): Effect.Effect<void, never, Broker | Scope.Scope> =>
  Effect.flatMap(Broker, (broker) => {
    const names = namesIn(place)
    const kept = broker.keep(async (channel) => {
      await declareKeptEvents(names)(channel)
      await channel.basicConsume({ queue: names.keptEvents, noAck: true }, ({ body }) => {
        const event = channel.active ? readKept(String(body)) : null
        if (event !== null) take(event)
      })
    })
    return Effect.asVoid(kept)
  })
