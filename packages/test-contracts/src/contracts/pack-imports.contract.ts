/** The contract of the PackImports port. */
import { assert } from "@effect/vitest"
import { ConversationId } from "@znatoki/chat/chat-input"
import { anyQuestion } from "@znatoki/chat/question-choice"
import { pictureAddress } from "@znatoki/ports/pictures"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { type BringOrder, PackImports, type PackQuestion } from "@znatoki/ports/pack-imports"
import { Packs } from "@znatoki/ports/packs"
import { everyQuestion, QuestionCatalog } from "@znatoki/ports/question-catalog"
import { Effect, type Layer } from "effect"
import { contract, type Sentence } from "./suite.ts"

const order = { pack: "cup", file: "cup.4s", format: null, draft: false, licence: null, commercial: null, by: "Анна" }

const question = (place: string, answer: string): PackQuestion => ({
  place,
  line: 1,
  text: `Что стоит на месте ${place} в этом пакете вопросов?`,
  handoutText: null,
  handoutImageUrl: null,
  answer,
  accepted: ["и это"],
  rejected: [],
  comment: null,
  source: "книга",
  author: "Народ",
  difficulty: 2,
  themes: ["кино"],
  waitsFor: null,
  asRead: {
    number: place,
    tour: "Тур 1",
    written: { text: "[чтецу: тихо]", shown: "", options: ["раз"] },
    cited: null,
    handoutImage: null,
    answerImage: null
  }
})

const terms = {
  title: "Кубок",
  licence: "CC BY",
  url: null,
  editors: null,
  played: null,
  info: null,
  commercial: null,
  fixed: null,
  credit: null
}

async function* batches(questions: ReadonlyArray<PackQuestion>) {
  for (const one of questions) yield [one]
}

const bring = (questions: ReadonlyArray<PackQuestion>, changes: Partial<BringOrder> = {}) =>
  PackImports.use((imports) =>
    imports.bring({
      pack: "cup",
      draft: false,
      by: "Анна",
      keep: true,
      batches: batches(questions),
      terms: () => terms,
      ...changes
    })
  )

const listed = Effect.gen(function* () {
  const found = yield* (yield* QuestionCatalog).list({ ...everyQuestion, pack: "cup" }, null, 99)
  return found.map(({ answer, state }) => [answer, state])
})

type All = PackImports | Packs | QuestionBank | QuestionCatalog

export const packImportsContract = <E>(name: string, empty: Layer.Layer<All, E>): void => {
  contract("PackImports", name, empty, (proves) => {
    keeping(proves)
    bringing(proves)
  })
}

const keeping = (proves: Sentence<All>) => {
  proves("a file comes back piece by piece, and its state moves only from where it is", () =>
    Effect.gen(function* () {
      const imports = yield* PackImports
      const id = yield* imports.begin(order)
      const pieces = [Uint8Array.of(0, 255, 7), Uint8Array.of(1)]
      for (const piece of pieces) yield* imports.append(id, piece)
      assert.deepStrictEqual([yield* imports.piece(id, 0), yield* imports.piece(id, 1)], pieces)
      assert.isNull(yield* imports.piece(id, 2))
      assert.deepInclude(yield* imports.get(id), { id, order, state: "sent", bytes: 4, progress: 0, report: null })
      assert.isFalse(yield* imports.change(id, ["read"], { state: "bringing" }))
      assert.isTrue(yield* imports.change(id, ["sent", "read"], { state: "failed", problem: "нет", progress: 3 }))
      assert.deepInclude(yield* imports.get(id), { state: "failed", problem: "нет", progress: 3 })
    })
  )

  proves("the newest are listed first, and what is removed is gone with its file", () =>
    Effect.gen(function* () {
      const imports = yield* PackImports
      const [first, second] = [yield* imports.begin(order), yield* imports.begin(order)]
      yield* imports.append(first, Uint8Array.of(1))
      assert.deepStrictEqual(
        (yield* imports.list(null, 9)).map(({ id }) => id),
        [second, first]
      )
      assert.deepStrictEqual(
        (yield* imports.list(second, 9)).map(({ id }) => id),
        [first]
      )
      assert.isTrue(yield* imports.remove(first))
      assert.isFalse(yield* imports.remove(first))
      assert.isNull(yield* imports.get(first))
      assert.isNull(yield* imports.piece(first, 0))
    })
  )
}

const bringing = (proves: Sentence<All>) => {
  proves(
    "questions of a file are brought in once, brought up to date, and taken out when the file has them no longer",
    () =>
      Effect.gen(function* () {
        const [one, two] = [question("1", "раз"), question("2", "два")]
        const none = { added: 0, changed: 0, unchanged: 0, retired: 0, twins: 0 }
        assert.deepStrictEqual((yield* bring([one, two])).counts, { ...none, added: 2 })
        assert.deepStrictEqual((yield* bring([one, two])).counts, { ...none, unchanged: 2 })
        const next = [{ ...one, answer: "три" }]
        assert.deepStrictEqual((yield* bring(next)).counts, { ...none, changed: 1, retired: 1 })
        assert.sameDeepMembers(yield* listed, [
          ["три", "published"],
          ["два", "retired"]
        ])
        const packs = yield* Packs
        assert.deepInclude(yield* packs.get("cup"), { title: "Кубок", licence: "CC BY", commercial: "unknown" })
        const packed = yield* packs.questions("cup", null, 1)
        assert.deepStrictEqual(
          packed.map(({ asRead }) => asRead),
          [one.asRead]
        )
      })
  )

  proves("the picture of an answer is told of its question", () =>
    Effect.gen(function* () {
      const [one, two] = [question("1", "раз"), question("2", "два")]
      yield* bring([{ ...one, asRead: { ...one.asRead, answerImage: "b.png" } }, two])
      const catalog = yield* QuestionCatalog
      const found = yield* catalog.list({ ...everyQuestion, pack: "cup" }, null, 10)
      assert.sameDeepMembers(
        found.map(({ answer, answerImage }) => [answer, answerImage]),
        [
          ["раз", "b.png"],
          ["два", null]
        ]
      )
    })
  )

  proves("the picture of an answer is drawn with its question where it can be shown, and a mere name is not", () =>
    Effect.gen(function* () {
      const places = [pictureAddress("a".repeat(64)), "https://example.org/b.png", "b.png", null]
      yield* bring(
        places.map((answerImage, i) => {
          const one = question(String(i + 1), `ответ ${i}`)
          return { ...one, themes: [`тема ${i}`], asRead: { ...one.asRead, answerImage } }
        })
      )
      const bank = yield* QuestionBank
      const conversation = ConversationId.make("vk:77/7")
      const chosen = places.map((_, i) => ({ ...anyQuestion, themes: [`тема ${i}`] }))
      const drawn = yield* bank.draw(chosen.map((choice) => ({ conversation, seed: 1, choice })))
      assert.deepStrictEqual(
        drawn.map((each) => each?.question.answerImageUrl),
        [places[0], places[1], undefined, undefined]
      )
      const whole = new Map(drawn.map((each) => [each?.question.id, each?.question.answerImageUrl]))
      const others = yield* bank.draw(places.map((_, seed) => ({ conversation, seed })))
      for (const each of others) assert.strictEqual(each?.question.answerImageUrl, whole.get(each?.question.id))
    })
  )

  proves("what is only looked at leaves nothing; a draft waits; what an editor has touched stays", () =>
    Effect.gen(function* () {
      const one = question("1", "раз")
      assert.strictEqual((yield* bring([one], { keep: false })).counts.added, 1)
      assert.isNull(yield* (yield* Packs).get("cup"))
      yield* bring([one], { draft: true })
      assert.deepStrictEqual(yield* listed, [["раз", "draft"]])
      const catalog = yield* QuestionCatalog
      const [{ id } = { id: null }] = yield* catalog.list(everyQuestion, null, 1)
      assert.isNotNull(id)
      yield* Effect.sleep("2 millis")
      const change = { changes: { answer: "моё" }, version: null, by: "Борис", note: null }
      if (id !== null) yield* catalog.change(id, change)
      assert.strictEqual((yield* bring([one])).counts.unchanged, 1)
      assert.deepStrictEqual(yield* listed, [["моё", "draft"]])
    })
  )

  proves("a question of another pack in the same words is told", () =>
    Effect.gen(function* () {
      yield* bring([question("1", "раз")])
      const { counts, twins } = yield* bring([question("1", "раз")], { pack: "copy" })
      assert.strictEqual(counts.twins, 1)
      assert.deepStrictEqual(
        twins.map(({ line, pack }) => [line, pack]),
        [[1, "cup"]]
      )
    })
  )
}
