/** Messages arrive in their order, once, whatever becomes of some of them on the way. */
import { assert, it } from "@effect/vitest"
import type { Delivery, DeliveryResult } from "@znatoki/ports/messenger"
import { Effect, Fiber, Latch } from "effect"
import { TestClock } from "effect/testing"
import { amend, say } from "@znatoki/test-contracts/contracts/sample-commits"
import { makeWorld } from "../src/testing/bot-world.ts"
import { ChatRoom, conversation } from "../src/testing/chat-room.ts"
import { broken, type Fault, unavailable } from "../src/testing/store-faults.ts"
import { openPost, textsIn } from "./post-office.ts"
import { settle } from "./scripted-game.ts"

const [one, other, third] = [conversation(1), conversation(2), conversation(3)]

const later = (afterMs: number): DeliveryResult => ({ _tag: "Later", reason: "busy", afterMs })
const textOf = ({ message }: Delivery): string => message.text.filter((span) => typeof span === "string").join("")

it.effect("a message that is put off keeps its place, and other conversations do not wait for it", () =>
  Effect.gen(function* () {
    const { pendingOf, room, say: commit } = yield* openPost()
    let busy = 3
    room.fate = (delivery) => (textOf(delivery) === "1" && busy-- > 0 ? later(1_000) : undefined)
    yield* commit(one, [say("1"), say("2")])
    yield* commit(other, [say("a"), say("b")])
    yield* settle
    yield* commit(one, [say("3")])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), [])
    assert.deepStrictEqual(textsIn(room, other), ["a", "b"])
    yield* TestClock.adjust("2 seconds")
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), [])
    yield* TestClock.adjust("1 seconds")
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1", "2", "3"])
    assert.strictEqual(pendingOf(one), 0)
  })
)

it.effect("with a message goes what the next one shows, so that it may be brought meanwhile", () =>
  Effect.gen(function* () {
    const { room, say: commit } = yield* openPost()
    const asked: Array<string | undefined> = []
    room.fate = ({ soon }) => void asked.push(soon)
    const media = { source: "https://example.org/a.png", instead: "🖼" }
    yield* commit(one, [say("🎡"), { ...say("❓"), media }, say("⏳")])
    yield* settle
    assert.deepStrictEqual(asked, [media.source, undefined, undefined])
  })
)

it.effect("a message whose picture is on its way waits for it, keeps its place, and holds up nobody else", () =>
  Effect.gen(function* () {
    const { pendingOf, room, say: commit } = yield* openPost()
    const picture = yield* Latch.make(false)
    let asked = 0
    room.fate = (delivery) => {
      if (textOf(delivery) !== "1" || asked++ > 0) return undefined
      return { _tag: "Preparing", ready: picture.await }
    }
    yield* commit(one, [say("1"), say("2")])
    yield* commit(other, [say("a"), say("b")])
    yield* settle
    assert.deepStrictEqual([textsIn(room, one), textsIn(room, other)], [[], ["a", "b"]])
    assert.strictEqual(asked, 1)
    yield* picture.open
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1", "2"])
    assert.strictEqual(pendingOf(one), 0)
  })
)

it.effect("a send whose answer was lost is tried again and not shown twice", () =>
  Effect.gen(function* () {
    const { room, say: commit } = yield* openPost()
    let lost = true
    room.fate = (delivery) => {
      if (!lost) return undefined
      lost = false
      room.show(delivery)
      return later(100)
    }
    yield* commit(one, [say("1"), say("2")])
    yield* settle
    yield* TestClock.adjust("1 seconds")
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1", "2"])
    assert.strictEqual(room.recognised, 1)
  })
)

it.effect("a refused message is kept as dead with its reason, and the next ones go", () =>
  Effect.gen(function* () {
    const { pendingOf, room, say: commit, world } = yield* openPost()
    room.fate = (delivery) => (textOf(delivery) === "2" ? { _tag: "Refused", reason: "too rude" } : undefined)
    yield* commit(one, [say("1"), say("2"), say("3")])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1", "3"])
    assert.deepInclude(world.database.conversations.get(one)?.dead.get(2), { reason: "too rude", message: say("2") })
    assert.strictEqual(pendingOf(one), 0)
  })
)

it.effect("of amendments in a row only the last is asked for, and all of them are settled", () =>
  Effect.gen(function* () {
    const { pendingOf, room, say: commit } = yield* openPost()
    yield* commit(one, [
      say("стол", "1/lobby"),
      ...["А", "АБ", "АБВ"].map((text) => amend(text, "1/lobby")),
      say("пуск")
    ])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["АБВ", "пуск"])
    assert.strictEqual(room.asked.length, 3)
    assert.strictEqual(pendingOf(one), 0)
  })
)

it.effect("amendments of different messages do not stand in for each other", () =>
  Effect.gen(function* () {
    const { room, say: commit } = yield* openPost()
    yield* commit(one, [
      say("стол", "1/lobby"),
      say("ход", "1/move"),
      amend("стол!", "1/lobby"),
      amend("ход!", "1/move")
    ])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["стол!", "ход!"])
  })
)

it.effect("after a restart an amendment finds its message by what the outbox remembers", () =>
  Effect.gen(function* () {
    const first = yield* openPost()
    yield* first.say(one, [say("раньше"), say("стол", "1/lobby")])
    yield* settle
    yield* first.stop
    const second = yield* openPost({ world: first.world })
    yield* second.say(one, [amend("стол: Анна", "1/lobby")])
    yield* settle
    assert.deepStrictEqual(textsIn(second.room, one), ["раньше", "стол: "])
  })
)

it.effect("an amendment that had to be said anew is what is amended from then on, also after a restart", () =>
  Effect.gen(function* () {
    const first = yield* openPost()
    first.room.fate = (delivery) =>
      textOf(delivery) === "А" ? first.room.show({ ...delivery, message: say("стол: А") }) : undefined
    yield* first.say(one, [say("стол", "1/lobby"), amend("А", "1/lobby")])
    yield* settle
    yield* first.say(one, [amend("АБ", "1/lobby")])
    yield* settle
    assert.deepStrictEqual(textsIn(first.room, one), ["стол", "АБ"])
    yield* first.stop
    const second = yield* openPost({ world: first.world })
    yield* second.say(one, [amend("АБВ", "1/lobby")])
    yield* settle
    assert.deepStrictEqual(textsIn(second.room, one), ["стол", "АБВ"])
  })
)

it.effect("an amendment of a message that never arrived is dead, and the next message goes", () =>
  Effect.gen(function* () {
    const { room, say: commit, world } = yield* openPost()
    room.fate = (delivery) => (textOf(delivery) === "стол" ? { _tag: "Refused", reason: "no" } : undefined)
    yield* commit(one, [say("стол", "1/lobby"), amend("стол!", "1/lobby"), say("пуск")])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["пуск"])
    assert.deepStrictEqual([...(world.database.conversations.get(one)?.dead.keys() ?? [])], [1, 2])
  })
)

it.effect("a name that cannot be read costs one amendment, not the conversations beside it", () =>
  Effect.gen(function* () {
    const faults = ({ args, method }: { method: string; args: ReadonlyArray<unknown> }): Fault | null =>
      method === "externalId" && args[0] === one ? broken : null
    const { pendingOf, room, say: commit } = yield* openPost({ faults })
    yield* commit(one, [amend("стол!", "1/lobby"), say("пуск")])
    yield* commit(other, [say("a")])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["пуск"])
    assert.deepStrictEqual(textsIn(room, other), ["a"])
    assert.strictEqual(pendingOf(one) + pendingOf(other), 0)
  })
)

it.effect("a messenger whose code throws at one message delivers all the others", () =>
  Effect.gen(function* () {
    const world = yield* makeWorld(new ChatRoom(), [])
    const {
      deliverer,
      room,
      say: commit
    } = yield* openPost({
      world,
      deliver: (batch) =>
        batch.some((delivery) => textOf(delivery) === "яд")
          ? Effect.die("oops")
          : Effect.sync(() => world.room.deliver(batch))
    })
    yield* commit(one, [say("яд"), say("1")], false)
    yield* commit(other, [say("a")], false)
    yield* deliverer.sweep
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1"])
    assert.deepStrictEqual(textsIn(room, other), ["a"])
    assert.deepStrictEqual([...(world.database.conversations.get(one)?.dead.keys() ?? [])], [1])
    yield* deliverer.drained
  })
)

it.effect("a result that cannot be stored does not keep the others from being stored", () =>
  Effect.gen(function* () {
    const faults = ({ args, method }: { method: string; args: ReadonlyArray<unknown> }): Fault | null =>
      method === "settle" && JSON.stringify(args[0]).includes(one) ? broken : null
    const { deliverer, pendingOf, say: commit } = yield* openPost({ faults })
    yield* commit(one, [say("1")], false)
    yield* commit(other, [say("a")], false)
    yield* commit(third, [say("x")], false)
    yield* deliverer.sweep
    yield* settle
    assert.deepStrictEqual([one, other, third].map(pendingOf), [1, 0, 0])
    yield* deliverer.drained
  })
)

it.effect("what was said and cannot be noted down is said once, and noted down when it can be", () =>
  Effect.gen(function* () {
    let isBroken = true
    const {
      deliverer,
      pendingOf,
      room,
      say: commit
    } = yield* openPost({ faults: ({ method }) => (method === "settle" && isBroken ? broken : null) })
    yield* commit(one, [say("1"), say("2")])
    yield* settle
    for (let sweeps = 0; sweeps < 3; sweeps++) {
      yield* deliverer.sweep
      yield* settle
    }
    assert.strictEqual(room.asked.length, 2)
    assert.strictEqual(pendingOf(one), 2)
    yield* deliverer.drained
    isBroken = false
    yield* TestClock.adjust("1 minute")
    yield* settle
    assert.deepStrictEqual([pendingOf(one), room.asked.length], [0, 2])
  })
)

it.effect("results wait for a store that is away and are stored when it is back", () =>
  Effect.gen(function* () {
    let failures = 5
    const {
      deliverer,
      pendingOf,
      room,
      say: commit
    } = yield* openPost({
      faults: ({ method }) => (method === "settle" && failures-- > 0 ? unavailable() : null)
    })
    yield* commit(one, [say("1"), say("2")])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1", "2"])
    assert.strictEqual(pendingOf(one), 2)
    yield* TestClock.adjust("1 minute")
    assert.strictEqual(pendingOf(one), 0)
    yield* deliverer.drained
    assert.strictEqual(room.asked.length, 2)
  })
)

it.effect("a sweep finds what the bell was not rung for, in its order, and sends nothing that waits already", () =>
  Effect.gen(function* () {
    const { deliverer, room, say: commit } = yield* openPost()
    room.fate = () => (room.asked.length < 4 ? later(500) : undefined)
    yield* commit(one, [say("1"), say("2")])
    yield* commit(one, [say("3")], false)
    yield* commit(one, [say("4")])
    yield* settle
    yield* deliverer.sweep
    yield* deliverer.sweep
    yield* commit(one, [say("5")])
    yield* TestClock.adjust("5 seconds")
    assert.deepStrictEqual(textsIn(room, one), ["1", "2", "3", "4", "5"])
    assert.strictEqual(room.recognised, 0)
  })
)

it.effect("what is settled while a sweep reads is not sent again", () =>
  Effect.gen(function* () {
    const {
      deliverer,
      pendingOf,
      room,
      say: commit
    } = yield* openPost({
      faults: ({ method }) => (method === "pending" ? { when: "slow", ms: 1_000 } : null)
    })
    let busy = true
    room.fate = () => (busy ? later(500) : undefined)
    yield* commit(one, [say("стол", "1/lobby"), amend("А", "1/lobby")])
    const sweeping = yield* Effect.forkChild(deliverer.sweep)
    yield* settle
    busy = false
    yield* TestClock.adjust("500 millis")
    assert.strictEqual(pendingOf(one), 0)
    const asked = room.asked.length
    yield* TestClock.adjust("1 second")
    yield* Fiber.join(sweeping)
    yield* settle
    assert.strictEqual(room.asked.length, asked)
  })
)

it.effect("with a messenger that stands still there is no room, and there is again when half of it has gone", () =>
  Effect.gen(function* () {
    const { bell, deliverer, room, say: commit } = yield* openPost({ pendingMax: 4 })
    let still = true
    room.fate = () => (still ? later(1_000) : undefined)
    yield* commit(
      one,
      ["1", "2", "3", "4", "5"].map((text) => say(text))
    )
    const waiting = yield* Effect.forkChild(bell.room)
    yield* settle
    assert.isUndefined(waiting.pollUnsafe())
    still = false
    yield* TestClock.adjust("1 seconds")
    yield* Fiber.join(waiting)
    yield* deliverer.drained
    assert.deepStrictEqual(textsIn(room, one), ["1", "2", "3", "4", "5"])
  })
)

it.effect("what the messenger puts off for a day is given up with its reason, and what is newer waits on", () =>
  Effect.gen(function* () {
    const { pendingOf, room, say: commit, world } = yield* openPost()
    let busy = true
    room.fate = (delivery) => (busy && delivery.conversation === one ? later(60_000) : undefined)
    yield* commit(one, [say("1"), say("2")])
    yield* TestClock.adjust("23 hours")
    yield* commit(one, [say("3")])
    assert.strictEqual(pendingOf(one), 3)
    yield* TestClock.adjust("2 hours")
    yield* settle
    const dead = world.database.conversations.get(one)?.dead
    assert.deepStrictEqual([...(dead?.keys() ?? [])], [1, 2])
    assert.include(dead?.get(1)?.reason, "busy")
    busy = false
    yield* TestClock.adjust("1 minute")
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["3"])
  })
)

it.effect("what waited for a day because nobody was there is tried for a while before it is given up", () =>
  Effect.gen(function* () {
    const { deliverer, pendingOf, room, say: commit } = yield* openPost()
    let busy = true
    room.fate = () => (busy ? later(60_000) : undefined)
    yield* commit(one, [say("1")], false)
    yield* TestClock.adjust("48 hours")
    yield* deliverer.sweep
    yield* TestClock.adjust("9 minutes")
    assert.strictEqual(pendingOf(one), 1)
    busy = false
    yield* TestClock.adjust("1 minute")
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1"])
  })
)

it.effect("a sweep of more than there is room for goes on as messages go, all of them once and in order", () =>
  Effect.gen(function* () {
    const { deliverer, pendingOf, room, say: commit } = yield* openPost({ pendingMax: 4 })
    const texts = Array.from({ length: 15 }, (_, i) => String(i + 1))
    for (const id of [one, other])
      yield* commit(
        id,
        texts.map((text) => say(text)),
        false
      )
    let busy = true
    room.fate = () => (busy ? later(1_000) : undefined)
    const sweeping = yield* Effect.forkChild(deliverer.sweep)
    yield* TestClock.adjust("3 seconds")
    assert.isUndefined(sweeping.pollUnsafe())
    assert.isAtMost(new Set(room.asked.map(({ conversation, seq }) => `${conversation}/${seq}`)).size, 8)
    busy = false
    yield* TestClock.adjust("1 second")
    yield* Fiber.join(sweeping)
    yield* deliverer.drained
    for (const id of [one, other]) assert.deepStrictEqual(textsIn(room, id), texts)
    assert.strictEqual(pendingOf(one) + pendingOf(other), 0)
    assert.strictEqual(room.recognised, 0)
  })
)
