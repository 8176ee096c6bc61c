/** What VK is answered when it brings an event, and when: nothing here looks at what the game makes of it. */
import { assert, it } from "@effect/vitest"
import { type ReceivedEvent, ReceivedEvents } from "@znatoki/ports/received-events"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { StoreTrouble } from "@znatoki/ports/store-trouble"
import * as MemoryReceivedEvents from "@znatoki/test-contracts/memory/received-events"
import { Deferred, Effect, Fiber, Layer, Redacted } from "effect"
import { TestClock } from "effect/testing"
import { CallbackDoor, layer } from "../src/intake/callback-door.ts"
import { captureLogs } from "./fixtures/captured-logs.ts"

const canarySecret = "canary-secret"

const settings = [
  { groupId: 7, confirmation: "c0nf1rm", secrets: [Redacted.make(canarySecret), Redacted.make("старый")] },
  { groupId: 8, confirmation: "other", secrets: [] }
]

const doorOn = (store: Layer.Layer<ReceivedEvents>) =>
  layer(settings).pipe(Layer.provideMerge(store), Layer.provide(StoreTrouble.layer))

const open = doorOn(MemoryReceivedEvents.layer)

const post = (body: unknown, headers: Record<string, string> = {}): Request =>
  new Request("http://bot.example/vk", {
    method: "POST",
    headers,
    body: typeof body === "string" ? body : JSON.stringify(body)
  })

const eventOf = (change: object = {}) => ({
  type: "message_new",
  group_id: 7,
  event_id: "e1",
  secret: canarySecret,
  object: {},
  ...change
})

const told = (request: Request) =>
  Effect.gen(function* () {
    const answer = yield* (yield* CallbackDoor).answer(request)
    return { status: answer.status, text: yield* Effect.promise(() => answer.text()), headers: answer.headers }
  })

const say = (body: unknown) => Effect.map(told(post(body)), ({ status, text }) => `${status} ${text}`)

it.effect("whoever asks whether the address is ours is given that community's string", () =>
  Effect.gen(function* () {
    assert.strictEqual(yield* say({ type: "confirmation", group_id: 7 }), "200 c0nf1rm")
    assert.strictEqual(yield* say({ type: "confirmation", group_id: 8 }), "200 other")
  }).pipe(Effect.provide(open))
)

it.effect("an event with the new secret or the old one is kept and answered with ok, byte for byte", () =>
  Effect.gen(function* () {
    assert.strictEqual(yield* say(eventOf()), "200 ok")
    assert.strictEqual(yield* say(eventOf({ event_id: "e2", secret: "старый" })), "200 ok")
    assert.strictEqual(yield* say(eventOf({ event_id: "e3", group_id: 8, secret: undefined })), "200 ok")
    const store = yield* ReceivedEvents
    assert.deepStrictEqual(
      (yield* store.waiting("vk:7", 0, 9)).map(({ id }) => id),
      ["e1", "e2"]
    )
    assert.deepStrictEqual(
      (yield* store.waiting("vk:8", 0, 9)).map(({ id }) => id),
      ["e3"]
    )
  }).pipe(Effect.provide(open))
)

const refused: ReadonlyArray<readonly [string, unknown, string]> = [
  ["a wrong secret", eventOf({ secret: "canary-secreT" }), "403 the secret is wrong"],
  ["no secret", eventOf({ secret: undefined }), "403 the secret is wrong"],
  ["another community", eventOf({ group_id: 9 }), "404 a community that is not ours"],
  ["a confirmation of another community", { type: "confirmation", group_id: 9 }, "404 a community that is not ours"],
  ["no JSON", "{", "400 not an event of VK"],
  ["JSON of another kind", [1], "400 not an event of VK"],
  ["no community", { type: "message_new" }, "400 not an event of VK"],
  ["a megabyte and more", `"${"ы".repeat(600_000)}"`, "413 the body is too long"]
]

it.effect.each(refused)("%s is refused, and nothing is kept", ([, body, answer]) =>
  Effect.gen(function* () {
    assert.strictEqual(yield* say(body), answer)
    assert.deepStrictEqual(yield* (yield* ReceivedEvents).waiting("vk:7", 0, 9), [])
  }).pipe(Effect.provide(open))
)

it.effect("a body that is no text, or of another method, is refused", () =>
  Effect.gen(function* () {
    const bytes = new Request("http://bot.example/", { method: "POST", body: new Uint8Array([0xff, 0xfe]) })
    assert.strictEqual((yield* told(bytes)).status, 400)
    assert.strictEqual((yield* told(new Request("http://bot.example/"))).status, 405)
  }).pipe(Effect.provide(open))
)

it.effect("refusals are told to the log once a minute of each kind, without secrets and words", () => {
  const logs = captureLogs()
  return Effect.gen(function* () {
    for (let i = 0; i < 20; i++) yield* say(eventOf({ secret: `wrong ${i}` }))
    assert.strictEqual(logs.lines.length, 1)
    yield* TestClock.adjust("61 seconds")
    yield* say(eventOf({ secret: "wrong again" }))
    assert.strictEqual(logs.lines.length, 2)
    assert.notMatch(logs.lines.join("\n"), /wrong \d|wrong again|canary/)
  }).pipe(Effect.provide(Layer.provideMerge(open, logs.layer)))
})

/** A store whose every keeping waits for this. */
const waitingFor = (until: Effect.Effect<void>, begun: { count: number } = { count: 0 }) =>
  Layer.effect(
    ReceivedEvents,
    Effect.map(ReceivedEvents, (store) => ({
      ...store,
      keep: (community: string, event: ReceivedEvent) =>
        Effect.sync(() => void begun.count++).pipe(Effect.andThen(until), Effect.andThen(store.keep(community, event)))
    }))
  ).pipe(Layer.provide(MemoryReceivedEvents.layer))

it.effect("ok is not said before the event is kept", () =>
  Effect.gen(function* () {
    const safe = yield* Deferred.make<void>()
    const answered = yield* say(eventOf()).pipe(
      Effect.provide(doorOn(waitingFor(Deferred.await(safe)))),
      Effect.forkChild
    )
    yield* TestClock.adjust("1 second")
    assert.isUndefined(answered.pollUnsafe())
    yield* Deferred.succeed(safe, undefined)
    assert.strictEqual(yield* Fiber.join(answered), "200 ok")
  })
)

it.effect("ok does not wait for whoever plays the event", () =>
  Effect.gen(function* () {
    const taken: Array<string> = []
    const door = yield* CallbackDoor
    yield* door.listen(7, { take: ({ id }) => void taken.push(id), isFull: () => false })
    // Nobody forgets it: it is not played.
    assert.strictEqual(yield* say(eventOf()), "200 ok")
    assert.deepStrictEqual(taken, ["e1"])
  }).pipe(Effect.scoped, Effect.provide(open))
)

it.effect("five posts at one moment, each with a picture, are kept side by side", () =>
  Effect.gen(function* () {
    const all = yield* Deferred.make<void>()
    const begun = { count: 0 }
    // The store lets none through until all five are in it: were they to queue, none would ever be answered.
    const together = Effect.suspend(() =>
      begun.count === 5 ? Effect.asVoid(Deferred.succeed(all, undefined)) : Deferred.await(all)
    )
    const picture = { type: "photo", photo: { id: 1, owner_id: 1, sizes: [{ url: "https://vk.example/1.jpg" }] } }
    const posts = [1, 2, 3, 4, 5].map((n) =>
      say(eventOf({ event_id: `e${n}`, object: { message: { attachments: [picture] } } }))
    )
    const answers = yield* Effect.all(posts, { concurrency: "unbounded" }).pipe(
      Effect.provide(doorOn(waitingFor(together, begun)))
    )
    assert.deepStrictEqual(
      answers,
      posts.map(() => "200 ok")
    )
  })
)

it.effect("what comes again while it waits is answered with ok, and kept once", () =>
  Effect.gen(function* () {
    for (let i = 0; i < 3; i++) assert.strictEqual(yield* say(eventOf()), "200 ok")
    assert.strictEqual((yield* (yield* ReceivedEvents).waiting("vk:7", 0, 9)).length, 1)
  }).pipe(Effect.provide(open))
)

const unavailable = new StoreUnavailable({ operation: "keep", cause: new Error("gone") })

it.effect.each<readonly [string, Layer.Layer<ReceivedEvents>]>([
  [
    "cannot be reached",
    Layer.succeed(ReceivedEvents, {
      keep: () => Effect.fail(unavailable),
      waiting: () => Effect.fail(unavailable),
      forget: () => Effect.fail(unavailable)
    })
  ],
  ["does not answer", waitingFor(Effect.never)]
])("VK is asked to come back where the store %s", ([, store]) =>
  Effect.gen(function* () {
    const asked = yield* Effect.forkChild(told(post(eventOf())))
    yield* TestClock.adjust("6 seconds")
    const { headers, status } = yield* Fiber.join(asked)
    assert.strictEqual(status, 503)
    assert.strictEqual(headers.get("retry-after"), "5")
  }).pipe(Effect.provide(doorOn(store)))
)

it.effect(
  "VK is asked to come back soon at first, and in the end as late as it would by itself: it gives up after five times",
  () =>
    Effect.gen(function* () {
      const door = yield* CallbackDoor
      yield* door.listen(7, { take: () => {}, isFull: () => true })
      const waits = []
      for (let failed = 0; failed < 7; failed++) {
        const headers = failed === 0 ? {} : { "x-retry-counter": String(failed) }
        const { headers: answered } = yield* told(post(eventOf(), headers))
        waits.push(Number(answered.get("retry-after")))
      }
      assert.deepStrictEqual(waits, [5, 15, 60, 600, 3_600, 3_600, 3_600])
      const { headers } = yield* told(post(eventOf(), { "x-retry-counter": "soon" }))
      assert.strictEqual(headers.get("retry-after"), "5")
    }).pipe(Effect.scoped, Effect.provide(open))
)

it.effect("VK is asked to come back while too much waits to be played", () =>
  Effect.gen(function* () {
    const door = yield* CallbackDoor
    yield* door.listen(7, { take: () => {}, isFull: () => true })
    assert.strictEqual((yield* told(post(eventOf()))).status, 503)
    assert.strictEqual(yield* say(eventOf({ group_id: 8 })), "200 ok")
  }).pipe(Effect.scoped, Effect.provide(open))
)
