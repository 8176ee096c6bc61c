/** The side of whoever hears: publishes, keeps what is not done, and tells what is heard when all before it is done. */
import type { Carried, EventLine } from "@znatoki/ports/event-line"
import type { Hearing } from "@znatoki/ports/inbox"
import { steadyMs } from "@znatoki/ports/steady-ms"
import { Effect, Latch, Metric, Queue, Schedule } from "effect"
import { randomUUID } from "node:crypto"
import { Broker } from "../broker.ts"
import { eventsUndone } from "../measured.ts"
import { bucketOf, bucketsIn, declareBuckets, declareDone, type Names, type Place } from "../names.ts"
import { wholeSlice } from "@znatoki/ports/slice"
import { type Heard, readToConnector } from "../wire.ts"
import { openSending } from "./send-events.ts"
import { UndoneEvents } from "./undone.ts"

const undoneMax = 5_000

const everySecond = (work: Effect.Effect<void>) =>
  work.pipe(Effect.repeat(Schedule.spaced("1 second")), Effect.forkScoped)

export type Publisher = Pick<EventLine["Service"], "publish" | "tell" | "whenAsked">

/** For as long as the scope lives. */
export const openPublisher = Effect.fnUntraced(function* (place: Place, names: Names) {
  const broker = yield* Broker
  const life = randomUUID()
  const undone = new UndoneEvents()
  const answers = new Set<Effect.Effect<void>>()
  const hasRoom = Latch.makeUnsafe(true)
  const arrived = yield* Queue.unbounded<string>()

  const say = (heard: Heard) =>
    Effect.ignore(broker.publish({ exchange: names.heard, routingKey: place.community }, heard))

  const tellPassed = Effect.suspend(() => {
    const hearing = undone.passed()
    return hearing === null ? Effect.void : say(hearing)
  })
  const finish = (id: number) =>
    Effect.suspend(() => {
      const found = undone.finish(id)
      if (undone.size < undoneMax) Latch.openUnsafe(hasRoom)
      return found === undefined ? Effect.void : found.done
    })
  const answerAsked = Effect.suspend(() => Effect.forEach(answers, (answer) => answer, { discard: true }))
  const meet = Effect.flatMap(Queue.take(arrived), (body) => {
    const message = readToConnector(body)
    if (message === null) return Effect.logError("what came back from a worker cannot be read")
    if (message._tag === "Ask") return answerAsked
    return Effect.andThen(Effect.forEach(message.ids, finish, { discard: true }), tellPassed)
  })

  yield* broker.declare(declareBuckets(names, bucketsIn(place, wholeSlice)))
  const isTold = yield* broker.keep(async (channel) => {
    await declareDone(names, life)(channel)
    await channel.basicConsume({ queue: names.done(life), noAck: true }, ({ body }) =>
      Queue.offerUnsafe(arrived, String(body))
    )
  })
  yield* Effect.forkScoped(Effect.forever(meet))
  // What is done before there is anywhere to say it would come again.
  yield* isTold
  const send = yield* openSending(place, names, { replyTo: names.done(life), undone })
  yield* everySecond(Effect.map(steadyMs, (nowMs) => send.again(undone.overdue(nowMs))))
  const waiting = eventsUndone(place.community)
  yield* Effect.addFinalizer(() => Metric.update(waiting, 0))
  yield* everySecond(Effect.suspend(() => Metric.update(waiting, undone.size)))
  yield* everySecond(Effect.suspend(() => (answers.size === 0 ? Effect.void : say({ _tag: "Here" }))))

  const publish = ({ done, trace, ...event }: Carried): Effect.Effect<void> =>
    Effect.andThen(
      hasRoom.await,
      Effect.suspend(() => {
        const conversation = event._tag === "Chat" ? event.incoming.conversation : event.conversation
        send.soon(undone.add(bucketOf(place, conversation), event, done, trace ?? null))
        if (undone.size >= undoneMax) Latch.closeUnsafe(hasRoom)
        return Effect.void
      })
    )
  const tell = (hearing: Hearing): Effect.Effect<void> =>
    Effect.suspend(() => {
      if (hearing._tag === "HeardUntil") {
        undone.hold(hearing)
        return tellPassed
      }
      // What was heard before is not what is heard now.
      undone.forgetHeld()
      return say(hearing)
    })
  return {
    publish,
    tell,
    whenAsked: (answer) =>
      Effect.acquireRelease(
        Effect.sync(() => void answers.add(answer)),
        () => Effect.sync(() => void answers.delete(answer))
      )
  } satisfies Publisher
})
