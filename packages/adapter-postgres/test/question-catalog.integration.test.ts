import { assert, layer } from "@effect/vitest"
import * as QuestionCatalogPostgres from "@znatoki/adapter-postgres/questions/question-catalog"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { QuestionId } from "@znatoki/engine"
import { ConversationId } from "@znatoki/chat/chat-input"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { QuestionCatalog, type QuestionDraft } from "@znatoki/ports/question-catalog"
import { questionCatalogContract } from "@znatoki/test-contracts/contracts/question-catalog.contract"
import { Effect, Layer } from "effect"
import { emptyStores } from "./empty-stores.ts"

const draft: QuestionDraft = {
  text: "Кто там?",
  answer: "Это я",
  accepted: ["я"],
  rejected: [],
  comment: null,
  source: null,
  author: null,
  difficulty: 3,
  published: true
}

/** The first questions that hundreds of dice draw. */
const drawn = Effect.gen(function* () {
  const bank = yield* QuestionBank
  const conversation = ConversationId.make("vk:1:c")
  const questions = yield* bank.draw(Array.from({ length: 300 }, (_, seed) => ({ conversation, seed })))
  return new Set(questions.map((question) => question?.id ?? null))
})

describePostgres("the catalog of questions", (postgres) => {
  questionCatalogContract("postgres", QuestionCatalogPostgres.layer.pipe(Layer.provide(emptyStores(postgres))))

  const empty = () => QuestionCatalogPostgres.layer.pipe(Layer.provideMerge(emptyStores(postgres)))

  layer(empty())("what editors write and what is played", (it) => {
    it.effect("a question is drawn from when it is published until it is hidden or removed", () =>
      Effect.gen(function* () {
        const catalog = yield* QuestionCatalog
        const shown = yield* catalog.create(draft)
        const hidden = yield* catalog.create({ ...draft, published: false })
        assert.deepStrictEqual(yield* drawn, new Set([shown.id]))
        yield* catalog.patch(hidden.id, { published: true })
        assert.deepStrictEqual(yield* drawn, new Set([shown.id, hidden.id]))
        yield* catalog.patch(shown.id, { published: false })
        assert.deepStrictEqual(yield* drawn, new Set([hidden.id]))
        yield* catalog.remove(hidden.id)
        assert.deepStrictEqual(yield* drawn, new Set([null]))
      })
    )

    it.effect("the bank asks a question as the editor last left it", () =>
      Effect.gen(function* () {
        const catalog = yield* QuestionCatalog
        const bank = yield* QuestionBank
        const { id } = yield* catalog.create(draft)
        yield* catalog.patch(id, { answer: "Почтальон", accepted: ['печкин, "почтальон"'], comment: "Галчонок" })
        const [question] = yield* bank.draw([{ conversation: ConversationId.make("vk:1:c"), seed: 1 }])
        assert.deepStrictEqual(question, {
          id,
          text: draft.text,
          handout: null,
          answer: "Почтальон",
          accepted: ['печкин, "почтальон"'],
          rejected: [],
          comment: "Галчонок",
          source: null,
          author: null
        })
      })
    )

    it.effect("an id that is no number of this bank is nobody's, and breaks nothing", () =>
      Effect.gen(function* () {
        const catalog = yield* QuestionCatalog
        const { id } = yield* catalog.create(draft)
        for (const text of [`0${id}`, ` ${id}`, `${id}.0`, "1e3", "-1", "\u0000", "9".repeat(30), "x' or '1'='1"]) {
          const other = QuestionId.make(text)
          assert.isNull(yield* catalog.get(other))
          assert.isNull(yield* catalog.patch(other, { difficulty: 1 }))
          assert.isFalse(yield* catalog.remove(other))
          assert.deepStrictEqual(yield* catalog.list({ search: null, published: null }, other, 10), [])
        }
      })
    )
  })
})
