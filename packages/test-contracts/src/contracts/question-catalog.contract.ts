/** The contract of the QuestionCatalog port. */
import { assert } from "@effect/vitest"
import { QuestionId } from "@znatoki/engine"
import { nothingKnown, type PackDraft, Packs } from "@znatoki/ports/packs"
import {
  type CatalogQuestion,
  everyQuestion,
  nobody,
  type Origin,
  QuestionCatalog,
  type QuestionDraft,
  type QuestionFilter
} from "@znatoki/ports/question-catalog"
import { Effect, type Layer } from "effect"
import { TestClock } from "effect/testing"
import { questionDraft } from "./sample-drafts.ts"
import { contract, type Sentence } from "./suite.ts"

const pack: PackDraft = { ...nothingKnown, title: "Кубок" }

const everything = everyQuestion

/** One that is in the catalogue. */
const written = Effect.fnUntraced(function* (changes: Partial<QuestionDraft> = {}, origin: Partial<Origin> = {}) {
  const created = yield* (yield* QuestionCatalog).create(questionDraft(changes), { ...nobody, ...origin })
  return created === null ? yield* Effect.die("there is no such pack") : created
})

/** As it is after a change that nothing speaks against. */
const changed = Effect.fnUntraced(function* (id: QuestionId, changes: Partial<QuestionDraft>) {
  const done = yield* (yield* QuestionCatalog).change(id, { changes, version: null, by: null, note: null })
  return done._tag === "Changed" ? done.question : yield* Effect.die(done._tag)
})

/** The texts of what a search finds. */
const found = Effect.fnUntraced(function* (search: string, filter: Partial<QuestionFilter> = {}) {
  const catalog = yield* QuestionCatalog
  return (yield* catalog.list({ ...everyQuestion, search, ...filter }, null, 100)).map(({ text }) => text)
})

export const questionCatalogContract = <E>(name: string, empty: Layer.Layer<QuestionCatalog | Packs, E>): void => {
  contract("QuestionCatalog", name, empty, (proves) => {
    editing(proves)
    stating(proves)
    fixing(proves)
    finding(proves)
    filtering(proves)
  })
}

const editing = (proves: Sentence<QuestionCatalog | Packs>) => {
  proves("a question nobody wrote is null, cannot be changed and cannot be removed", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const unwritten = QuestionId.make("nobody-wrote-this")
      assert.isNull(yield* catalog.get(unwritten))
      const order = { changes: { difficulty: 1 }, version: null, by: null, note: null }
      assert.deepStrictEqual(yield* catalog.change(unwritten, order), { _tag: "Missing" })
      assert.deepStrictEqual(yield* catalog.history(unwritten), [])
      assert.deepStrictEqual(yield* catalog.remove(unwritten, null), { _tag: "Missing" })
    })
  )

  proves("gives back every field as it was written", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const full = questionDraft({
        text: "Строка \"раз\"\nстрока 'два' \\ 😀",
        handout: { text: "Раздача", imageUrl: null },
        moreAccepted: ["ль"],
        moreRejected: ["ы"],
        themes: ["кино", "реки «и» {озёра}"],
        accepted: ["Л", "эл, «эль» {1}"],
        rejected: ['остров, "null"'],
        comment: "Комментарий",
        source: "Загадка",
        author: "Народ",
        difficulty: 5,
        state: "review"
      })
      const created = yield* written(full)
      const { answerImage, createdAtMs, fixed, id, pack, proposedBy, updatedAtMs, version, ...fields } = created
      assert.deepStrictEqual<unknown>(fields, full)
      assert.deepStrictEqual([answerImage, fixed, pack, proposedBy, version], [null, false, null, null, 1])
      assert.strictEqual(createdAtMs, updatedAtMs)
      assert.deepStrictEqual(yield* catalog.get(id), created)
    })
  )

  proves("a patch changes what it names, and only that", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const texts = { comment: "прежний", source: "книга", author: "Народ", accepted: ["эл"], rejected: ["ил"] }
      const created = yield* written(texts)
      yield* TestClock.adjust("5 seconds")
      const names: ReadonlyArray<Partial<QuestionDraft>> = [
        { difficulty: 1 },
        { text: "Другой вопрос", state: "retired" },
        { themes: ["кино"], handout: { text: null, imageUrl: "https://example.org/a.png" } },
        { moreAccepted: ["л"], rests: true, handout: null },
        { answer: "эль", accepted: [] },
        { rejected: ["остров"], comment: null },
        { source: "другая книга" },
        { author: null }
      ]
      for (const [i, changes] of names.entries()) {
        const before = yield* catalog.get(created.id)
        const after = yield* changed(created.id, changes)
        const expected = { ...before, ...changes, version: i + 2, updatedAtMs: created.createdAtMs + 5_000 }
        assert.deepStrictEqual<unknown>(after, expected)
        assert.deepStrictEqual(yield* catalog.get(created.id), after)
      }
    }).pipe(Effect.provide(TestClock.layer()))
  )

  proves("a patch that names nothing changes nothing, not even the time", () =>
    Effect.gen(function* () {
      const created = yield* written()
      yield* TestClock.adjust("5 seconds")
      assert.deepStrictEqual(yield* changed(created.id, {}), created)
    }).pipe(Effect.provide(TestClock.layer()))
  )

  proves("a removed question is gone, and removing it again says so", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const { id } = yield* written({ accepted: ["эл"], rejected: ["ил"] })
      assert.deepStrictEqual(yield* catalog.remove(id, null), { _tag: "Removed" })
      assert.isNull(yield* catalog.get(id))
      assert.deepStrictEqual(yield* catalog.history(id), [])
      assert.deepStrictEqual(yield* catalog.remove(id, 1), { _tag: "Missing" })
    })
  )

  proves("a question that was changed meanwhile is not removed by who has not seen that, and keeps its history", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const { id } = yield* written()
      const now = yield* changed(id, { state: "retired" })
      assert.deepStrictEqual(yield* catalog.remove(id, 1), { _tag: "Moved", question: now })
      assert.lengthOf(yield* catalog.history(id), 2)
      assert.deepStrictEqual(yield* catalog.remove(id, 2), { _tag: "Removed" })
    })
  )
}

const finding = (proves: Sentence<QuestionCatalog | Packs>) => {
  proves("pages by id reach every question once", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const all = yield* Effect.forEach(Array.from({ length: 11 }), () => written())
      const whole = yield* catalog.list(everything, null, 100)
      assert.sameDeepMembers([...whole], all)
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

  proves("finds text or answer in any case, Cyrillic too, and «ё» by «е»", () =>
    Effect.gen(function* () {
      yield* written({ text: "Где зимует ЁЖИК?" })
      yield* written({ text: "Кто там?", answer: "Тот же ёжик" })
      assert.sameMembers(yield* found("ёЖик"), ["Где зимует ЁЖИК?", "Кто там?"])
      assert.sameMembers(yield* found("Ежик"), ["Где зимует ЁЖИК?", "Кто там?"])
      assert.deepStrictEqual(yield* found("нет такого слова"), [])
    })
  )

  proves("percent, underscore and backslash are looked for as they are", () =>
    Effect.gen(function* () {
      yield* written({ text: "Сто%процентов" })
      yield* written({ text: "Сто_процентов" })
      yield* written({ text: "Сто\\процентов" })
      assert.deepStrictEqual(yield* found("о%п"), ["Сто%процентов"])
      assert.deepStrictEqual(yield* found("о_п"), ["Сто_процентов"])
      assert.deepStrictEqual(yield* found("о\\п"), ["Сто\\процентов"])
      assert.deepStrictEqual(yield* found("'; drop table questions; --"), [])
    })
  )

  proves("shows only the published, or only the others, when asked", () =>
    Effect.gen(function* () {
      yield* written({ text: "Витрина открыта", state: "published" })
      yield* written({ text: "Витрина закрыта", state: "draft" })
      assert.deepStrictEqual(yield* found("витрина", { asked: true }), ["Витрина открыта"])
      assert.deepStrictEqual(yield* found("витрина", { asked: false }), ["Витрина закрыта"])
      assert.strictEqual((yield* found("витрина")).length, 2)
    })
  )
}

const stating = (proves: Sentence<QuestionCatalog | Packs>) => {
  proves("of two who change the same version the second is told what it is now, and changes nothing", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const { id, version } = yield* written()
      const order = (answer: string) => ({ changes: { answer }, version, by: null, note: null })
      const first = yield* catalog.change(id, order("первый"))
      assert.strictEqual(first._tag, "Changed")
      const now = yield* catalog.get(id)
      assert.strictEqual(now?.answer, "первый")
      assert.deepStrictEqual<unknown>(yield* catalog.change(id, order("второй")), { _tag: "Moved", question: now })
      assert.deepStrictEqual(yield* catalog.get(id), now)
    })
  )

  proves("the history tells every state, since when, by whom and why", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const { createdAtMs: atMs, id } = yield* written({ state: "draft" }, { by: "Анна" })
      const steps = [
        { state: "review", by: "Борис", note: null },
        { state: "published", by: "Вера", note: "хорошо" },
        { state: "retired", by: null, note: "устарел" }
      ] as const
      for (const { by, note, state } of steps) {
        yield* TestClock.adjust("1 second")
        yield* catalog.change(id, { changes: { state, difficulty: 2 }, version: null, by, note })
        yield* catalog.change(id, { changes: { state }, version: null, by: "никто", note: "то же" })
      }
      assert.deepStrictEqual(yield* catalog.history(id), [
        { state: "draft", atMs, by: "Анна", note: null },
        ...steps.map((step, i) => ({ ...step, atMs: atMs + 1_000 * (i + 1) }))
      ])
    }).pipe(Effect.provide(TestClock.layer()))
  )

  proves("who proposed it stays with it, and can be looked for like the author", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const proposedBy = { id: "vk:7", name: "Ёлкина" }
      const { id } = yield* written({ text: "Предложен", state: "draft" }, { proposedBy })
      assert.deepStrictEqual((yield* catalog.get(id))?.proposedBy, proposedBy)
      yield* written({ text: "Написан", author: "Пётр" })
      assert.deepStrictEqual(yield* found("", { author: "ёлк" }), ["Предложен"])
      assert.deepStrictEqual(yield* found("", { author: "пётр" }), ["Написан"])
      assert.deepStrictEqual(yield* found("", { author: "петр" }), ["Написан"])
    })
  )
}

const fixing = (proves: Sentence<QuestionCatalog | Packs>) => {
  proves(
    "in a pack that nobody may change only what is accepted besides, difficulty, themes and state can be changed",
    () =>
      Effect.gen(function* () {
        const [catalog, packs] = [yield* QuestionCatalog, yield* Packs]
        yield* packs.create("base", { ...pack, fixed: true }, null)
        const { id } = yield* written({}, { pack: "base" })
        const refused = yield* catalog.change(id, {
          changes: { text: "Иначе", difficulty: 1, comment: null },
          version: null,
          by: null,
          note: null
        })
        assert.deepStrictEqual<unknown>(refused, { _tag: "Fixed", fields: ["text", "comment"] })
        const after: CatalogQuestion = yield* changed(id, { moreAccepted: ["эль"], difficulty: 1, state: "review" })
        assert.deepStrictEqual([after.fixed, after.moreAccepted, after.difficulty], [true, ["эль"], 1])
        yield* packs.change("base", { fixed: false }, null, null)
        assert.strictEqual((yield* changed(id, { text: "Иначе" })).text, "Иначе")
      })
  )

  proves("a question for a pack that is not there is not written", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      assert.isNull(yield* catalog.create(questionDraft(), { ...nobody, pack: "нет такого" }))
      assert.deepStrictEqual(yield* catalog.list(everything, null, 9), [])
    })
  )

  proves("packs are listed by key with what they hold, and two editors do not overwrite each other", () =>
    Effect.gen(function* () {
      const packs = yield* Packs
      const full: PackDraft = {
        ...pack,
        licence: "CC BY",
        url: "https://example.org/",
        credit: "CC BY",
        commercial: "yes"
      }
      assert.isNotNull(yield* packs.create("b", full, null))
      assert.isNotNull(yield* packs.create("a", pack, "vk:1:5"))
      assert.isNull(yield* packs.create("a", full, null))
      for (const state of ["draft", "published", "published", "retired"] as const)
        yield* written({ state }, { pack: "b" })
      yield* written({ rests: true }, { pack: "b" })
      const questions = { draft: 1, review: 0, published: 2, retired: 1, resting: 1 }
      const b = { key: "b", ...full, owner: null, version: 1, questions, changedAtMs: null, changedBy: null }
      const [first, second] = yield* packs.list(null, 9)
      assert.deepStrictEqual([first?.key, first?.owner], ["a", "vk:1:5"])
      assert.deepStrictEqual<unknown>(second, b)
      assert.deepStrictEqual<unknown>(yield* packs.list("a", 9), [b])
      const changes = { title: "Иначе", licence: null }
      yield* TestClock.setTime(5)
      const next = { ...b, ...changes, version: 2, changedAtMs: 5, changedBy: "Анна" }
      assert.deepStrictEqual<unknown>(yield* packs.change("b", changes, 1, "Анна"), { _tag: "Changed", pack: next })
      assert.deepStrictEqual<unknown>(yield* packs.change("b", { title: "Опять" }, 1, "Борис"), {
        _tag: "Moved",
        pack: next
      })
      assert.deepStrictEqual<unknown>(yield* packs.change("c", changes, null, null), { _tag: "Missing" })
      assert.deepStrictEqual<unknown>(yield* packs.get("b"), next)
      assert.isNull(yield* packs.get("c"))
    }).pipe(Effect.provide(TestClock.layer()))
  )

  proves("all questions of a pack that are in one state go on to another, each with its history, and no others", () =>
    Effect.gen(function* () {
      const [catalog, packs] = [yield* QuestionCatalog, yield* Packs]
      for (const key of ["a", "b"]) yield* packs.create(key, pack, null)
      const draft = yield* written({ text: "раз", state: "draft" }, { pack: "a" })
      yield* written({ text: "два", state: "retired" }, { pack: "a" })
      yield* written({ text: "три", state: "draft" }, { pack: "b" })
      const publish = { from: "draft", to: "published", version: 1, by: "Анна", note: "всё" } as const
      const first = yield* packs.move("a", publish)
      assert.deepInclude(first, { _tag: "Changed", moved: 1 })
      assert.deepInclude("pack" in first ? first.pack : null, { version: 2, changedBy: "Анна" })
      assert.deepInclude("pack" in first ? first.pack.questions : null, { draft: 0, published: 1, retired: 1 })
      const late = { from: "published", to: "retired", version: 1, by: "Борис", note: null } as const
      const second = yield* packs.move("a", late)
      assert.deepInclude(second, { _tag: "Moved" })
      assert.deepInclude("pack" in second ? second.pack : null, { version: 2, changedBy: "Анна" })
      assert.deepInclude(yield* packs.move("a", { ...late, to: "published", version: null }), { moved: 0 })
      assert.deepStrictEqual<unknown>(yield* packs.move("c", publish), { _tag: "Missing" })
      const moved = yield* packs.questions("a", null, 9)
      assert.deepStrictEqual(
        moved.map(({ asRead, question: { state, text } }) => [text, state, asRead]),
        [
          ["раз", "published", null],
          ["два", "retired", null]
        ]
      )
      assert.deepStrictEqual(
        (yield* packs.questions("a", draft.id, 9)).map(({ question: { text } }) => text),
        ["два"]
      )
      const history = yield* catalog.history(draft.id)
      assert.deepStrictEqual(
        history.map(({ by, note, state }) => [state, by, note]),
        [
          ["draft", null, null],
          ["published", "Анна", "всё"]
        ]
      )
      assert.deepStrictEqual(yield* found("", { state: "draft" }), ["три"])
    })
  )
}

const filtering = (proves: Sentence<QuestionCatalog | Packs>) => {
  proves("finds by pack, state, theme, difficulty and rest, all of them together", () =>
    Effect.gen(function* () {
      yield* (yield* Packs).create("own", pack, "vk:1:5")
      yield* written({ text: "кино", themes: ["кино", "вода"], difficulty: 1 })
      yield* written({ text: "вода", themes: ["вода"], difficulty: 5, state: "review" })
      yield* written({ text: "спит", rests: true })
      yield* written({ text: "свой" }, { pack: "own" })
      assert.sameMembers(yield* found("", { themes: ["вода"] }), ["кино", "вода"])
      assert.deepStrictEqual(yield* found("", { themes: ["море", "вода"], difficulty: 5 }), ["вода"])
      assert.deepStrictEqual(yield* found("", { state: "review" }), ["вода"])
      assert.deepStrictEqual(yield* found("", { rests: true }), ["спит"])
      assert.deepStrictEqual(yield* found("", { pack: "own", rests: false }), ["свой"])
      assert.deepStrictEqual(yield* found("", { asked: true }), ["кино"])
      assert.deepStrictEqual(yield* found("", { pack: "нет такого" }), [])
    })
  )
}
