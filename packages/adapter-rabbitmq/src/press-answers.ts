/** PressAnswers on RabbitMQ: an answer that nobody takes in ten seconds is of no use to anybody. */
import { PressAnswers } from "@znatoki/ports/press-answers"
import { Effect, Layer } from "effect"
import { Broker } from "./broker.ts"
import { declarePresses, namesOf, type Place } from "./names.ts"
import { readAnswer } from "./wire.ts"

export const layer = (place: Place) =>
  Layer.effect(
    PressAnswers,
    Effect.gen(function* () {
      const broker = yield* Broker
      const scope = yield* Effect.scope
      const names = namesOf(place)
      yield* broker.declare(declarePresses(names))
      return {
        answer: (answer) =>
          broker
            .publish({ exchange: names.exchange, routingKey: names.presses }, answer)
            .pipe(Effect.ignore, Effect.forkIn(scope, { startImmediately: true }), Effect.asVoid),
        serve: Effect.fnUntraced(function* (tell) {
          const inner = yield* Effect.scope
          const context = yield* Effect.context<never>()
          const take = (body: string): void => {
            const answer = readAnswer(body)
            if (answer !== null) Effect.runForkWith(context)(Effect.forkIn(tell(answer), inner))
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
