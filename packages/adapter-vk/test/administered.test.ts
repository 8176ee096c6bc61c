import { assert, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { makeAdministered } from "../src/api/administered.ts"
import { type VkAnswer, VkApi } from "../src/api/vk-api.ts"
import { VkRefused } from "../src/api/vk-error.ts"

/** VK in which the bot administers the conversations with even numbers, and which counts how it is asked. */
const fakeVk = () => {
  const asked: Array<string> = []
  const vk = VkApi.of({
    isSpare: Effect.succeed(true),
    call: () => Effect.die("not asked here"),
    ask: (method, params) =>
      Effect.suspend((): Effect.Effect<VkAnswer, VkRefused> => {
        const peers = [...`${params["code"] ?? ""}${params["peer_id"] ?? ""}`.matchAll(/\d{10}/g)].map(Number)
        asked.push(`${method} of ${peers.length}`)
        const answers = peers.map((peer) => (peer % 2 === 0 ? { count: 3 } : false))
        if (method === "execute") {
          const executeErrors = answers.filter((each) => each === false).map(() => ({ code: 917, message: "no" }))
          return Effect.succeed({ response: answers, executeErrors })
        }
        return answers[0] === false
          ? Effect.fail(new VkRefused({ method, code: 917, message: "no" }))
          : Effect.succeed({ response: answers[0], executeErrors: [] })
      })
  })
  return { asked, administered: makeAdministered(vk) }
}

const chats = (...numbers: ReadonlyArray<number>) =>
  numbers.map((number) => ({ peerId: 2_000_000_000 + number, anew: false }))

it.effect("a page of conversations is asked for in one request, each of them once", () =>
  Effect.gen(function* () {
    const { administered, asked } = fakeVk()
    const ours = yield* administered(chats(1, 2, 3, 4, 2))
    assert.deepStrictEqual([...ours], [2_000_000_002, 2_000_000_004])
    assert.deepStrictEqual(asked, ["execute of 4"])
    assert.strictEqual((yield* administered([])).size, 0)
    assert.lengthOf(asked, 1)
  })
)

it.effect("what it administers is remembered for an hour, what it does not is asked for again", () =>
  Effect.gen(function* () {
    const { administered, asked } = fakeVk()
    yield* administered(chats(1, 2))
    assert.deepStrictEqual([...(yield* administered(chats(2)))], [2_000_000_002])
    assert.lengthOf(asked, 1)
    yield* administered(chats(1, 2))
    assert.strictEqual(asked.at(-1), "messages.getConversationMembers of 1")
    yield* TestClock.adjust("61 minutes")
    yield* administered(chats(2))
    assert.lengthOf(asked, 3)
  })
)

it.effect("a conversation that has invited the bot once more is asked for anew", () =>
  Effect.gen(function* () {
    const { administered, asked } = fakeVk()
    yield* administered(chats(2))
    const [invited] = chats(2)
    if (invited !== undefined) yield* administered([{ ...invited, anew: true }])
    assert.lengthOf(asked, 2)
  })
)
