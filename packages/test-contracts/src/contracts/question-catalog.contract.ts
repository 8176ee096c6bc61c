/** The contract of the QuestionCatalog port. */
import { assert } from "@effect/vitest"
import { QuestionId } from "@znatoki/engine"
import { QuestionCatalog, type QuestionDraft } from "@znatoki/ports/question-catalog"
import { Effect, type Layer } from "effect"
import { TestClock } from "effect/testing"
import { contract, type Sentence } from "./suite.ts"

const draft = (changes: Partial<QuestionDraft> = {}): QuestionDraft => ({
  text: "Что стоит посреди Волги?",
  answer: "буква «л»",
  accepted: [],
  rejected: [],
  comment: null,
  source: null,
  author: null,
  difficulty: 3,
  published: true,
  ...changes
})

const everything = { search: null, published: null }

/** The texts of what a search finds. */
const found = Effect.fnUntraced(function* (search: string, published: boolean | null = null) {
  const catalog = yield* QuestionCatalog
  return (yield* catalog.list({ search, published }, null, 100)).map(({ text }) => text)
})

export const questionCatalogContract = <E>(name: string, empty: Layer.Layer<QuestionCatalog, E>): void => {
  contract("QuestionCatalog", name, empty, (proves) => {
    editing(proves)
    finding(proves)
  })
}

const editing = (proves: Sentence<QuestionCatalog>) => {
  proves("a question nobody wrote is null, cannot be changed and cannot be removed", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const nobody = QuestionId.make("nobody-wrote-this")
      assert.isNull(yield* catalog.get(nobody))
      assert.isNull(yield* catalog.patch(nobody, { difficulty: 1 }))
      assert.isFalse(yield* catalog.remove(nobody))
    })
  )

  proves("gives back every field as it was written", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const full = draft({
        text: "Строка \"раз\"\nстрока 'два' \\ 😀",
        accepted: ["Л", "эл, «эль» {1}"],
        rejected: ['остров, "null"'],
        comment: "Комментарий",
        source: "Загадка",
        author: "Народ",
        difficulty: 5,
        published: false
      })
      const created = yield* catalog.create(full)
      const { id, createdAtMs, updatedAtMs, ...fields } = created
      assert.deepStrictEqual(fields, full)
      assert.strictEqual(createdAtMs, updatedAtMs)
      assert.deepStrictEqual(yield* catalog.get(id), created)
    })
  )

  proves("a patch changes what it names, and only that", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const texts = { comment: "прежний", source: "книга", author: "Народ", accepted: ["эл"], rejected: ["ил"] }
      const created = yield* catalog.create(draft(texts))
      yield* TestClock.adjust("5 seconds")
      const names: ReadonlyArray<Partial<QuestionDraft>> = [
        { difficulty: 1 },
        { text: "Другой вопрос", published: false },
        { answer: "эль", accepted: [] },
        { rejected: ["остров"], comment: null },
        { source: "другая книга" },
        { author: null }
      ]
      for (const changes of names) {
        const before = yield* catalog.get(created.id)
        const after = yield* catalog.patch(created.id, changes)
        assert.deepStrictEqual<unknown>(after, { ...before, ...changes, updatedAtMs: created.createdAtMs + 5_000 })
        assert.deepStrictEqual(yield* catalog.get(created.id), after)
      }
    }).pipe(Effect.provide(TestClock.layer()))
  )

  proves("a patch that names nothing changes nothing, not even the time", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const created = yield* catalog.create(draft())
      yield* TestClock.adjust("5 seconds")
      assert.deepStrictEqual(yield* catalog.patch(created.id, {}), created)
    }).pipe(Effect.provide(TestClock.layer()))
  )

  proves("a removed question is gone, and removing it again says so", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const { id } = yield* catalog.create(draft({ accepted: ["эл"], rejected: ["ил"] }))
      assert.isTrue(yield* catalog.remove(id))
      assert.isNull(yield* catalog.get(id))
      assert.isFalse(yield* catalog.remove(id))
    })
  )
}

const finding = (proves: Sentence<QuestionCatalog>) => {
  proves("pages by id reach every question once", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const written = yield* Effect.forEach(Array.from({ length: 11 }), () => catalog.create(draft()))
      const whole = yield* catalog.list(everything, null, 100)
      assert.sameDeepMembers([...whole], written)
      const pages: Array<QuestionId> = []
      let page = yield* catalog.list(everything, null, 2)
      while (page.length > 0) {
        assert.isAtMost(page.length, 2)
        pages.push(...page.map(({ id }) => id))
        page = yield* catalog.list(everything, pages.at(-1) ?? null, 2)
      }
      assert.deepStrictEqual(
        pages,
        whole.map(({ id }) => id)
      )
    })
  )

  proves("finds text or answer in any case, Cyrillic too", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      yield* catalog.create(draft({ text: "Где зимует ЁЖИК?" }))
      yield* catalog.create(draft({ text: "Кто там?", answer: "Тот же ёжик" }))
      assert.sameMembers(yield* found("ёЖик"), ["Где зимует ЁЖИК?", "Кто там?"])
      assert.deepStrictEqual(yield* found("нет такого слова"), [])
    })
  )

  proves("percent, underscore and backslash are looked for as they are", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      yield* catalog.create(draft({ text: "Сто%процентов" }))
      yield* catalog.create(draft({ text: "Сто_процентов" }))
      yield* catalog.create(draft({ text: "Сто\\процентов" }))
      assert.deepStrictEqual(yield* found("о%п"), ["Сто%процентов"])
      assert.deepStrictEqual(yield* found("о_п"), ["Сто_процентов"])
      assert.deepStrictEqual(yield* found("о\\п"), ["Сто\\процентов"])
      assert.deepStrictEqual(yield* found("'; drop table questions; --"), [])
    })
  )

  proves("shows only the published, or only the others, when asked", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      yield* catalog.create(draft({ text: "Витрина открыта", published: true }))
      yield* catalog.create(draft({ text: "Витрина закрыта", published: false }))
      assert.deepStrictEqual(yield* found("витрина", true), ["Витрина открыта"])
      assert.deepStrictEqual(yield* found("витрина", false), ["Витрина закрыта"])
      assert.strictEqual((yield* found("витрина")).length, 2)
    })
  )
}
