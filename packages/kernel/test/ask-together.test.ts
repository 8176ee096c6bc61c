/** What several owners ask the store at once goes in one question, and none of them feels another's trouble. */
import { assert, it } from "@effect/vitest"
import { StoreBroken, type StoreError, StoreUnavailable } from "@znatoki/ports/store-error"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { askTogether } from "../src/play/ask-together.ts"

const broken = new StoreBroken({ operation: "ask", problem: "nonsense" })
const away = new StoreUnavailable({ operation: "ask", cause: "nobody there" })

/** A store that answers every word with its length, when it is let; and remembers what it was asked. */
const makeStore = Effect.fnUntraced(function* (
  refuses: (words: ReadonlyArray<string>) => StoreError | null = () => null
) {
  const asked: Array<ReadonlyArray<string>> = []
  const answers = yield* Deferred.make<void>()
  const ask = yield* askTogether(
    Effect.fnUntraced(function* (words: ReadonlyArray<string>) {
      asked.push(words)
      yield* Deferred.await(answers)
      const refusal = refuses(words)
      if (refusal !== null) return yield* refusal
      return words.map(({ length }) => length)
    }),
    { atOnce: 1, max: 5, conversationOf: (word) => word }
  )
  const say = (...words: ReadonlyArray<string>) => Effect.forkScoped(ask(words), { startImmediately: true })
  return { asked, say, answer: Deferred.succeed(answers, undefined) }
})

const settle = Effect.repeat(Effect.yieldNow, { times: 20 })

it.effect("what is asked while a question is under way goes in the next one, and each has its own answers", () =>
  Effect.gen(function* () {
    const { answer, asked, say } = yield* makeStore()
    const first = yield* say("a")
    yield* settle
    const next = [yield* say("bb", "ccc"), yield* say(), yield* say("dddd")]
    yield* settle
    assert.deepStrictEqual(asked, [["a"]])
    yield* answer
    assert.deepStrictEqual(yield* Fiber.join(first), [1])
    assert.deepStrictEqual(yield* Effect.forEach(next, Fiber.join), [[2, 3], [], [4]])
    assert.deepStrictEqual(asked, [["a"], ["bb", "ccc", "dddd"]])
  }).pipe(Effect.scoped)
)

it.effect("a question has no conversation twice, and no more than fits; but what one owner brings stays together", () =>
  Effect.gen(function* () {
    const { answer, asked, say } = yield* makeStore()
    const all = [yield* say("first")]
    yield* settle
    for (const words of [["a"], ["b", "a"], ["c"], ["1", "2", "3", "4", "5", "6"], ["d"]])
      all.push(yield* say(...words))
    yield* answer
    yield* Effect.forEach(all, Fiber.join)
    assert.deepStrictEqual(asked, [["first"], ["a"], ["b", "a", "c"], ["1", "2", "3", "4", "5", "6"], ["d"]])
  }).pipe(Effect.scoped)
)

it.effect("what the store refuses of one owner is refused to nobody else", () =>
  Effect.gen(function* () {
    const { answer, say } = yield* makeStore((words) => (words.includes("poison") ? broken : null))
    yield* say("first")
    yield* settle
    const [sound, poison, behind] = [yield* say("a"), yield* say("poison"), yield* say("bb")]
    yield* answer
    assert.deepStrictEqual(yield* Fiber.join(sound), [1])
    assert.deepStrictEqual(yield* Effect.flip(Fiber.join(poison)), broken)
    assert.deepStrictEqual(yield* Fiber.join(behind), [2])
  }).pipe(Effect.scoped)
)

it.effect("a store that is away is not asked again for each of them", () =>
  Effect.gen(function* () {
    const { answer, asked, say } = yield* makeStore(() => away)
    yield* say("first")
    yield* settle
    const both = [yield* say("a"), yield* say("b")]
    yield* answer
    assert.deepStrictEqual(yield* Effect.forEach(both, (each) => Effect.flip(Fiber.join(each))), [away, away])
    assert.deepStrictEqual(asked, [["first"], ["a", "b"]])
  }).pipe(Effect.scoped)
)

it.effect(
  "who is given up while it waits is asked for no more, and one that is asked for does not take the others along",
  () =>
    Effect.gen(function* () {
      const { answer, asked, say } = yield* makeStore()
      const first = yield* say("first")
      yield* settle
      const [gone, here] = [yield* say("gone"), yield* say("here")]
      yield* Fiber.interrupt(gone)
      yield* Fiber.interrupt(first)
      yield* answer
      assert.deepStrictEqual(yield* Fiber.join(here), [4])
      assert.isTrue(Exit.isFailure(yield* Fiber.await(first)))
      assert.deepStrictEqual(asked, [["first"], ["here"]])
    }).pipe(Effect.scoped)
)

it.effect("a question that hangs holds up nobody when all who asked it have gone", () =>
  Effect.gen(function* () {
    const { asked, say } = yield* makeStore()
    const first = yield* say("hangs")
    yield* settle
    yield* say("next")
    yield* settle
    assert.deepStrictEqual(asked, [["hangs"]])
    yield* Fiber.interrupt(first)
    yield* settle
    assert.deepStrictEqual(asked, [["hangs"], ["next"]])
  }).pipe(Effect.scoped)
)
