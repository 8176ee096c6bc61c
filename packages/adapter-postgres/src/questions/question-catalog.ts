/** QuestionCatalog on Postgres. Ids are whole numbers in the order of writing; any other text names no question. */
import { QuestionId } from "@znatoki/engine"
import {
  type CatalogQuestion,
  QuestionCatalog,
  QuestionDraft,
  type QuestionFilter
} from "@znatoki/ports/question-catalog"
import { StoreBroken } from "@znatoki/ports/store-error"
import { Clock, Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const Row = Schema.Struct({
  id: QuestionId,
  ...QuestionDraft.fields,
  created_at_ms: Schema.Int,
  updated_at_ms: Schema.Int
})

const IdRow = Schema.Struct({ id: QuestionId })

const questionOf = ({ created_at_ms, updated_at_ms, ...question }: typeof Row.Type): CatalogQuestion => ({
  ...question,
  createdAtMs: created_at_ms,
  updatedAtMs: updated_at_ms
})

const columns = (sql: Sql) =>
  sql`id::text, text, answer, accepted, rejected, comment, source, author, difficulty, published,
      created_at_ms, updated_at_ms`

const isOurs = (id: QuestionId): boolean => /^(0|[1-9]\d{0,17})$/.test(id)

const storableOrNull = (text: string | null | undefined) => (text == null ? null : storable(text))

/** The pattern of LIKE that finds exactly this text, anywhere. */
const anywhere = (text: string): string => `%${storable(text).replace(/[\\%_]/g, "\\$&")}%`

/** The collation makes case the same for Cyrillic whatever the locale of the server is. */
const matching = (sql: Sql, search: string | null) =>
  search === null
    ? sql``
    : sql`and (text collate "und-x-icu" ilike ${anywhere(search)} or answer collate "und-x-icu" ilike ${anywhere(search)})`

/** By the primary key, from the cursor on, until there are enough. */
const listStatement = (sql: Sql, { published, search }: QuestionFilter, after: QuestionId | null, limit: number) =>
  sql`select ${columns(sql)} from questions
      where ${after === null ? sql`true` : sql`id > ${after}::text::bigint`}
        ${published === null ? sql`` : sql`and published = ${published}`}
        ${matching(sql, search)}
      order by questions.id
      limit ${limit}`

const createStatement = (sql: Sql, draft: QuestionDraft, nowMs: number) =>
  sql`insert into questions (text, answer, accepted, rejected, comment, source, author, difficulty, published,
        created_at_ms, updated_at_ms)
      values (${storable(draft.text)}, ${storable(draft.answer)}, ${draft.accepted.map(storable)}::text[],
        ${draft.rejected.map(storable)}::text[], ${storableOrNull(draft.comment)}, ${storableOrNull(draft.source)},
        ${storableOrNull(draft.author)}, ${draft.difficulty}, ${draft.published}, ${nowMs}, ${nowMs})
      returning ${columns(sql)}`

/** What is not named keeps its value; null is a value of the last three texts only. */
const patchStatement = (sql: Sql, id: QuestionId, changes: Partial<QuestionDraft>, nowMs: number) =>
  sql`update questions set
        text = coalesce(${storableOrNull(changes.text)}::text, text),
        answer = coalesce(${storableOrNull(changes.answer)}::text, answer),
        accepted = coalesce(${changes.accepted?.map(storable) ?? null}::text[], accepted),
        rejected = coalesce(${changes.rejected?.map(storable) ?? null}::text[], rejected),
        comment = case when ${"comment" in changes}::boolean then ${storableOrNull(changes.comment)}::text else comment end,
        source = case when ${"source" in changes}::boolean then ${storableOrNull(changes.source)}::text else source end,
        author = case when ${"author" in changes}::boolean then ${storableOrNull(changes.author)}::text else author end,
        difficulty = coalesce(${changes.difficulty ?? null}::smallint, difficulty),
        published = coalesce(${changes.published ?? null}::boolean, published),
        updated_at_ms = greatest(updated_at_ms, ${nowMs}::bigint)
      where id = ${id}::text::bigint
      returning ${columns(sql)}`

export const layer: Layer.Layer<QuestionCatalog, never, Database> = Layer.effect(
  QuestionCatalog,
  Effect.gen(function* () {
    const database = yield* Database

    const get = Effect.fnUntraced(function* (id: QuestionId) {
      if (!isOurs(id)) return null
      const [row] = yield* database.rows(
        "get question",
        Row,
        (sql) => sql`select ${columns(sql)} from questions where id = ${id}::text::bigint`
      )
      return row === undefined ? null : questionOf(row)
    })

    return QuestionCatalog.of({
      list: Effect.fnUntraced(function* (filter, after, limit) {
        if (after !== null && !isOurs(after)) return []
        const rows = yield* database.rows("list questions", Row, (sql) => listStatement(sql, filter, after, limit))
        return rows.map(questionOf)
      }),

      get,

      create: Effect.fnUntraced(function* (draft) {
        const nowMs = yield* Clock.currentTimeMillis
        const [row] = yield* database.rows("create question", Row, (sql) => createStatement(sql, draft, nowMs))
        if (row === undefined)
          return yield* new StoreBroken({ operation: "create question", problem: "nothing came back" })
        return questionOf(row)
      }),

      patch: Effect.fnUntraced(function* (id, changes) {
        if (!isOurs(id)) return null
        if (Object.keys(changes).length === 0) return yield* get(id)
        const nowMs = yield* Clock.currentTimeMillis
        const [row] = yield* database.rows("patch question", Row, (sql) => patchStatement(sql, id, changes, nowMs))
        return row === undefined ? null : questionOf(row)
      }),

      remove: Effect.fnUntraced(function* (id) {
        if (!isOurs(id)) return false
        const rows = yield* database.rows(
          "remove question",
          IdRow,
          (sql) => sql`delete from questions where id = ${id}::text::bigint returning id::text`
        )
        return rows.length > 0
      })
    })
  })
)
