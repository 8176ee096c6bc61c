/** Whatever the doorbell does, everything is said once and in its order: the outbox is the truth. */
import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { say } from "@znatoki/test-contracts/contracts/sample-commits"
import { conversation } from "../src/testing/chat-room.ts"
import { openPost, textsIn } from "./post-office.ts"
import { settle } from "./scripted-game.ts"

const one = conversation(1)

it.effect("a ring that is lost is made up for by the next one", () =>
  Effect.gen(function* () {
    const { room, say: commit } = yield* openPost()
    yield* commit(one, [say("1")])
    yield* commit(one, [say("2"), say("3")], false)
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1"])
    yield* commit(one, [say("4")])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1", "2", "3", "4"])
    assert.strictEqual(room.asked.length, 4)
  })
)

it.effect("rings that come twice, late or in another order say nothing twice and nothing out of order", () =>
  Effect.gen(function* () {
    const { bell, room, say: commit } = yield* openPost()
    const rings = []
    for (const text of ["1", "2", "3", "4"]) rings.push(yield* commit(one, [say(text)], false))
    const [first, second, third, fourth] = rings
    if (first === undefined || second === undefined || third === undefined || fourth === undefined) return
    yield* bell.ring([third, first])
    yield* bell.ring([second, second, third])
    yield* settle
    yield* bell.ring([fourth])
    yield* settle
    yield* bell.ring(rings)
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1", "2", "3", "4"])
    assert.strictEqual(room.asked.length, 4)
  })
)

it.effect("a ring that only tells of something has it looked for", () =>
  Effect.gen(function* () {
    const { bell, room, say: commit } = yield* openPost()
    yield* commit(one, [say("1"), say("2")], false)
    yield* bell.ring([{ conversation: one, upTo: 2, messages: [] }])
    yield* settle
    assert.deepStrictEqual(textsIn(room, one), ["1", "2"])
  })
)

it.effect("what somebody else has said meanwhile is not said again", () =>
  Effect.gen(function* () {
    const mine = yield* openPost()
    const theirs = yield* openPost({ world: mine.world })
    yield* mine.say(one, [say("1")])
    yield* settle
    yield* theirs.say(one, [say("2")])
    yield* settle
    yield* mine.say(one, [say("3")])
    yield* settle
    assert.deepStrictEqual(textsIn(mine.room, one), ["1", "2", "3"])
    assert.strictEqual(mine.room.asked.length, 3)
  })
)
