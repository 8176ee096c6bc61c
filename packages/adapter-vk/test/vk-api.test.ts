import { assert, it } from "@effect/vitest"
import { Effect, Metric, Schema } from "effect"
import { VkApi, type CallOptions } from "../src/api/vk-api.ts"
import { retries } from "../src/api/measured.ts"
import { captureLogs } from "./fixtures/captured-logs.ts"
import { type Answer, json, scriptedVk, vkError } from "./fixtures/scripted-vk.ts"
import { canaryToken } from "./fixtures/with-sandbox.ts"

/** Answers one after another; the last one for ever. */
const inTurn = (answers: ReadonlyArray<Answer>) => {
  let next = 0
  return () => answers[Math.min(next++, answers.length - 1)] ?? null
}

const callOf = Effect.fnUntraced(function* (answers: ReadonlyArray<Answer>, options?: CallOptions) {
  const vk = yield* scriptedVk(inTurn(answers))
  const result = yield* Effect.gen(function* () {
    const api = yield* VkApi
    return yield* api.call("users.get", { user_ids: "1" }, Schema.Int, options)
  }).pipe(Effect.provide(vk.layer), Effect.result)
  return { result, vk }
})

it.live("the token goes in the body, never in the address", () =>
  Effect.gen(function* () {
    const { vk } = yield* callOf([json({ response: 1 })])
    assert.deepStrictEqual(
      vk.asked.map(({ name, params }) => [name, Object.fromEntries(params)]),
      [["users.get", { user_ids: "1", access_token: canaryToken, v: "5.199" }]]
    )
    assert.notInclude(vk.asked[0]?.url, canaryToken)
  })
)

it.live.each<{ what: string; bad: Answer }>([
  { what: "a cut connection", bad: null },
  { what: "HTTP 502 with a page", bad: { status: 502, body: "<html>" } },
  { what: "a page instead of JSON", bad: { body: "<html>" } },
  { what: "JSON that is no answer of VK", bad: json({ ok: true }) },
  { what: "VK's error 1", bad: vkError(1) },
  { what: "VK's error 6", bad: vkError(6) },
  { what: "VK's error 10", bad: vkError(10) },
  { what: "VK's error 36", bad: vkError(36) }
])(
  "$what is tried again",
  ({ bad }) =>
    Effect.gen(function* () {
      const { result, vk } = yield* callOf([bad, json({ response: 5 })])
      assert.strictEqual(result._tag === "Success" ? result.success : null, 5)
      assert.lengthOf(vk.asked, 2)
    }),
  // Each waits before it tries again.
  { concurrent: true }
)

it.live("what is tried again is counted by its method and by what the call before came to", () =>
  Effect.gen(function* () {
    const counts = Effect.forEach(["silent", "6", "8"], (code) =>
      Effect.map(Metric.value(retries("users.get", code)), ({ count }) => count)
    )
    const before = yield* counts
    yield* callOf([null, vkError(6), vkError(6), json({ response: 5 })])
    yield* callOf([vkError(8)])
    const after = yield* counts
    assert.deepStrictEqual(
      after.map((count, i) => count - (before[i] ?? 0)),
      [1, 2, 0]
    )
  })
)

it.live.each([9, 14, 29, 43])("VK's error %i is not tried again at once, and says how long to wait", (code) =>
  Effect.gen(function* () {
    const { result, vk } = yield* callOf([vkError(code)])
    const error = result._tag === "Failure" ? result.failure : null
    assert.isTrue(error?._tag === "VkUnavailable" && error.code === code && error.afterMs >= 30_000)
    assert.lengthOf(vk.asked, 1)
  })
)

it.live.each([5, 7, 15, 17, 27, 28, 42, 915, 1117])("VK's error %i needs the operator and says what to do", (code) =>
  Effect.gen(function* () {
    const { result, vk } = yield* callOf([vkError(code)])
    const error = result._tag === "Failure" ? result.failure : null
    assert.isTrue(error?._tag === "VkForbidden" && error.advice.length > 20)
    assert.lengthOf(vk.asked, 1)
  })
)

it.live.each([3, 8, 100, 113, 125, 900, 911, 12345])("VK's error %i is a refusal for good", (code) =>
  Effect.gen(function* () {
    const { result, vk } = yield* callOf([vkError(code)])
    assert.strictEqual(result._tag === "Failure" ? result.failure._tag : null, "VkRefused")
    assert.lengthOf(vk.asked, 1)
  })
)

it.live("an answer of another shape is a refusal that quotes nothing of it", () =>
  Effect.gen(function* () {
    const { result } = yield* callOf([json({ response: "people's words" })])
    assert.strictEqual(result._tag === "Failure" ? result.failure._tag : null, "VkRefused")
    assert.notInclude(JSON.stringify(result), "people's words")
  })
)

it.live("VK that never answers is given up after the attempts allowed", () =>
  Effect.gen(function* () {
    const vk = yield* scriptedVk(() => "hold")
    const error = yield* Effect.gen(function* () {
      const api = yield* VkApi
      return yield* Effect.flip(api.ask("users.get", {}, { attempts: 2, timeoutMs: 500 }))
    }).pipe(Effect.provide(vk.layer))
    assert.isTrue(error._tag === "VkUnavailable" && error.reason === "no answer in time")
    assert.lengthOf(vk.asked, 2)
  })
)

it.live("a redirect is not followed: the token stays with the address that was configured", () =>
  Effect.gen(function* () {
    const vk = yield* scriptedVk(({ name }, origin) =>
      name === "elsewhere"
        ? json({ response: 1 })
        : { status: 307, headers: { location: `${origin}/elsewhere` }, body: "" }
    )
    const error = yield* Effect.gen(function* () {
      const api = yield* VkApi
      return yield* Effect.flip(api.ask("users.get", {}, { attempts: 1 }))
    }).pipe(Effect.provide(vk.layer))
    assert.strictEqual(error._tag, "VkUnavailable")
    assert.strictEqual(vk.count("elsewhere"), 0)
  })
)

it.live("the token is in no error, even when VK echoes it", () =>
  Effect.gen(function* () {
    const logs = captureLogs()
    const echo = json({
      error: {
        error_code: 100,
        error_msg: `access_token ${canaryToken} is odd`,
        request_params: [{ key: "access_token", value: canaryToken }]
      }
    })
    const answers: ReadonlyArray<Answer> = [echo, null, { status: 500, body: canaryToken }, { body: canaryToken }]
    for (const answer of answers) {
      const { result } = yield* callOf([answer], { attempts: 1 })
      assert.strictEqual(result._tag, "Failure")
      if (result._tag === "Failure")
        yield* Effect.logError("it failed", result.failure).pipe(Effect.provide(logs.layer))
      assert.notInclude(JSON.stringify(result), canaryToken)
    }
    assert.lengthOf(logs.lines, 4)
    assert.notInclude(logs.lines.join(), canaryToken)
  })
)
