import { assert, it } from "@effect/vitest"
import { Clock, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { makeLongPoll, type News } from "../src/intake/long-poll.ts"
import { VkApi } from "../src/api/vk-api.ts"
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
  const all: Array<News> = []
  const take = (news: News) => Effect.sync(() => void all.push(news))
  const polling = Effect.gen(function* () {
    return yield* makeLongPoll(yield* VkApi, 1).run(options.from ?? null, take)
  }).pipe(Effect.provide(vk.layer), Effect.provide(captureLogs().layer))
  const fiber = yield* Effect.forkChild(polling)
  yield* eventually("the last answer was used", () => vk.count("whp") > answers.length)
  yield* Fiber.interrupt(fiber)
  const asked = vk.asked
    .filter(({ name }) => name === "whp")
    .map(({ params }) => `${params.get("key")}/${params.get("ts")}`)
  const pages = all.flatMap((news) =>
    news._tag === "Page" && news.updates.length > 0 ? [[news.ts, news.updates] as const] : []
  )
  return { pages, all, asked, servers: vk.count("groups.getLongPollServer"), vk }
})

const told = (news: News): string => (news._tag === "Deaf" ? "Deaf" : `${news._tag} ${news.ts}`)

it.live("a first start keeps at once the place it begins from, then goes page by page", () =>
  Effect.gen(function* () {
    const { all, asked, pages } = yield* pollThrough([
      json({ ts: "102", updates: ["a", "b"] }),
      json({ ts: "102", updates: [] }),
      json({ ts: "103", updates: ["c"] })
    ])
    assert.deepStrictEqual(pages, [
      ["102", ["a", "b"]],
      ["103", ["c"]]
    ])
    assert.deepStrictEqual(all[0], { _tag: "Begins", ts: "100" })
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
    const { all, asked, servers } = yield* pollThrough([json({ failed: 1, ts: 95 })], { from: "7" })
    assert.deepStrictEqual(asked, ["key1/7", "key1/95"])
    assert.deepStrictEqual(all.map(told), ["Lost 95"])
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
    const { all, asked } = yield* pollThrough([json({ failed: 3 })], { from: "90", fresh: "150" })
    assert.deepStrictEqual(asked, ["key1/90", "key2/150"])
    assert.deepStrictEqual(all.map(told), ["Lost 150"])
  })
)

it.live.each<{ what: string; bad: Answer }>([
  { what: "a cut connection", bad: null },
  { what: "HTTP 403", bad: { status: 403, body: "Forbidden" } },
  { what: "HTTP 503 with a page", bad: { status: 503, body: "<html>" } },
  { what: "a page instead of JSON", bad: { body: "<html>" } },
  { what: "a redirect", bad: { status: 302, headers: { location: "/elsewhere" }, body: '{"ts":"666","updates":[]}' } },
  { what: "an answer without end", bad: { body: `{"ts":"666","updates":["${"a".repeat(17 * 1024 * 1024)}"]}` } },
  { what: "an endless ts", bad: { body: '{"ts":1e308,"updates":[]}' } },
  { what: "a ts of null", bad: json({ ts: null, updates: ["x"] }) },
  { what: "an object for a ts", bad: json({ ts: {}, updates: [] }) },
  { what: "a negative ts", bad: json({ ts: -1, updates: [] }) },
  { what: "words for a ts", bad: json({ ts: "1e3", updates: [] }) },
  { what: "a lost history without a place to go on from", bad: json({ failed: 1, ts: null }) },
  { what: "a failure nobody knows", bad: json({ failed: 9 }) },
  { what: "JSON of another shape", bad: json({ hello: 1 }) }
])(
  "after $what the same question is asked again, and not the server's address",
  ({ bad }) =>
    Effect.gen(function* () {
      const { all, asked, pages, servers } = yield* pollThrough([bad, json({ ts: "101", updates: ["a"] })], {
        from: "100"
      })
      assert.deepStrictEqual(all.map(told), ["Deaf", "Page 101"])
      assert.deepStrictEqual(asked, ["key1/100", "key1/100", "key1/101"])
      assert.deepStrictEqual(pages, [["101", ["a"]]])
      assert.strictEqual(servers, 1)
    }),
  // Each waits before it asks again.
  { concurrent: true }
)

/** Where no time passes, so that whatever waits for a moment waits for ever. */
const pollAsTimeStands = (answer: Answer) =>
  Effect.gen(function* () {
    const vk = yield* scriptedVk(({ name }, origin) =>
      name === "whp" ? answer : json({ response: { server: `${origin}/whp`, key: "key", ts: "100" } })
    )
    yield* Effect.gen(function* () {
      return yield* makeLongPoll(yield* VkApi, 1).run("90", () => Effect.void)
    }).pipe(
      Effect.provide(vk.layer),
      Effect.provide(captureLogs().layer),
      Effect.provide(TestClock.layer()),
      Effect.forkChild
    )
    return vk
  })

it.live("a new server is asked for before the pause, so that what is written in it comes after its place", () =>
  Effect.gen(function* () {
    const vk = yield* pollAsTimeStands(json({ failed: 3 }))
    yield* eventually("both failures made it ask", () => vk.count("groups.getLongPollServer") === 3)
    assert.strictEqual(vk.count("whp"), 2)
  })
)

it.live.each([
  json({ ts: "90", updates: [] }),
  json({ ts: "91", updates: [] }),
  json({ ts: "90", updates: ["the same again"] })
])("after an answer that came at once and told nothing new, %j, VK is left alone for a moment", (answer) =>
  Effect.gen(function* () {
    const vk = yield* pollAsTimeStands(answer)
    yield* eventually("it is asked", () => vk.count("whp") > 0)
    for (let turn = 0; turn < 20; turn++) yield* Effect.sleep("5 millis")
    assert.isAtMost(vk.count("whp"), 2)
  })
)

it.live("who has to know is told at once, though VK was given time to wait", () =>
  Effect.gen(function* () {
    const vk = yield* scriptedVk(({ name, params }, origin) => {
      if (name !== "whp") return json({ response: { server: `${origin}/whp`, key: "key", ts: "100" } })
      return params.get("wait") === "0" ? json({ ts: "100", updates: [] }) : "hold"
    })
    let pages = 0
    yield* Effect.gen(function* () {
      const longPoll = makeLongPoll(yield* VkApi, 1)
      yield* Effect.forkChild(longPoll.run("100", () => Effect.sync(() => void pages++)))
      yield* eventually("VK was given time to wait", () => vk.asked.some(({ params }) => params.get("wait") === "25"))
      const before = pages
      yield* longPoll.ask
      yield* eventually("it is known that nothing is new", () => pages > before)
    }).pipe(Effect.provide(vk.layer), Effect.provide(captureLogs().layer))
  })
)

it.live.each([2, 3])("while VK gives no new key after failed %i nobody is heard, and it is told since when", (failed) =>
  Effect.gen(function* () {
    let [polls, refusals] = [0, 4]
    const vk = yield* scriptedVk(({ name }, origin) => {
      if (name === "whp") return polls++ === 0 ? json({ failed }) : json({ ts: "91", updates: ["a"] })
      return polls > 0 && refusals-- > 0 ? null : json({ response: { server: `${origin}/whp`, key: "key", ts: "90" } })
    })
    const all: Array<News> = []
    const take = (news: News) => Effect.sync(() => void all.push(news))
    const beganMs = yield* Clock.currentTimeMillis
    yield* Effect.gen(function* () {
      yield* Effect.forkChild(makeLongPoll(yield* VkApi, 1).run("90", take))
      yield* eventually("it is polled again", () => all.some(({ _tag }) => _tag === "Page"))
    }).pipe(Effect.provide(vk.layer), Effect.provide(captureLogs().layer))
    const [deaf] = all
    assert.isTrue(deaf?._tag === "Deaf" && deaf.sinceMs - beganMs < 1_000, JSON.stringify(all))
    assert.strictEqual(vk.count("groups.getLongPollServer"), 6)
  })
)

it.live.each<{ what: string; odd: object }>([
  { what: "from no place", odd: { ts: null } },
  { what: "at no address", odd: { server: "" } },
  { what: "at what is no address of the web", odd: { server: "/whp" } },
  { what: "by no key", odd: { key: "" } }
])("a server nobody can ask, $what, is asked for again at once", ({ odd }) =>
  Effect.gen(function* () {
    let isOdd = true
    const vk = yield* scriptedVk(({ name }, origin) => {
      if (name === "whp") return "hold"
      const server = { server: `${origin}/whp`, key: "key", ts: "100", ...(isOdd ? odd : {}) }
      isOdd = false
      return json({ response: server })
    })
    yield* Effect.gen(function* () {
      yield* Effect.forkChild(makeLongPoll(yield* VkApi, 1).run(null, () => Effect.void))
      yield* eventually("it is polled", () => vk.count("whp") > 0)
    }).pipe(Effect.provide(vk.layer), Effect.provide(captureLogs().layer))
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
