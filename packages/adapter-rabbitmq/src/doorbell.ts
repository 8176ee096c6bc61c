/** Doorbell on RabbitMQ: rings wait for whoever sends, and those that could not be said are said when the broker is back. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { Doorbell, type Ring, type Sender } from "@znatoki/ports/doorbell"
import { Effect, Layer } from "effect"
import { Broker } from "./broker.ts"
import { declareRings, namesOf, type Place, prefetch } from "./names.ts"
import { sayTogether } from "./say-together.ts"
import { readRings } from "./wire.ts"

export interface BellOptions extends Place {
  /** How long a text those who send can say. */
  readonly textMax: number
}

/** The outbox is the truth, and is swept: more than these need not be remembered. */
const missedMax = 10_000
/** In one message. */
const ringsMax = 200

export const layer = ({ textMax, ...place }: BellOptions) =>
  Layer.effect(
    Doorbell,
    Effect.gen(function* () {
      const broker = yield* Broker
      const names = namesOf(place)
      const missed = new Map<ConversationId, number>()
      const say = yield* sayTogether<Ring>({
        exchange: names.exchange,
        routingKey: names.rings,
        durable: true,
        max: ringsMax,
        lost: (rings) => {
          for (const { conversation, upTo } of rings) if (missed.size < missedMax) missed.set(conversation, upTo)
        }
      })
      const sayMissed = Effect.sync(() => {
        const rings = [...missed].map(([conversation, upTo]) => ({ conversation, upTo, messages: [] }))
        missed.clear()
        say(rings)
      })
      yield* broker.declare(declareRings(names))
      yield* broker.whenBack(sayMissed)
      return {
        textMax,
        ring: (rings) => Effect.sync(() => say(rings)),
        room: Effect.void,
        drained: Effect.void,
        serve: ({ hear }: Sender) =>
          Effect.asVoid(
            broker.keep(async (channel) => {
              await declareRings(names)(channel)
              await channel.basicQos({ prefetchCount: prefetch })
              await channel.basicConsume({ queue: names.rings }, ({ body, deliveryTag }) => {
                if (!channel.active) return
                const rings = readRings(String(body))
                // What another version said is found by the sweep.
                if (rings !== null) hear(rings)
                channel.basicAck({ deliveryTag })
              })
            })
          )
      }
    })
  )
