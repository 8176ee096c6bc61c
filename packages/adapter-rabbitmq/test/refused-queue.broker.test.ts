/** A queue that cannot be set up as it has to be: nobody is left to guess why nothing goes on. */
import { assert, it } from "@effect/vitest"
import { EventLine } from "@znatoki/ports/event-line"
import { wholeSlice } from "@znatoki/ports/slice"
import { eventually } from "@znatoki/test-contracts/contracts/eventually"
import { Effect, Layer, Logger } from "effect"
import { Broker } from "../src/broker.ts"
import * as RabbitLine from "../src/event-line.ts"
import { namesOf } from "../src/names.ts"
import { describeBroker } from "../src/testing/broker-fixture.ts"

describeBroker("a queue of the same name and of another kind", ({ layer, place }) => {
  it.live(
    "is told of once, with what the broker says of it, and once when it is gone",
    () => {
      const here = place()
      const lines: Array<string> = []
      const listen = Logger.layer([
        Logger.make(({ logLevel, message }) => void lines.push(`${logLevel} ${JSON.stringify(message)}`))
      ])
      const warnings = () => lines.filter((line) => line.startsWith("Warn"))
      const queue = namesOf(here).bucket(0)
      return Effect.gen(function* () {
        const broker = yield* Broker
        const deleting = broker.declare(async (channel) => void (await channel.queueDelete({ queue })))
        yield* Effect.scoped(
          broker.declare(async (channel) => void (await channel.queueDeclare({ queue, durable: true })))
        )
        const line = yield* EventLine
        yield* Effect.forkScoped(line.serve(wholeSlice, { take: ({ done }) => done, hear: () => {} }))
        yield* eventually(() => warnings().length > 0)
        yield* Effect.sleep("1 second")
        assert.lengthOf(warnings(), 1, lines.join("\n"))
        assert.match(warnings()[0] ?? "", /PRECONDITION_FAILED.*inequivalent arg/)
        yield* Effect.scoped(deleting)
        yield* eventually(() => warnings().length > 1)
        assert.match(warnings()[1] ?? "", /set up/)
      }).pipe(
        Effect.provide(Layer.provideMerge(RabbitLine.layer({ ...here, tellsHearing: false }), layer)),
        Effect.scoped,
        Effect.provide(listen)
      )
    },
    60_000
  )
})
