/** An event stays the broker's until the connector can hear that it is done, whoever dies in between. */
import { assert, it } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import type { LineEvent } from "@znatoki/ports/event-line"
import { wholeSlice } from "@znatoki/ports/slice"
import { Deferred, Effect } from "effect"
import { TestClock } from "effect/testing"
import type { AsyncMessage, Channel } from "rabbitmq-client"
import { Broker, BrokerAway } from "../src/broker.ts"
import { openOwners } from "../src/line/own-line.ts"
import { namesOf } from "../src/names.ts"
import { carriedOf } from "../src/wire.ts"

const place = { prefix: "znatoki", community: "vk:1", buckets: 1 }
const names = namesOf(place)
const event: LineEvent = { _tag: "Presence", conversation: ConversationId.make("vk:1:1"), isHere: true, atMs: 1 }
const settle = Effect.repeat(Effect.yieldNow, { times: 50 })

type Take = (message: Pick<AsyncMessage, "body" | "deliveryTag" | "replyTo">) => void

/** What is done at once by its owner; the broker answers when the test says so. */
const open = Effect.gen(function* () {
  const acknowledged: Array<number> = []
  const told: Array<Deferred.Deferred<void, BrokerAway>> = []
  const consumers = new Map<string, Take>()
  const channel: Channel = Object.assign(Object.create(null), {
    active: true,
    exchangeDeclare: () => Promise.resolve(),
    queueDeclare: ({ queue = "heard" }) => Promise.resolve({ queue }),
    queueBind: () => Promise.resolve(),
    basicQos: () => Promise.resolve(),
    basicConsume: ({ queue }: { readonly queue: string }, take: Take) =>
      Promise.resolve(void consumers.set(queue, take)),
    basicAck: ({ deliveryTag }: { readonly deliveryTag: number }) => void acknowledged.push(deliveryTag)
  })
  const broker = {
    keep: (setUp) =>
      Effect.as(
        Effect.promise(() => setUp(channel)),
        Effect.void
      ),
    declare: () => Effect.void,
    whenBack: () => Effect.void,
    awaySinceMs: () => null,
    blockedSinceMs: () => null,
    publish: () =>
      Effect.suspend(() => {
        const answer = Deferred.makeUnsafe<void, BrokerAway>()
        told.push(answer)
        return Deferred.await(answer)
      })
  } satisfies Broker["Service"]
  const owners = yield* openOwners(place, names, false).pipe(Effect.provideService(Broker, broker))
  yield* owners.serve(wholeSlice, { take: ({ done }) => done, hear: () => {} })
  const deliver = (deliveryTag: number, ids: ReadonlyArray<number>): void => {
    const body = JSON.stringify(ids.map((id) => carriedOf({ id, event, trace: null })))
    consumers.get(names.bucket(0))?.({ body, deliveryTag, replyTo: "connector" })
  }
  return { acknowledged, deliver, told }
})

it.effect("a message is acknowledged when the broker has the word that all of it is done", () =>
  Effect.gen(function* () {
    const { acknowledged, deliver, told } = yield* open
    deliver(1, [1, 2])
    yield* settle
    assert.lengthOf(told, 1)
    assert.deepStrictEqual(acknowledged, [])
    for (const each of told) Deferred.doneUnsafe(each, Effect.void)
    yield* settle
    assert.deepStrictEqual(acknowledged, [1])
  }).pipe(Effect.scoped)
)

it.effect("a word that the broker did not take is said again, and only then is the message acknowledged", () =>
  Effect.gen(function* () {
    const { acknowledged, deliver, told } = yield* open
    deliver(1, [1])
    yield* settle
    for (const each of told) Deferred.doneUnsafe(each, Effect.fail(new BrokerAway({ cause: "no channel" })))
    yield* settle
    yield* TestClock.adjust("1 second")
    yield* settle
    assert.deepStrictEqual(acknowledged, [])
    assert.lengthOf(told, 2)
    for (const each of told) Deferred.doneUnsafe(each, Effect.void)
    yield* settle
    assert.deepStrictEqual(acknowledged, [1])
  }).pipe(Effect.scoped)
)
