/** QuestionCatalog on Postgres. Ids are whole numbers in the order of writing; any other text names no question. */
import { QuestionId } from "@znatoki/engine"
import {
  type CatalogQuestion,
  type Change,
  type Changed,
  changesOfFixed,
  QuestionCatalog,
  type Removed,
  StateChange
} from "@znatoki/ports/question-catalog"
import { StoreBroken, type StoreError } from "@znatoki/ports/store-error"
import { Clock, Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { CatalogRow, questionOf, questionsWhere } from "./catalog-row.ts"
import { changeStatement, createStatement } from "./catalog-writes.ts"
import { matching } from "./catalog-filter.ts"

const IdRow = Schema.Struct({ id: QuestionId })

const HistoryRow = Schema.Struct({
  state: StateChange.fields.state,
  at_ms: Schema.Int,
  by: StateChange.fields.by,
  note: StateChange.fields.note
})

const isOurs = (id: QuestionId): boolean => /^(0|[1-9]\d{0,17})$/.test(id)

/** Why nothing was changed. */
const refused = (known: CatalogQuestion | null, { changes, version }: Change): Changed | null => {
  if (known === null) return { _tag: "Missing" }
  if (version !== null && version !== known.version) return { _tag: "Moved", question: known }
  const fields = known.fixed ? changesOfFixed(changes) : []
  return fields.length > 0 ? { _tag: "Fixed", fields } : null
}

const removeStatement = (sql: Sql, id: QuestionId, version: number | null) => sql`
  with gone as (
    delete from questions where id = ${id}::text::bigint
      ${version === null ? sql`` : sql`and version = ${version}`}
    returning id
  ), past as (delete from question_states where question in (select id from gone))
  select id::text from gone`

/** What it was, and what it is. */
const historyStatement = (sql: Sql, id: QuestionId) => sql`
  select state, at_ms, by, note from (
    select s.version, s.state, s.at_ms, s.by, s.note from question_states s where s.question = ${id}::text::bigint
    union all
    select q.version, q.state, coalesce(q.stated_at_ms, q.created_at_ms), q.stated_by, q.stated_note
    from questions q where q.id = ${id}::text::bigint
  ) h
  where exists (select from questions where id = ${id}::text::bigint)
  order by version`

export const layer: Layer.Layer<QuestionCatalog, never, Database> = Layer.effect(
  QuestionCatalog,
  Effect.gen(function* () {
    const database = yield* Database

    const get = Effect.fnUntraced(function* (id: QuestionId) {
      if (!isOurs(id)) return null
      const [row] = yield* database.rows("get question", CatalogRow, (sql) =>
        questionsWhere(sql, sql`q.id = ${id}::text::bigint`)
      )
      return row === undefined ? null : questionOf(row)
    })

    const change = Effect.fnUntraced(function* (id: QuestionId, order: Change) {
      const known = yield* get(id)
      const refusal = refused(known, order)
      if (refusal !== null || known === null) return refusal ?? { _tag: "Missing" as const }
      if (Object.keys(order.changes).length === 0) return { _tag: "Changed" as const, question: known }
      const nowMs = yield* Clock.currentTimeMillis
      const [row] = yield* database.rows("change question", IdRow, (sql) => changeStatement(sql, id, order, nowMs))
      const now = yield* get(id)
      if (now === null) return { _tag: "Missing" as const }
      // Somebody changed it, or its pack, between the look and the change.
      return row === undefined ? { _tag: "Moved" as const, question: now } : { _tag: "Changed" as const, question: now }
    })

    return QuestionCatalog.of({
      list: Effect.fnUntraced(function* (filter, after, limit) {
        if (after !== null && !isOurs(after)) return []
        const rows = yield* database.rows("list questions", CatalogRow, (sql) =>
          questionsWhere(sql, matching(sql, filter, after), limit)
        )
        return rows.map(questionOf)
      }),

      get,

      create: Effect.fnUntraced(function* (draft, origin) {
        const nowMs = yield* Clock.currentTimeMillis
        const [row] = yield* database.rows("create question", IdRow, (sql) =>
          createStatement(sql, draft, origin, nowMs)
        )
        if (row === undefined) return null
        const created = yield* get(row.id)
        if (created === null)
          return yield* new StoreBroken({ operation: "create question", problem: "it is gone at once" })
        return created
      }),

      change,

      history: Effect.fnUntraced(function* (id) {
        if (!isOurs(id)) return []
        const rows = yield* database.rows("history of question", HistoryRow, (sql) => historyStatement(sql, id))
        return rows.map(({ at_ms, ...rest }) => ({ ...rest, atMs: at_ms }))
      }),

      remove: Effect.fnUntraced(function* (id, version): Effect.fn.Return<Removed, StoreError> {
        if (!isOurs(id)) return { _tag: "Missing" }
        const rows = yield* database.rows("remove question", IdRow, (sql) => removeStatement(sql, id, version))
        if (rows.length > 0) return { _tag: "Removed" }
        const question = yield* get(id)
        return question === null ? { _tag: "Missing" } : { _tag: "Moved", question }
      })
    })
  })
)
