/** What every QuestionBank does for a conversation that has chosen: draws what fits as long as any of it is new. */
import { assert } from "@effect/vitest"
import type { Question, QuestionId } from "@znatoki/engine"
import { anyQuestion, difficultiesOf, type QuestionChoice } from "@znatoki/chat/question-choice"
import { GameStore } from "@znatoki/ports/game-store"
import { nothingKnown, type PackDraft, Packs } from "@znatoki/ports/packs"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { type CatalogQuestion, nobody, QuestionCatalog, type QuestionDraft } from "@znatoki/ports/question-catalog"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { Statistics } from "@znatoki/ports/statistics"
import { Effect, type Layer } from "effect"
import { commitOf, conversation } from "./sample-commits.ts"
import { questionDraft } from "./sample-drafts.ts"
import { contract, type Sentence } from "./suite.ts"

const a = conversation("a")
const b = conversation("b")

type Stores = GameStore | Packs | QuestionBank | QuestionCatalog | QuestionShelves | Statistics
type Proves = Sentence<Stores>

/** `empty`: the stores without any question, whenever the layer is built. */
export const questionChoiceContract = <E>(name: string, empty: Layer.Layer<Stores, E>): void => {
  contract("QuestionBank", `${name}, questions that are chosen`, empty, (proves) => {
    fitting(proves)
    ending(proves)
    owning(proves)
    licensing(proves)
    shelving(proves)
  })
}

const packDraft = (title: string): PackDraft => ({ ...nothingKnown, title })

const draft = (i: number, changes: Partial<QuestionDraft>): QuestionDraft =>
  questionDraft({ text: `Вопрос ${i}`, answer: "ответ", ...changes })

const written = Effect.fnUntraced(function* (i: number, changes: Partial<QuestionDraft>, pack: string | null = null) {
  const created = yield* (yield* QuestionCatalog).create(draft(i, changes), { ...nobody, pack })
  return created === null ? yield* Effect.die("there is no such pack") : created
})

const themes = ["кино", "музыка", 'it\'s "x", {y}']
const packs = ["first", "second"]

/** Of every degree, with one theme, several or none, in a pack or in none. */
const manyQuestions = Effect.gen(function* () {
  for (const key of packs) yield* (yield* Packs).create(key, packDraft(key), null)
  return yield* Effect.forEach(
    Array.from({ length: 24 }, (_, i) => i),
    (i) =>
      written(
        i,
        { difficulty: 1 + (i % 5), themes: themes.filter((_, place) => (i >> place) % 2 === 1) },
        [null, ...packs][i % 3] ?? null
      )
  )
})

const titled = (key: string) => ({ key, title: key })

const manyChoices: ReadonlyArray<QuestionChoice> = [[], packs.slice(0, 1), packs, ["no such pack"]].flatMap((packs) =>
  [[], themes.slice(0, 1), themes.slice(1), ["no such theme"]].flatMap((themes) =>
    ([null, "easy", "medium", "hard"] as const).map((level) => ({ packs: packs.map(titled), themes, level }))
  )
)

const fits = ({ level, packs, themes }: QuestionChoice, question: CatalogQuestion): boolean =>
  (packs.length === 0 || packs.some(({ key }) => key === question.pack)) &&
  (themes.length === 0 || question.themes.some((theme) => themes.includes(theme))) &&
  (level === null || difficultiesOf[level].includes(question.difficulty))

const fitting = (proves: Proves) => {
  proves("what is drawn is of the theme, the degree and the pack that were chosen, wherever there is any", () =>
    Effect.gen(function* () {
      const all = yield* manyQuestions
      const bank = yield* QuestionBank
      const draws = manyChoices.flatMap((choice) => [1, -7, 40_000].map((seed) => ({ conversation: a, seed, choice })))
      const drawn = yield* bank.draw(draws)
      const found = drawn.map((one) => all.find(({ id }) => id === one?.question.id))
      const expected = draws.map(({ choice }) => Math.min(2, all.filter((each) => fits(choice, each)).length))
      assert.deepStrictEqual(
        drawn.map((one) => one?.choice),
        draws.map(({ choice }, i) =>
          choice.packs.length + choice.themes.length === 0 && choice.level === null
            ? undefined
            : (["over", "last", undefined] as const)[expected[i] ?? 0]
        )
      )
      draws.forEach(({ choice }, i) => {
        const question = found[i]
        assert.strictEqual(question !== undefined && fits(choice, question), expected[i] !== 0, JSON.stringify(choice))
      })
    })
  )

  proves("who chooses everything is asked what everybody is asked", () =>
    Effect.gen(function* () {
      yield* manyQuestions
      const bank = yield* QuestionBank
      const seeds = [1, 2, 3, 4, 5]
      assert.deepStrictEqual(
        yield* bank.draw(seeds.map((seed) => ({ conversation: a, seed, choice: anyQuestion }))),
        yield* bank.draw(seeds.map((seed) => ({ conversation: a, seed })))
      )
    })
  )
}

const ending = (proves: Proves) => {
  proves("nothing chosen comes twice: the last new one says that it is the last, and then anything new comes", () =>
    Effect.gen(function* () {
      const film = yield* Effect.forEach([1, 2, 3], (i) => written(i, { themes: ["кино"] }))
      yield* Effect.forEach([4, 5], (i) => written(i, {}))
      const bank = yield* QuestionBank
      const store = yield* GameStore
      const choice = { ...anyQuestion, themes: ["кино"] }
      const told: Array<string | undefined> = []
      const asked: Array<Question["id"]> = []
      for (let version = 1; version <= 5; version++) {
        const [drawn] = yield* bank.draw([{ conversation: a, seed: version * 7_919, choice }])
        if (drawn === null || drawn === undefined) break
        yield* store.commit([commitOf(a, version, { asked: [drawn.question.id] })])
        told.push(drawn.choice)
        asked.push(drawn.question.id)
      }
      assert.deepStrictEqual(told, [undefined, undefined, "last", "over", "over"])
      assert.strictEqual(new Set(asked).size, 5)
      assert.sameMembers(
        asked.slice(0, 3),
        film.map(({ id }): QuestionId => id)
      )
      // What one conversation was asked is new to another.
      const [other] = yield* bank.draw([{ conversation: b, seed: 1, choice }])
      assert.strictEqual(other?.choice, undefined)
    })
  )

  proves("what is retired or rests is drawn no more", () =>
    Effect.gen(function* () {
      const catalog = yield* QuestionCatalog
      const [first, second] = yield* Effect.forEach([1, 2], (i) => written(i, { themes: ["кино"] }))
      yield* written(3, {})
      const change = (id: QuestionId | undefined, changes: Partial<QuestionDraft>) =>
        id === undefined ? Effect.void : catalog.change(id, { changes, version: null, by: null, note: null })
      const bank = yield* QuestionBank
      const told = Effect.map(
        bank.draw([{ conversation: a, seed: 1, choice: { ...anyQuestion, themes: ["кино"] } }]),
        ([drawn]) => drawn?.choice
      )
      assert.strictEqual(yield* told, undefined)
      yield* change(first?.id, { state: "retired" })
      assert.strictEqual(yield* told, "last")
      yield* change(second?.id, { rests: true })
      assert.strictEqual(yield* told, "over")
      yield* change(second?.id, { rests: false, themes: ["музыка"] })
      assert.strictEqual(yield* told, "over")
    })
  )
}

const base = {
  ...packDraft("Пакет базы"),
  licence: "без изменений",
  editors: "Иван Петров",
  url: "https://example.org/"
}

const licensing = (proves: Proves) => {
  proves(
    "a question carries what the licence of its pack wants to be shown, chosen or not; another carries nothing",
    () =>
      Effect.gen(function* () {
        yield* (yield* Packs).create("base", { ...base, commercial: "no", credit: "Вопрос из базы" }, null)
        yield* (yield* Packs).create("free", packDraft("Свободный"), null)
        const owing = yield* written(1, { themes: ["кино"] }, "base")
        yield* written(2, { themes: ["музыка"] }, "free")
        yield* written(3, { themes: ["спорт"] })
        const bank = yield* QuestionBank
        const choices = ["кино", "музыка", "спорт"].map((theme) => ({ ...anyQuestion, themes: [theme] }))
        const drawn = yield* bank.draw([
          ...choices.map((choice) => ({ conversation: a, seed: 1, choice })),
          ...[1, 2, 3, 4, 5, 6].map((seed) => ({ conversation: a, seed }))
        ])
        assert.deepStrictEqual(
          drawn.map((one) => one?.question.credit),
          drawn.map((one) => (one?.question.id === owing.id ? "Вопрос из базы" : undefined))
        )
        assert.strictEqual(drawn[0]?.question.credit, "Вопрос из базы")
      })
  )

  proves("a conversation is told from which packs its last questions are and what may be done with them", () =>
    Effect.gen(function* () {
      const statistics = yield* Statistics
      yield* (yield* Packs).create("base", { ...base, commercial: "no" }, null)
      yield* (yield* Packs).create("never asked", packDraft("Не спрашивали"), null)
      const inPack = yield* Effect.forEach([1, 2], (i) => written(i, {}, "base"))
      const alone = yield* written(3, {})
      yield* written(4, {}, "never asked")
      const store = yield* GameStore
      yield* store.commit([commitOf(a, 1, { asked: [...inPack, alone].map(({ id }) => id) })])
      const told = yield* statistics.tell([a, b].map((each) => ({ conversation: each, inquiry: { _tag: "Licences" } })))
      const { editors, licence, title, url } = base
      assert.deepStrictEqual(told, [
        { _tag: "Licences", packs: [{ title, editors, licence, url, commercial: "no", questions: 2 }], others: 1 },
        { _tag: "Licences", packs: [], others: 0 }
      ])
    })
  )
}

const owning = (proves: Proves) => {
  proves("a conversation's own pack is asked it alone, and only where it is chosen", () =>
    Effect.gen(function* () {
      yield* (yield* Packs).create("own", packDraft("Наш пакет"), a)
      const own = yield* written(1, { themes: ["кино"] }, "own")
      const everybodys = yield* written(2, { themes: ["кино"] })
      const bank = yield* QuestionBank
      const drawn = Effect.fnUntraced(function* (who: typeof a, choice: Partial<QuestionChoice>) {
        const [one] = yield* bank.draw([{ conversation: who, seed: 1, choice: { ...anyQuestion, ...choice } }])
        return one?.question.id
      })
      assert.strictEqual(yield* drawn(a, { packs: [titled("own")] }), own.id)
      assert.strictEqual(yield* drawn(b, { packs: [titled("own")] }), everybodys.id)
      assert.strictEqual(yield* drawn(a, { themes: ["кино"] }), everybodys.id)
      assert.strictEqual(yield* drawn(a, {}), everybodys.id)
    })
  )

  proves("a pack that is given to a conversation is asked it alone from then on, until it is everybody's again", () =>
    Effect.gen(function* () {
      const packs = yield* Packs
      yield* packs.create("cup", packDraft("Кубок"), null)
      const theirs = yield* written(1, { themes: ["кино"] }, "cup")
      const draft = yield* written(2, { themes: ["кино"], state: "draft" }, "cup")
      const everybodys = yield* written(3, { themes: ["музыка"] })
      const bank = yield* QuestionBank
      const drawn = Effect.fnUntraced(function* (who: typeof a, choice: Partial<QuestionChoice>) {
        const [one] = yield* bank.draw([{ conversation: who, seed: 1, choice: { ...anyQuestion, ...choice } }])
        return one?.question.id
      })
      const anything = Effect.fnUntraced(function* () {
        const all = yield* bank.draw(Array.from({ length: 40 }, (_, seed) => ({ conversation: b, seed })))
        return new Set(all.map((one) => one?.question.id))
      })
      assert.deepStrictEqual(yield* anything(), new Set([theirs.id, everybodys.id]))
      const given = yield* packs.change("cup", { owner: a }, 1, "Анна")
      assert.deepInclude("pack" in given ? given.pack : null, { owner: a, version: 2, title: "Кубок" })
      assert.deepStrictEqual(
        (yield* packs.of(a)).map(({ key, questions }) => [key, questions.published, questions.draft]),
        [["cup", 1, 1]]
      )
      assert.deepStrictEqual(yield* packs.of(b), [])
      assert.deepStrictEqual(yield* anything(), new Set([everybodys.id]))
      assert.strictEqual(yield* drawn(a, { packs: [titled("cup")] }), theirs.id)
      assert.strictEqual(yield* drawn(b, { packs: [titled("cup")] }), everybodys.id)
      assert.strictEqual(yield* drawn(a, { themes: ["кино"] }), everybodys.id)
      assert.deepInclude(yield* packs.change("cup", { owner: b }, 1, null), { _tag: "Moved" })
      yield* packs.change("cup", { owner: null }, null, null)
      assert.deepStrictEqual(yield* packs.of(a), [])
      assert.deepStrictEqual(yield* anything(), new Set([theirs.id, everybodys.id]))
      assert.strictEqual(yield* drawn(b, { themes: ["кино"] }), theirs.id)
      assert.strictEqual((yield* (yield* QuestionCatalog).get(draft.id))?.state, "draft")
    })
  )
}

const shelving = (proves: Proves) => {
  proves(
    "a conversation is shown the themes and packs it can choose, its own first, then those with most questions",
    () =>
      Effect.gen(function* () {
        yield* (yield* Packs).create("big", packDraft("Большой"), null)
        yield* (yield* Packs).create("empty", packDraft("Пустой"), null)
        yield* (yield* Packs).create("own", packDraft("Наш пакет"), a)
        yield* written(1, { themes: ["кино", "музыка"] }, "big")
        yield* written(2, { themes: ["кино"] }, "big")
        yield* written(3, { themes: ["тайное"] }, "own")
        yield* written(4, { themes: ["черновое"], state: "draft" }, "big")
        const [forA, forB] = yield* (yield* QuestionShelves).of([a, b])
        const everybodys = { key: "big", title: "Большой", questions: 2, own: false }
        assert.deepStrictEqual(forA?.themes, [
          { name: "кино", questions: 2 },
          { name: "музыка", questions: 1 }
        ])
        assert.deepStrictEqual(forA?.packs, [{ key: "own", title: "Наш пакет", questions: 1, own: true }, everybodys])
        assert.deepStrictEqual(forB?.packs, [everybodys])
      })
  )
}
