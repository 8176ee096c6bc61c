/** Events of a bucket go in order and in few messages, whatever becomes of the broker. */
import { assert, it } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import type { LineEvent } from "@znatoki/ports/event-line"
import { Deferred, Effect } from "effect"
import { TestClock } from "effect/testing"
import { Broker, BrokerAway } from "../src/broker.ts"
import { openSending } from "../src/line/send-events.ts"
import { UndoneEvents } from "../src/line/undone.ts"
import { namesOf } from "../src/names.ts"
import { readCarried } from "../src/wire.ts"

const event: LineEvent = { _tag: "Presence", conversation: ConversationId.make("vk:1:1"), isHere: true, atMs: 1 }
const place = { prefix: "znatoki", community: "vk:1", buckets: 2 }

interface Message {
  readonly ids: ReadonlyArray<number>
  /** The broker has it; or it is away. */
  readonly answer: (isThere: boolean) => void
}

const settle = Effect.repeat(Effect.yieldNow, { times: 50 })

/** What waits for others to come goes. */
const gathered = Effect.andThen(TestClock.adjust("100 millis"), settle)

const open = Effect.gen(function* () {
  const messages: Array<Message> = []
  const undone = new UndoneEvents()
  const broker = {
    keep: () => Effect.never,
    declare: () => Effect.void,
    whenBack: () => Effect.void,
    awaySinceMs: () => null,
    blockedSinceMs: () => null,
    publish: (_envelope, body) =>
      Effect.suspend(() => {
        const answered = Deferred.makeUnsafe<void, BrokerAway>()
        const ids = readCarried(JSON.stringify(body)).flatMap((one) => one?.id ?? [])
        const away = new BrokerAway({ cause: "no channel" })
        messages.push({
          ids,
          answer: (isThere) => Deferred.doneUnsafe(answered, isThere ? Effect.void : Effect.fail(away))
        })
        return Deferred.await(answered)
      })
  } satisfies Broker["Service"]
  const send = yield* openSending(place, namesOf(place), { replyTo: "done", undone }).pipe(
    Effect.provideService(Broker, broker)
  )
  const publish = (events: number, bucket = 0): void => {
    for (let i = 0; i < events; i++) send.soon(undone.add(bucket, event, Effect.void))
  }
  return { messages, publish, send, undone, idsSent: () => messages.map(({ ids }) => ids) }
})

it.effect(
  "what is published at one moment goes in one message of its bucket, and what comes while two are on their way in the next",
  () =>
    Effect.gen(function* () {
      const { idsSent, messages, publish } = yield* open
      publish(3)
      publish(1, 1)
      yield* settle
      for (let i = 0; i < 4; i++) {
        publish(1)
        yield* settle
      }
      assert.deepStrictEqual(idsSent(), [[1, 2, 3], [4], [5]])
      messages[0]?.answer(true)
      yield* gathered
      assert.deepStrictEqual(idsSent().slice(3), [[6, 7, 8]])
    }).pipe(Effect.scoped)
)

it.effect("what was on its way when the broker went away goes again, before anything newer", () =>
  Effect.gen(function* () {
    const { idsSent, messages, publish } = yield* open
    for (let i = 0; i < 3; i++) {
      publish(1)
      yield* settle
    }
    assert.deepStrictEqual(idsSent(), [[1], [2]])
    for (const each of messages) each.answer(false)
    yield* settle
    publish(1)
    yield* TestClock.adjust("1 second")
    yield* settle
    assert.deepStrictEqual(idsSent().slice(2), [[1, 2, 3, 4]])
  }).pipe(Effect.scoped)
)

it.effect("what the broker has is not sent again where a later message is lost, and what is done neither", () =>
  Effect.gen(function* () {
    const { idsSent, messages, publish, undone } = yield* open
    for (let i = 0; i < 2; i++) {
      publish(2)
      yield* settle
    }
    messages[0]?.answer(true)
    yield* settle
    undone.finish(3)
    messages[1]?.answer(false)
    yield* TestClock.adjust("1 second")
    yield* settle
    assert.deepStrictEqual(idsSent(), [[1, 2], [3, 4], [4]])
  }).pipe(Effect.scoped)
)

it.effect("a bucket that is to be published again goes whole and in order, with what waits there", () =>
  Effect.gen(function* () {
    const { idsSent, messages, publish, send, undone } = yield* open
    for (let i = 0; i < 3; i++) {
      publish(1)
      yield* settle
    }
    for (const each of messages) each.answer(true)
    send.again([...undone.overdue(10_000)])
    yield* gathered
    assert.deepStrictEqual(idsSent().at(-1), [1, 2, 3])
  }).pipe(Effect.scoped)
)

const twoUndone = Effect.gen(function* () {
  const opened = yield* open
  for (let i = 0; i < 2; i++) {
    opened.publish(1)
    yield* settle
    opened.messages[i]?.answer(true)
    yield* settle
  }
  assert.deepStrictEqual(opened.idsSent(), [[1], [2]])
  opened.publish(1)
  yield* settle
  opened.publish(1)
  yield* settle
  return opened
})

it.effect(
  "while two messages of a bucket are not done, what comes waits for what comes next, for a moment at most",
  () =>
    Effect.gen(function* () {
      const { idsSent, publish } = yield* twoUndone
      assert.strictEqual(idsSent().length, 2)
      publish(1, 1)
      yield* settle
      assert.deepStrictEqual(idsSent().slice(2), [[5]])
      yield* TestClock.adjust("99 millis")
      yield* settle
      assert.strictEqual(idsSent().length, 3)
      yield* TestClock.adjust("1 millis")
      yield* settle
      assert.deepStrictEqual(idsSent().slice(3), [[3, 4]])
    }).pipe(Effect.scoped)
)

it.effect("and goes at once when one is done", () =>
  Effect.gen(function* () {
    const { idsSent, publish, undone } = yield* twoUndone
    undone.finish(1)
    yield* settle
    assert.deepStrictEqual(idsSent().slice(2), [[3, 4]])
    publish(1)
    yield* settle
    assert.strictEqual(idsSent().length, 3)
  }).pipe(Effect.scoped)
)

it.effect("what goes once more is no more of the message it went with first", () =>
  Effect.gen(function* () {
    const { idsSent, messages, publish, send, undone } = yield* twoUndone
    send.again([...undone.overdue(10_000)])
    yield* gathered
    assert.deepStrictEqual(idsSent().slice(2), [[1, 2, 3, 4]])
    messages[2]?.answer(true)
    yield* settle
    publish(1)
    yield* settle
    assert.deepStrictEqual(idsSent().slice(3), [[5]])
  }).pipe(Effect.scoped)
)
