/** A queue is taken from whoever reads it, as where its node goes or somebody deletes it, and the connection stays: it is read again. */
import { it } from "@effect/vitest"
import { ConversationId, PressRef } from "@znatoki/chat/chat-input"
import { Doorbell } from "@znatoki/ports/doorbell"
import { EventLine } from "@znatoki/ports/event-line"
import { PressAnswers } from "@znatoki/ports/press-answers"
import { wholeSlice } from "@znatoki/ports/slice"
import { eventually } from "@znatoki/test-contracts/contracts/eventually"
import { Effect, Layer } from "effect"
import { Broker } from "../src/broker.ts"
import * as RabbitBell from "../src/doorbell.ts"
import * as RabbitLine from "../src/event-line.ts"
import { bucketOf, namesOf, type Place } from "../src/names.ts"
import * as RabbitAnswers from "../src/press-answers.ts"
import { describeBroker } from "../src/testing/broker-fixture.ts"

const conversation = ConversationId.make("vk:1:2000000001")

const ports = (here: Place) =>
  Layer.mergeAll(
    RabbitLine.layer({ ...here, tellsHearing: false }),
    RabbitBell.layer({ ...here, textMax: 100 }),
    RabbitAnswers.layer(here)
  )

const deleteQueue = (queue: string) =>
  Effect.flatMap(Broker, (broker) =>
    Effect.scoped(broker.declare(async (channel) => void (await channel.queueDelete({ queue }))))
  )

describeBroker("a queue that is gone", ({ layer, place }) => {
  it.live(
    "events of its bucket are taken again",
    () => {
      const here = place()
      return Effect.gen(function* () {
        const line = yield* EventLine
        const taken: Array<number> = []
        yield* line.serve(wholeSlice, {
          take: (event) =>
            Effect.suspend(() => {
              if (event._tag === "Presence") taken.push(event.atMs)
              return event.done
            }),
          hear: () => {}
        })
        let published = 0
        const publish = Effect.suspend(() =>
          line.publish({ _tag: "Presence", conversation, isHere: true, atMs: ++published, done: Effect.void })
        )
        yield* publish
        yield* eventually(() => taken.includes(1))
        yield* deleteQueue(namesOf(here).bucket(bucketOf(here, conversation)))
        const before = published
        // What comes while there is no queue goes nowhere, and is published again much later.
        yield* eventually(() => taken.some((each) => each > before), publish)
      }).pipe(Effect.provide(Layer.provideMerge(ports(here), layer)), Effect.scoped)
    },
    60_000
  )

  it.live(
    "rings are heard and presses answered again",
    () => {
      const here = place()
      return Effect.gen(function* () {
        const bell = yield* Doorbell
        const presses = yield* PressAnswers
        const [heard, told]: [Array<number>, Array<string>] = [[], []]
        const sender = { room: Effect.void, drained: Effect.void }
        yield* bell.serve({ ...sender, hear: (rings) => void heard.push(...rings.map(({ upTo }) => upTo)) })
        yield* presses.serve(({ press }) => Effect.sync(() => void told.push(press)))
        const say = (n: number) =>
          Effect.andThen(
            bell.ring([{ conversation, upTo: n, messages: [] }]),
            presses.answer({ press: PressRef.make(String(n)), notice: null })
          )
        const arrives = (n: number) => eventually(() => heard.includes(n) && told.includes(String(n)), say(n))
        yield* arrives(1)
        yield* deleteQueue(namesOf(here).rings)
        yield* deleteQueue(namesOf(here).presses)
        yield* arrives(2)
      }).pipe(Effect.provide(Layer.provideMerge(ports(here), layer)), Effect.scoped)
    },
    60_000
  )
})
