/** A failure that repeats itself is one line when it begins, and one when it ends. */
import { assert, it } from "@effect/vitest"
import { LastingTrouble } from "@znatoki/ports/lasting-trouble"
import { Effect, Logger } from "effect"
import { TestClock } from "effect/testing"

const telling = () => {
  const lines: Array<string> = []
  const logger = Logger.make(({ logLevel, message }) => {
    if (logLevel !== "Debug") lines.push(`${logLevel} ${JSON.stringify(message)}`)
  })
  return { lines, layer: Logger.layer([logger]) }
}

const sentences = { begins: "it is away", ends: "it is back" }

it.effect("however many wait, and however often each of them tries", () => {
  const { layer, lines } = telling()
  return Effect.gen(function* () {
    const trouble = new LastingTrouble(sentences)
    yield* trouble.over("anna")
    for (const who of ["anna", "boris", "anna", "boris"]) {
      yield* trouble.failed(who, { who })
      yield* TestClock.adjust("1 second")
    }
    yield* trouble.over("anna")
    assert.strictEqual((yield* trouble.lasting)?.forMs, 4_000)
    assert.deepStrictEqual(lines, ['Warn ["it is away",{"who":"anna"}]'])
    yield* trouble.over("boris")
    yield* trouble.over("boris")
    assert.deepStrictEqual(lines.slice(1), ['Warn ["it is back",{"sinceMs":0,"forMs":4000}]'])
    assert.isNull(yield* trouble.lasting)
  }).pipe(Effect.provide(layer))
})

it.effect("whoever leaves has it end without a word, and it may begin again", () => {
  const { layer, lines } = telling()
  return Effect.gen(function* () {
    const trouble = new LastingTrouble(sentences)
    yield* trouble.failed("anna", {})
    trouble.leave("anna")
    yield* trouble.failed("boris", {})
    assert.lengthOf(lines, 2)
  }).pipe(Effect.provide(layer))
})
