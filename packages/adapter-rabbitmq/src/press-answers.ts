/** PressAnswers on RabbitMQ: an answer that nobody takes in ten seconds is of no use to anybody. */
import { type PressAnswer, PressAnswers } from "@znatoki/ports/press-answers"
import { Effect, Layer } from "effect"
import { Broker } from "./broker.ts"
import { declarePresses, namesOf, type Place } from "./names.ts"
import { sayTogether } from "./say-together.ts"
import { readAnswers } from "./wire.ts"

/** In one message. */
const answersMax = 200

export const layer = (place: Place) =>
  Layer.effect(
    PressAnswers,
    Effect.gen(function* () {
      const broker = yield* Broker
      const names = namesOf(place)
      yield* broker.declare(declarePresses(names))
      const say = yield* sayTogether<PressAnswer>({
        exchange: names.exchange,
        routingKey: names.presses,
        max: answersMax,
        lost: () => {}
      })
      return {
        answer: (answer) => Effect.sync(() => say([answer])),
        serve: Effect.fnUntraced(function* (tell) {
          const inner = yield* Effect.scope
          const context = yield* Effect.context<never>()
          const take = (body: string): void => {
            for (const answer of readAnswers(body)) {
              if (answer !== null) Effect.runForkWith(context)(Effect.forkIn(tell(answer), inner))
            }
          }
          yield* broker.keep(async (channel) => {
            await declarePresses(names)(channel)
            await channel.basicConsume({ queue: names.presses, noAck: true }, ({ body }) => {
              if (channel.active) take(String(body))
            })
          })
        })
      }
    })
  )
