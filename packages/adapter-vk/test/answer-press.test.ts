/** A crowd that presses at once: nobody waits for the answers of all who pressed before. */
import { assert, it } from "@effect/vitest"
import { PressRef } from "@znatoki/chat/chat-input"
import { Deferred, Effect, Fiber, Layer, Semaphore } from "effect"
import { TestClock } from "effect/testing"
import { VkApi } from "../src/api/vk-api.ts"
import { VkUnavailable } from "../src/api/vk-error.ts"
import { AnswerPress } from "../src/presses/answer-press.ts"

/** VK that answers nothing until so many requests are under way at once. */
const answersWith = Effect.fnUntraced(function* (atOnce: number) {
  const enough = yield* Deferred.make<void>()
  const sizes: Array<number> = []
  let underWay = 0
  const ask = (_: string, { code }: { readonly [name: string]: string }) =>
    Effect.gen(function* () {
      const calls = (code?.match(/API\./g) ?? [0]).length
      sizes.push(calls)
      underWay++
      if (underWay >= atOnce) yield* Deferred.succeed(enough, undefined)
      yield* Deferred.await(enough)
      underWay--
      return { response: Array.from({ length: calls }, () => 1), executeErrors: [] }
    })
  const vk = Layer.succeed(VkApi, { isSpare: Effect.succeed(true), ask, call: () => Effect.die("not asked") })
  return { sizes, layer: AnswerPress.layer.pipe(Layer.provide(vk)) }
})

it.effect("full requests go side by side, so that a hundred presses wait for one answer and not for four", () =>
  Effect.gen(function* () {
    const { layer, sizes } = yield* answersWith(4)
    const { answer } = yield* AnswerPress.pipe(Effect.provide(yield* Layer.build(layer)))
    const presses = Array.from({ length: 100 }, (_, i) => PressRef.make(`1:2000000001:${i + 1}:press-${i}`))
    // The test's clock stands still: whoever had to wait for a slot would wait for ever.
    yield* Effect.forEach(presses, (press) => answer(press, "Вы за столом"), { concurrency: "unbounded" })
    assert.deepStrictEqual(sizes, [25, 25, 25, 25])
  }).pipe(Effect.scoped)
)

it.effect(
  "presses that VK answered as little as any others go together again when it is back, and leave room for messages",
  () =>
    Effect.gen(function* () {
      const door = Semaphore.makeUnsafe(1)
      let [hangs, requests] = [true, 0]
      const ask = (method: string, { code }: { readonly [name: string]: string }) =>
        Effect.gen(function* () {
          // Twenty a second.
          yield* door.withPermit(Effect.sleep("50 millis"))
          if (hangs) {
            yield* Effect.sleep("5 seconds")
            return yield* new VkUnavailable({ method, code: null, reason: "silence", afterMs: 1_000, timedOut: true })
          }
          requests++
          const calls = code === undefined ? 1 : (code.match(/API\./g) ?? []).length
          return { response: Array.from({ length: calls }, () => 1), executeErrors: [] }
        })
      const vk = Layer.succeed(VkApi, { isSpare: Effect.succeed(true), ask, call: () => Effect.die("not asked") })
      const { answer } = yield* AnswerPress.pipe(
        Effect.provide(yield* Layer.build(AnswerPress.layer.pipe(Layer.provide(vk))))
      )
      const presses = Array.from({ length: 600 }, (_, i) => PressRef.make(`1:${2_000_000_001 + i}:1:press-${i}`))
      const all = yield* Effect.forkChild(
        Effect.forEach(presses, (press) => answer(press, null), { concurrency: "unbounded" })
      )
      for (let second = 0; second < 20; second++) yield* TestClock.adjust("1 second")
      hangs = false
      for (let second = 0; second < 38; second++) yield* TestClock.adjust("1 second")
      yield* Fiber.join(all)
      assert.isBelow(requests, 300)
    }).pipe(Effect.scoped)
)
