import { assert, layer } from "@effect/vitest"
import * as QuestionCatalogPostgres from "@znatoki/adapter-postgres/questions/question-catalog"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { QuestionId } from "@znatoki/engine"
import { ConversationId } from "@znatoki/chat/chat-input"
import { QuestionBank } from "@znatoki/ports/question-bank"
import { everyQuestion, nobody, QuestionCatalog, type QuestionDraft } from "@znatoki/ports/question-catalog"
import { questionCatalogContract } from "@znatoki/test-contracts/contracts/question-catalog.contract"
import { Packs } from "@znatoki/ports/packs"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { questionDraft } from "@znatoki/test-contracts/contracts/sample-drafts"
import { questionChoiceContract } from "@znatoki/test-contracts/contracts/question-choice.contract"
import { Effect, Layer, Schema } from "effect"
import { emptyStores } from "./empty-stores.ts"

const draft = questionDraft({ text: "Кто там?", answer: "Это я", accepted: ["я"] })

const written = Effect.fnUntraced(function* (changes: Partial<QuestionDraft> = {}, pack: string | null = null) {
  const created = yield* (yield* QuestionCatalog).create({ ...draft, ...changes }, { ...nobody, pack })
  return created === null ? yield* Effect.die("there is no such pack") : created
})

const changed = Effect.fnUntraced(function* (id: QuestionId, changes: Partial<QuestionDraft>) {
  return yield* (yield* QuestionCatalog).change(id, { changes, version: null, by: null, note: null })
})

/** The first questions that hundreds of dice draw. */
const drawn = Effect.gen(function* () {
  const bank = yield* QuestionBank
  const conversation = ConversationId.make("vk:1:c")
  const found = yield* bank.draw(Array.from({ length: 300 }, (_, seed) => ({ conversation, seed })))
  return new Set(found.map((one) => one?.question.id ?? null))
})

/** Nor the one that came with the program. */
const noPack = Layer.effectDiscard(Database.use(({ run }) => run("no pack", (sql) => sql`delete from packs`)))

describePostgres("the catalog of questions", (postgres) => {
  questionCatalogContract(
    "postgres",
    QuestionCatalogPostgres.layer.pipe(Layer.provideMerge(noPack), Layer.provideMerge(emptyStores(postgres)))
  )

  questionChoiceContract(
    "postgres",
    QuestionCatalogPostgres.layer.pipe(Layer.provideMerge(noPack), Layer.provideMerge(emptyStores(postgres)))
  )

  const empty = () =>
    QuestionCatalogPostgres.layer.pipe(Layer.provideMerge(noPack), Layer.provideMerge(emptyStores(postgres)))

  layer(empty())("what editors write and what is played", (it) => {
    it.effect("a question is drawn from when it is published until it is hidden or removed", () =>
      Effect.gen(function* () {
        const catalog = yield* QuestionCatalog
        const shown = yield* written()
        const hidden = yield* written({ state: "draft" })
        assert.deepStrictEqual(yield* drawn, new Set([shown.id]))
        yield* changed(hidden.id, { state: "published" })
        assert.deepStrictEqual(yield* drawn, new Set([shown.id, hidden.id]))
        yield* changed(shown.id, { rests: true })
        assert.deepStrictEqual(yield* drawn, new Set([hidden.id]))
        yield* catalog.remove(hidden.id, null)
        assert.deepStrictEqual(yield* drawn, new Set([null]))
      })
    )

    it.effect("the bank asks a question as the editor last left it", () =>
      Effect.gen(function* () {
        const bank = yield* QuestionBank
        const { id } = yield* written()
        yield* changed(id, { answer: "Почтальон", accepted: ['печкин, "почтальон"'], comment: "Галчонок" })
        const [drawn] = yield* bank.draw([{ conversation: ConversationId.make("vk:1:c"), seed: 1 }])
        assert.deepStrictEqual(drawn?.question, {
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
        const { id } = yield* written()
        for (const text of [`0${id}`, ` ${id}`, `${id}.0`, "1e3", "-1", "\u0000", "9".repeat(30), "x' or '1'='1"]) {
          const other = QuestionId.make(text)
          assert.isNull(yield* catalog.get(other))
          assert.deepStrictEqual(yield* changed(other, { difficulty: 1 }), { _tag: "Missing" })
          assert.deepStrictEqual(yield* catalog.remove(other, null), { _tag: "Missing" })
          assert.deepStrictEqual(yield* catalog.list(everyQuestion, other, 10), [])
        }
      })
    )

    it.effect(
      "what the version before writes has the state that follows from it, and that version does not draw own packs",
      () =>
        Effect.gen(function* () {
          const { rows, run } = yield* Database
          const catalog = yield* QuestionCatalog
          const { id, version } = yield* written()
          yield* run("hide", (sql) => sql`update questions set published = false, updated_at_ms = 5 where id = ${id}`)
          assert.deepStrictEqual(
            (yield* catalog.history(id)).map(({ by, state }) => [state, by]),
            [
              ["published", null],
              ["retired", null]
            ]
          )
          assert.strictEqual((yield* catalog.get(id))?.version, version + 1)
          yield* run("show", (sql) => sql`update questions set published = true where id = ${id}`)
          assert.strictEqual((yield* catalog.get(id))?.state, "published")
          const [inserted] = yield* rows(
            "write",
            Schema.Struct({ state: Schema.String }),
            (sql) => sql`
            insert into questions (text, answer, accepted, rejected, difficulty, published, created_at_ms, updated_at_ms)
            values ('Кто?', 'я', '{}', '{}', 3, false, 0, 0) returning state`
          )
          assert.strictEqual(inserted?.state, "draft")
          const licence = { licence: null, url: null, editors: null, played: null, info: null, credit: null }
          const packs = yield* Packs
          yield* packs.create("own", { title: "Свой", ...licence, commercial: "unknown", fixed: false }, "vk:1:9")
          const own = yield* written({}, "own")
          assert.deepStrictEqual((yield* drawn).has(own.id), false)
        })
    )

    it.effect(
      "a pack is given an owner, or moved as a whole, in more time than a statement has: it may be a hundred thousand questions",
      () =>
        Effect.gen(function* () {
          const { run } = yield* Database
          const packs = yield* Packs
          const licence = { licence: null, url: null, editors: null, played: null, info: null, credit: null }
          yield* packs.create("big", { title: "Большой", ...licence, commercial: "unknown", fixed: false }, null)
          yield* written({}, "big")
          yield* run(
            "hurry",
            (sql) => sql`
            create function needs_minutes() returns trigger language plpgsql as $$ begin
              if current_setting('statement_timeout')::interval < '1 minute' then raise 'in a hurry'; end if;
              return new;
            end $$`
          )
          yield* run(
            "hurry",
            (sql) =>
              sql`create trigger needs_minutes before update on questions for each row execute function needs_minutes()`
          )
          assert.strictEqual((yield* packs.change("big", { owner: "vk:1:9" }, null, null))._tag, "Changed")
          const order = { from: "published", to: "retired", by: null, note: null, version: null } as const
          assert.deepInclude(yield* packs.move("big", order), { _tag: "Changed", moved: 1 })
          yield* run("no hurry", (sql) => sql`drop function needs_minutes() cascade`)
        })
    )

    it.effect("each question lies on the shelves of its pack and its themes as long as it may be asked", () =>
      Effect.gen(function* () {
        const { rows, run } = yield* Database
        yield* run("empty", (sql) => sql`delete from questions`)
        const shelves = Effect.map(
          rows(
            "shelves",
            Schema.Struct({ shelf: Schema.String, difficulty: Schema.Int }),
            (sql) => sql`select shelf, difficulty from question_shelves order by shelf, difficulty`
          ),
          (found) => found.map(({ difficulty, shelf }) => `${shelf} ${difficulty}`)
        )
        const { id } = yield* written({ themes: ["кино", "вода", "кино"], difficulty: 2 })
        assert.deepStrictEqual(yield* shelves, ["* 2", "tвода 2", "tкино 2"])
        yield* changed(id, { themes: ["кино"], difficulty: 4 })
        assert.deepStrictEqual(yield* shelves, ["* 4", "tкино 4"])
        yield* changed(id, { rests: true })
        assert.deepStrictEqual(yield* shelves, [])
        yield* changed(id, { rests: false })
        assert.deepStrictEqual(yield* shelves, ["* 4", "tкино 4"])
        yield* (yield* QuestionCatalog).remove(id, null)
        assert.deepStrictEqual(yield* shelves, [])
      })
    )
  })
})
