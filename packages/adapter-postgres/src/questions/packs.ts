/** Packs on Postgres. */
import {
  AsRead,
  type MoveOrder,
  type Pack,
  type PackChange,
  PackKey,
  Packs,
  PackDraft as Draft
} from "@znatoki/ports/packs"
import { Clock, Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Tx } from "../database/in-transaction.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"
import { CatalogRow, packedQuestions, questionOf } from "./catalog-row.ts"

const text = Schema.NullOr(Schema.String)

const PackRow = Schema.Struct({
  key: Schema.String,
  title: Schema.String,
  licence: text,
  url: text,
  editors: text,
  played: text,
  info: text,
  commercial: Draft.fields.commercial,
  fixed: Schema.Boolean,
  credit: text,
  owner: text,
  version: Schema.Int,
  changed_at_ms: Schema.NullOr(Schema.Int),
  changed_by: text,
  draft: Schema.Int,
  review: Schema.Int,
  published: Schema.Int,
  retired: Schema.Int,
  resting: Schema.Int
})

const KeyRow = Schema.Struct({ key: PackKey })

const PackedRow = Schema.Struct({ ...CatalogRow.fields, as_read: Schema.NullOr(Schema.fromJsonString(AsRead)) })
const MovedRow = Schema.Struct({ taken: Schema.Int, moved: Schema.Int })

const packOf = (row: typeof PackRow.Type): Pack => {
  const { changed_at_ms, changed_by, draft, published, resting, retired, review, ...pack } = row
  const questions = { draft, review, published, retired, resting }
  return { ...pack, questions, changedAtMs: changed_at_ms, changedBy: changed_by }
}

type Which = { readonly after: string | null } | { readonly key: string } | { readonly owner: string }

const those = (sql: Sql, which: Which) => {
  if ("key" in which) return sql`p.key = ${storable(which.key)}`
  if ("owner" in which) return sql`p.owner = ${storable(which.owner)}`
  return which.after === null ? sql`true` : sql`p.key collate "C" > ${storable(which.after)}`
}

const selected = (sql: Sql, which: Which, limit: number) => sql`
  select p.key, p.title, p.licence, p.url, p.editors, p.played, p.info, p.commercial, p.fixed, p.credit, p.owner,
    p.version, p.changed_at_ms, p.changed_by, counted.*
  from packs p, lateral (
    select count(*) filter (where state = 'draft') as draft,
      count(*) filter (where state = 'review') as review,
      count(*) filter (where state = 'published' and not rests) as published,
      count(*) filter (where state = 'retired') as retired,
      count(*) filter (where state = 'published' and rests) as resting
    from questions where questions.pack = p.id
  ) counted
  where ${those(sql, which)}
  order by p.key collate "C"
  limit ${limit}`

/** Far more than a conversation has. */
const ownMax = 1_000

const columns = [
  "title",
  "licence",
  "url",
  "editors",
  "played",
  "info",
  "commercial",
  "fixed",
  "credit",
  "owner"
] as const

const kept = (value: string | boolean | null) => (typeof value === "string" ? storable(value) : value)

/** Only what is named. */
const written = (changes: PackChange) =>
  Object.fromEntries(
    columns.flatMap((name) => {
      const value = changes[name]
      return value === undefined ? [] : [[name, kept(value)] as const]
    })
  )

/** Nothing is moved where the pack is another by now. */
const moveStatement = (sql: Tx, key: string, { by, from, note, to, version }: MoveOrder, nowMs: number) => {
  const told = { by: by === null ? null : storable(by), note: note === null ? null : storable(note) }
  return sql`
    with taken as (
      update packs set version = version + 1, changed_at_ms = ${nowMs}::bigint, changed_by = ${told.by}::text
      where key = ${storable(key)} ${version === null ? sql`` : sql`and version = ${version}`}
      returning id
    ),
    moved as (
      update questions set state = ${to}, stated_at_ms = ${nowMs}::bigint, stated_by = ${told.by}::text,
        stated_note = ${told.note}::text, updated_at_ms = greatest(updated_at_ms, ${nowMs}::bigint)
      where pack = (select id from taken) and state = ${from} and ${from !== to}::boolean
      returning 1
    )
    select (select count(*) from taken) as taken, (select count(*) from moved) as moved`
}

export const layer: Layer.Layer<Packs, never, Database> = Layer.effect(
  Packs,
  Effect.gen(function* () {
    const database = yield* Database

    const get = Effect.fnUntraced(function* (key: string) {
      const [row] = yield* database.rows("get pack", PackRow, (sql) => selected(sql, { key }, 1))
      return row === undefined ? null : packOf(row)
    })

    return Packs.of({
      list: Effect.fnUntraced(function* (after, limit) {
        const rows = yield* database.rows("list packs", PackRow, (sql) => selected(sql, { after }, limit))
        return rows.map(packOf)
      }),

      get,

      of: Effect.fnUntraced(function* (owner) {
        const rows = yield* database.rows("packs of conversation", PackRow, (sql) => selected(sql, { owner }, ownMax))
        return rows.map(packOf)
      }),

      create: Effect.fnUntraced(function* (key, draft, owner) {
        const row = { key: storable(key), ...written({ ...draft, owner }) }
        const created = yield* database.rows(
          "create pack",
          KeyRow,
          (sql) => sql`insert into packs ${sql(row)} on conflict (key) do nothing returning key`
        )
        return created.length === 0 ? null : yield* get(key)
      }),

      change: Effect.fnUntraced(function* (key, changes, version, by) {
        const nowMs = yield* Clock.currentTimeMillis
        const row = { changed_at_ms: nowMs, changed_by: by === null ? null : storable(by), ...written(changes) }
        const names = Object.keys(row) as Array<keyof typeof row>
        // With another owner all of its questions go to other shelves.
        const changed = yield* database.rowsOfMany(
          "change pack",
          KeyRow,
          (sql) => sql`
            update packs set ${sql(row, ...names)}, version = version + 1
            where key = ${storable(key)} ${version === null ? sql`` : sql`and version = ${version}`}
            returning key`
        )
        const pack = yield* get(key)
        if (pack === null) return { _tag: "Missing" }
        return changed.length === 0 ? { _tag: "Moved", pack } : { _tag: "Changed", pack }
      }),

      questions: Effect.fnUntraced(function* (key, after, limit) {
        const rows = yield* database.rows("questions of pack", PackedRow, (sql) =>
          packedQuestions(sql, storable(key), after, limit)
        )
        return rows.map(({ as_read, ...row }) => ({ question: questionOf(row), asRead: as_read }))
      }),

      move: Effect.fnUntraced(function* (key, order) {
        const nowMs = yield* Clock.currentTimeMillis
        const [row] = yield* database.rowsOfMany("move questions of pack", MovedRow, (sql) =>
          moveStatement(sql, key, order, nowMs)
        )
        const pack = yield* get(key)
        if (pack === null) return { _tag: "Missing" }
        return row?.taken === 1 ? { _tag: "Changed", pack, moved: row.moved } : { _tag: "Moved", pack }
      })
    })
  })
)
