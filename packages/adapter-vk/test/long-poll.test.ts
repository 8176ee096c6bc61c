import { assert, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"
import { makeLongPoll } from "../src/long-poll.ts"
import { VkApi } from "../src/vk-api.ts"
import { captureLogs } from "./fixtures/captured-logs.ts"
import { type Answer, json, scriptedVk, vkError } from "./fixtures/scripted-vk.ts"
import { eventually } from "./fixtures/with-sandbox.ts"

/** Polls through the answers, then silence; each server VK names begins at `fresh`. */
const pollThrough = Effect.fnUntraced(function* (
  answers: ReadonlyArray<Answer>,
  options: { readonly from?: string; readonly fresh?: string } = {}
) {
  let polls = 0
  let keys = 0
  const vk = yield* scriptedVk(({ name }, origin) => {
    if (name === "whp") return polls < answers.length ? (answers[polls++] ?? null) : "hold"
    return json({ response: { server: `${origin}/whp`, key: `key${++keys}`, ts: options.fresh ?? "100" } })
  })
  const pages: Array<readonly [string, ReadonlyArray<unknown>]> = []
  const take = (ts: string, updates: ReadonlyArray<unknown>) => Effect.sync(() => void pages.push([ts, updates]))
  const polling = Effect.gen(function* () {
    return yield* makeLongPoll(yield* VkApi, 1).run(options.from ?? null, take)
  }).pipe(Effect.provide(vk.layer), Effect.provide(captureLogs().layer))
  const fiber = yield* Effect.forkChild(polling)
  yield* eventually("the last answer was used", () => vk.count("whp") > answers.length)
  yield* Fiber.interrupt(fiber)
  const asked = vk.asked
    .filter(({ name }) => name === "whp")
    .map(({ params }) => `${params.get("key")}/${params.get("ts")}`)
  return { pages, asked, servers: vk.count("groups.getLongPollServer"), vk }
})

it.live("a first start keeps at once the place it begins from, then goes page by page", () =>
  Effect.gen(function* () {
    const { asked, pages } = yield* pollThrough([
      json({ ts: "102", updates: ["a", "b"] }),
      json({ ts: "102", updates: [] }),
      json({ ts: "103", updates: ["c"] })
    ])
    assert.deepStrictEqual(pages, [
      ["100", []],
      ["102", ["a", "b"]],
      ["103", ["c"]]
    ])
    assert.deepStrictEqual(asked, ["key1/100", "key1/102", "key1/102", "key1/103"])
  })
)

it.live("a kept place is used instead of VK's newest", () =>
  Effect.gen(function* () {
    const { asked, pages } = yield* pollThrough([json({ ts: "91", updates: ["missed"] })], { from: "90" })
    assert.deepStrictEqual(pages, [["91", ["missed"]]])
    assert.deepStrictEqual(asked, ["key1/90", "key1/91"])
  })
)

it.live("failed 1 goes on from the number VK gives, with the same key", () =>
  Effect.gen(function* () {
    const { asked, pages, servers } = yield* pollThrough([json({ failed: 1, ts: 95 })], { from: "7" })
    assert.deepStrictEqual(asked, ["key1/7", "key1/95"])
    assert.deepStrictEqual(pages, [["95", []]])
    assert.strictEqual(servers, 1)
  })
)

it.live("failed 2 takes a new key and keeps the place", () =>
  Effect.gen(function* () {
    const { asked, pages } = yield* pollThrough([json({ failed: 2 })], { from: "90", fresh: "150" })
    assert.deepStrictEqual(asked, ["key1/90", "key2/90"])
    assert.deepStrictEqual(pages, [])
  })
)

it.live("failed 3 takes a new key and a new place, which is kept", () =>
  Effect.gen(function* () {
    const { asked, pages } = yield* pollThrough([json({ failed: 3 })], { from: "90", fresh: "150" })
    assert.deepStrictEqual(asked, ["key1/90", "key2/150"])
    assert.deepStrictEqual(pages, [["150", []]])
  })
)

it.live.each<{ what: string; bad: Answer }>([
  { what: "a cut connection", bad: null },
  { what: "HTTP 403", bad: { status: 403, body: "Forbidden" } },
  { what: "HTTP 503 with a page", bad: { status: 503, body: "<html>" } },
  { what: "a page instead of JSON", bad: { body: "<html>" } },
  { what: "JSON of another shape", bad: json({ hello: 1 }) }
])("after $what the same question is asked again, and not the server's address", ({ bad }) =>
  Effect.gen(function* () {
    const { asked, pages, servers } = yield* pollThrough([bad, json({ ts: "101", updates: ["a"] })], { from: "100" })
    assert.deepStrictEqual(asked, ["key1/100", "key1/100", "key1/101"])
    assert.deepStrictEqual(pages, [["101", ["a"]]])
    assert.strictEqual(servers, 1)
  })
)

it.live("Long Poll that is switched off comes out as VK's refusal", () =>
  Effect.gen(function* () {
    const vk = yield* scriptedVk(() => vkError(100, "longpoll for this group is not enabled"))
    const error = yield* Effect.gen(function* () {
      return yield* Effect.flip(makeLongPoll(yield* VkApi, 1).run(null, () => Effect.void))
    }).pipe(Effect.provide(vk.layer))
    assert.isTrue(error._tag === "VkRefused" && error.code === 100)
  })
)
