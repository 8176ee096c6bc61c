/** What every QuestionBank does: draws without repeats as long as it can, the same for the same seed. */
import { assert } from "@effect/vitest"
import type { Question } from "@znatoki/engine"
import { GameStore } from "@znatoki/ports/game-store"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { Effect, type Layer } from "effect"
import { commitOf, conversation, question } from "./sample-commits.ts"
import { contract, type Sentence } from "./suite.ts"

const a = conversation("a")
const b = conversation("b")

const rich: Question = {
  ...question(41, "Что написано на плакате? 🎈 «ёлочки»"),
  handout: { text: "Раздача", imageUrl: "https://example.org/a.png" },
  accepted: ["раз", 'д\'ва "три"', "{четыре, пять}", "NULL", "\\"],
  rejected: ["шесть"],
  comment: "Комментарий\nв две строки",
  source: "Книга"
}
const ten = Array.from({ length: 10 }, (_, i) => question(i + 1))

/** `holding`: a layer with these published questions and nothing else whenever it is built; ids are whole numbers. */
export const questionBankContract = <E>(
  name: string,
  holding: (questions: ReadonlyArray<Question>) => Layer.Layer<GameStore | QuestionBank, E>
): void => {
  contract("QuestionBank", `${name}, empty`, holding([]), drawingNothing)
  contract("QuestionBank", `${name}, one question`, holding([rich]), drawingOne)
  contract("QuestionBank", `${name}, ten questions`, holding(ten), (proves) => {
    repeating(proves)
    choosing(proves)
  })
}

type Proves = Sentence<GameStore | QuestionBank>

const drawingNothing = (proves: Proves) => {
  proves("where there are no questions every draw is null", () =>
    Effect.gen(function* () {
      const bank = yield* QuestionBank
      assert.deepStrictEqual(
        yield* bank.draw([
          { conversation: a, seed: 1 },
          { conversation: b, seed: 2 }
        ]),
        [null, null]
      )
    })
  )

  proves("no draws give no questions", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* (yield* QuestionBank).draw([]), [])
    })
  )
}

const drawingOne = (proves: Proves) => {
  proves("a question comes whole", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* (yield* QuestionBank).draw([{ conversation: a, seed: -5 }]), [{ question: rich }])
    })
  )
}

/** Plays so many rounds in a conversation: draws and commits what was drawn. */
const drawn = Effect.fnUntraced(function* (rounds: number, seedOf: (round: number) => number) {
  const bank = yield* QuestionBank
  const store = yield* GameStore
  const ids: Array<Question["id"]> = []
  for (let version = 1; version <= rounds; version++) {
    const [found] = yield* bank.draw([{ conversation: a, seed: seedOf(version) }])
    if (found === undefined || found === null) break
    yield* store.commit([commitOf(a, version, { asked: [found.question.id] })])
    ids.push(found.question.id)
  }
  return ids
})

const repeating = (proves: Proves) => {
  proves("nothing is drawn twice until all was asked; then what was asked longest ago", () =>
    Effect.gen(function* () {
      const ids = yield* drawn(30, (round) => round * 7_919)
      assert.strictEqual(new Set(ids.slice(0, 10)).size, 10)
      assert.deepStrictEqual(ids.slice(10, 20), ids.slice(0, 10))
      assert.deepStrictEqual(ids.slice(20, 30), ids.slice(0, 10))
    })
  )

  proves("what one conversation was asked is new to another", () =>
    Effect.gen(function* () {
      yield* drawn(10, (round) => round)
      const [first] = yield* (yield* QuestionBank).draw([{ conversation: b, seed: 1 }])
      const [second] = yield* (yield* QuestionBank).draw([{ conversation: conversation("c"), seed: 1 }])
      assert.deepStrictEqual(first, second)
    })
  )

  proves("a question asked twice was last asked the second time", () =>
    Effect.gen(function* () {
      const bank = yield* QuestionBank
      const store = yield* GameStore
      const ids = ten.map(({ id }) => id)
      yield* store.commit([commitOf(a, 1, { asked: ids })])
      const [first] = ids
      yield* store.commit([commitOf(a, 2, { asked: first === undefined ? [] : [first] })])
      const [next] = yield* bank.draw([{ conversation: a, seed: 3 }])
      assert.strictEqual(next?.question.id, ids[1])
    })
  )

  proves("a question that the bank does not know may be asked", () =>
    Effect.gen(function* () {
      const store = yield* GameStore
      const asked = [question(999).id, ...ten.slice(1).map(({ id }) => id)]
      assert.deepStrictEqual(yield* store.commit([commitOf(a, 1, { asked })]), [{ _tag: "Committed" }])
      const [next] = yield* (yield* QuestionBank).draw([{ conversation: a, seed: 3 }])
      assert.strictEqual(next?.question.id, ten[0]?.id)
    })
  )
}

const choosing = (proves: Proves) => {
  proves("the same seed and the same bank give the same question, in one call or in two", () =>
    Effect.gen(function* () {
      const bank = yield* QuestionBank
      const draws = [0, 1, -1, 2 ** 31 - 1, -(2 ** 31), 42].map((seed) => ({ conversation: a, seed }))
      const together = yield* bank.draw(draws)
      const apart = yield* Effect.forEach(draws, (draw) => bank.draw([draw]))
      assert.deepStrictEqual(apart.flat(), together)
    })
  )

  proves("seeds reach every question, in the order they were given", () =>
    Effect.gen(function* () {
      const draws = Array.from({ length: 400 }, (_, seed) => ({ conversation: a, seed }))
      const ids = (yield* (yield* QuestionBank).draw(draws)).map((found) => found?.question.id)
      assert.strictEqual(new Set(ids).size, 10)
      const [last] = yield* (yield* QuestionBank).draw(draws.slice(-1))
      assert.strictEqual(ids.at(-1), last?.question.id)
    })
  )
}
