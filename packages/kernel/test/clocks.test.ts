/** A clock in a message runs while nothing else is to be said, is taken away when its wait is over, and holds up nobody. */
import { assert, it } from "@effect/vitest"
import type { Outgoing, RunningClock } from "@znatoki/chat/message"
import { clockLine } from "@znatoki/host/clock"
import type { DeliveryResult } from "@znatoki/ports/messenger"
import { say } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { conversation } from "../src/testing/chat-room.ts"
import { openPost, textsIn } from "./post-office.ts"
import { settle } from "./scripted-game.ts"

const [one, other] = [conversation(1), conversation(2)]
const minute = 60_000

const clockUntil = (endsAtMs: number, ofMs = minute, name = "1/1.1/clock"): RunningClock => ({ name, endsAtMs, ofMs })
const clocked = (message: Outgoing, clock: RunningClock): Outgoing => ({ ...message, clock })
const asked = (clock: RunningClock): Outgoing => clocked(say(`Кто?\n\n${clockLine(clock.ofMs, clock.ofMs)}\nВы`), clock)
const later: DeliveryResult = { _tag: "Later", reason: "busy", afterMs: 100 }

const pass = Effect.fnUntraced(function* (seconds: number) {
  for (let i = 0; i < seconds; i++) {
    yield* TestClock.adjust("1 second")
    yield* settle
  }
})
const secondsShown = (text = ""): string | undefined => /[■□]{8} (.*)/u.exec(text)?.[1]

it.effect("a minute has five changes: four moves of the clock, and one that takes it away", () =>
  Effect.gen(function* () {
    const { room, say: commit } = yield* openPost()
    yield* commit(one, [asked(clockUntil(minute))])
    yield* settle
    const seen = new Set<string | undefined>()
    for (let i = 0; i < 59; i++) {
      yield* pass(1)
      seen.add(secondsShown(textsIn(room, one)[0]))
    }
    assert.strictEqual(room.decorated.length, 4)
    assert.strictEqual(seen.size, 5)
    yield* commit(one, [say("Время!")])
    yield* pass(3)
    assert.deepStrictEqual(textsIn(room, one), ["Кто?\n\nВы", "Время!"])
    assert.strictEqual(room.decorated.length, 5)
    yield* pass(100)
    assert.strictEqual(room.decorated.length, 5)
  })
)

it.effect(
  "what is said meanwhile and leaves the wait as it is does not stop it; what moves its end moves the clock",
  () =>
    Effect.gen(function* () {
      const { room, say: commit } = yield* openPost()
      yield* commit(one, [asked(clockUntil(minute))])
      yield* pass(13)
      assert.strictEqual(secondsShown(textsIn(room, one)[0]), "Осталось 48 секунд")
      yield* commit(one, [clocked(say("Ещё минуту"), clockUntil(2 * minute, 2 * minute))])
      yield* pass(2)
      assert.strictEqual(secondsShown(textsIn(room, one)[0]), "Осталось 1 минута 45 секунд")
    })
)

it.effect("it waits until what is to be said is said, and shows the time of then", () =>
  Effect.gen(function* () {
    const { room, say: commit } = yield* openPost()
    yield* commit(one, [asked(clockUntil(minute))])
    yield* settle
    room.fate = () => ({ ...later, afterMs: 20_000 })
    yield* commit(one, [clocked(say("Осталось немного"), clockUntil(minute))])
    yield* pass(15)
    assert.deepStrictEqual(room.decorated, [])
  })
)

it.effect.each([
  ["puts it off", later],
  ["refuses it", { _tag: "Refused", reason: "too old" }],
  ["is gone", { _tag: "Gone", reason: "put out" }]
] satisfies ReadonlyArray<readonly [string, DeliveryResult]>)(
  "where the messenger %s, no clock is shown for ten minutes, and elsewhere it runs",
  ([, fate]) =>
    Effect.gen(function* () {
      const { room, say: commit } = yield* openPost()
      room.decorFate = (delivery) => (delivery.conversation === one ? fate : undefined)
      yield* commit(one, [asked(clockUntil(minute))])
      yield* commit(other, [asked(clockUntil(minute))])
      yield* pass(55)
      const of = (room_ = one) => room.decorated.filter((each) => each.conversation === room_).length
      assert.deepStrictEqual([of(one), of(other)], [1, 4])
      const again = (yield* TestClock.testClockWith((clock) => clock.currentTimeMillis)) + minute
      yield* commit(one, [asked(clockUntil(again, minute, "1/2.1/clock"))])
      yield* pass(55)
      assert.strictEqual(of(one), 1)
      yield* TestClock.adjust("9 minutes")
      const third = (yield* TestClock.testClockWith((clock) => clock.currentTimeMillis)) + minute
      room.decorFate = () => undefined
      yield* commit(one, [asked(clockUntil(third, minute, "1/3.1/clock"))])
      yield* pass(20)
      assert.strictEqual(of(one), 2)
    })
)

it.effect("where the messenger takes nothing at all, all of them rest for a minute", () =>
  Effect.gen(function* () {
    const { room, say: commit } = yield* openPost()
    room.decorFate = () => later
    for (let i = 1; i <= 3; i++) yield* commit(conversation(i), [asked(clockUntil(minute))])
    yield* pass(15)
    assert.strictEqual(room.decorated.length, 3)
    room.decorFate = () => undefined
    yield* commit(conversation(9), [asked(clockUntil(2 * minute, 2 * minute))])
    yield* pass(50)
    assert.strictEqual(room.decorated.length, 3)
    yield* pass(9)
    assert.strictEqual(room.decorated.length, 4)
  })
)

it.effect("nothing of it is stored: after a restart the clock stays as it was", () =>
  Effect.gen(function* () {
    const first = yield* openPost()
    yield* first.say(one, [asked(clockUntil(minute))])
    yield* pass(13)
    yield* first.stop
    assert.strictEqual(first.pendingOf(one), 0)
    const second = yield* openPost({ world: first.world })
    yield* second.say(one, [say("Время!")])
    yield* pass(20)
    assert.strictEqual(second.room.decorated.length, 1)
  })
)

it.effect("a message that is to come after a pause comes then, and others are not held up by it", () =>
  Effect.gen(function* () {
    const { room, say: commit } = yield* openPost()
    yield* commit(one, [say("Волчок крутится…"), { ...say("Сектор 7"), afterMs: 2_000 }, say("Дальше")])
    yield* commit(other, [say("a")])
    yield* settle
    assert.deepStrictEqual([textsIn(room, one), textsIn(room, other)], [["Волчок крутится…"], ["a"]])
    yield* commit(other, [{ ...say("b"), afterMs: 2_000 }])
    yield* settle
    assert.deepStrictEqual(textsIn(room, other), ["a", "b"])
    yield* pass(2)
    assert.deepStrictEqual(textsIn(room, one), ["Волчок крутится…", "Сектор 7", "Дальше"])
  })
)

it.effect("what waits for its moment does not count as too much that waits: whoever decides goes on", () =>
  Effect.gen(function* () {
    const { bell, room, say: commit } = yield* openPost({ pendingMax: 1 })
    yield* commit(one, [say("Волчок крутится…"), { ...say("Сектор 7"), afterMs: 2_000 }])
    yield* settle
    const held = yield* Effect.timeoutOption(bell.room, "1 second").pipe(Effect.forkScoped)
    yield* settle
    assert.deepStrictEqual(held.pollUnsafe()?._tag, "Success")
    assert.deepStrictEqual(textsIn(room, one), ["Волчок крутится…"])
    yield* pass(2)
    assert.deepStrictEqual(textsIn(room, one), ["Волчок крутится…", "Сектор 7"])
  }).pipe(Effect.scoped)
)
