/** PackImports on Postgres. */
import {
  type ImportChange,
  ImportOrder,
  ImportReport,
  type PackImport,
  PackImports,
  PackImport as Import
} from "@znatoki/ports/pack-imports"
import { Clock, Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"
import { storeErrorOf } from "../database/store-error-of.ts"
import { importPack } from "./import-pack.ts"

/** A file that nobody has wanted for so long is wanted by nobody. */
const forgottenMs = 7 * 24 * 3_600_000

const ImportRow = Schema.Struct({
  id: Schema.Int,
  ordered: Schema.fromJsonString(ImportOrder),
  state: Import.fields.state,
  bytes: Schema.Int,
  progress: Schema.Int,
  report: Schema.NullOr(Schema.fromJsonString(ImportReport)),
  problem: Schema.NullOr(Schema.String),
  sent_at_ms: Schema.Int,
  changed_at_ms: Schema.Int
})
const IdRow = Schema.Struct({ id: Schema.Int })
const PieceRow = Schema.Struct({ bytes: Schema.Uint8Array })

const importOf = ({ changed_at_ms, ordered, sent_at_ms, ...row }: typeof ImportRow.Type): PackImport => ({
  ...row,
  order: ordered,
  sentAtMs: sent_at_ms,
  changedAtMs: changed_at_ms
})

const columns = (sql: Sql) =>
  sql`id, ordered::text, state, bytes, progress, report::text, problem, sent_at_ms, changed_at_ms`

/** With nothing in its texts that the server refuses. */
const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) => (typeof each === "string" ? storable(each.toWellFormed()) : each))

/** What is not named keeps its value. */
const changes = (sql: Sql, { problem, progress, report, state }: ImportChange) => sql`
  state = coalesce(${state ?? null}, state),
  progress = coalesce(${progress ?? null}::bigint, progress),
  problem = case when ${problem !== undefined}::boolean then ${problem == null ? null : storable(problem)}::text else problem end,
  report = case when ${report !== undefined}::boolean then ${report == null ? null : asJson(report)}::text::json else report end`

/** What is sent, piece by piece. */
const files = (database: Database["Service"]): Pick<PackImports["Service"], "append" | "begin" | "piece"> => ({
  begin: Effect.fnUntraced(function* (order) {
    const nowMs = yield* Clock.currentTimeMillis
    const before = nowMs - forgottenMs
    const [row] = yield* database.rows(
      "begin import",
      IdRow,
      (sql) => sql`
        with old as (delete from imports where changed_at_ms < ${before}::bigint returning id),
          pieces as (delete from import_pieces where import in (select id from old))
        insert into imports (ordered, state, sent_at_ms, changed_at_ms)
        values (${asJson(order)}::text::json, 'sent', ${nowMs}, ${nowMs}) returning id`
    )
    return row?.id ?? 0
  }),

  append: Effect.fnUntraced(function* (id, bytes) {
    const nowMs = yield* Clock.currentTimeMillis
    yield* database.run(
      "append to import",
      (sql) => sql`
        with sent as (
          update imports set bytes = bytes + ${bytes.length}, changed_at_ms = ${nowMs} where id = ${id}
          returning id
        )
        insert into import_pieces (import, piece, bytes)
        select id, (select count(*) from import_pieces where import = id), ${Buffer.from(bytes)} from sent`
    )
  }),

  piece: Effect.fnUntraced(function* (id, n) {
    const [row] = yield* database.rows(
      "read piece of import",
      PieceRow,
      (sql) => sql`select bytes from import_pieces where import = ${id} and piece = ${n}`
    )
    return row === undefined ? null : new Uint8Array(row.bytes)
  })
})

export const layer: Layer.Layer<PackImports, never, Database> = Layer.effect(
  PackImports,
  Effect.gen(function* () {
    const database = yield* Database
    return PackImports.of({
      ...files(database),

      get: Effect.fnUntraced(function* (id) {
        const [row] = yield* database.rows(
          "get import",
          ImportRow,
          (sql) => sql`select ${columns(sql)} from imports where id = ${id}`
        )
        return row === undefined ? null : importOf(row)
      }),

      list: Effect.fnUntraced(function* (before, limit) {
        const rows = yield* database.rows(
          "list imports",
          ImportRow,
          (sql) => sql`
            select ${columns(sql)} from imports ${before === null ? sql`` : sql`where id < ${before}`}
            order by id desc limit ${limit}`
        )
        return rows.map(importOf)
      }),

      change: Effect.fnUntraced(function* (id, from, change) {
        const nowMs = yield* Clock.currentTimeMillis
        const changed = yield* database.rows(
          "change import",
          IdRow,
          (sql) =>
            sql`update imports set ${changes(sql, change)}, changed_at_ms = ${nowMs} where id = ${id} and state = any(${[...from]}::text[]) returning id`
        )
        return changed.length > 0
      }),

      remove: Effect.fnUntraced(function* (id) {
        const removed = yield* database.rows(
          "remove import",
          IdRow,
          (sql) => sql`
            with pieces as (delete from import_pieces where import = ${id})
            delete from imports where id = ${id} returning id`
        )
        return removed.length > 0
      }),

      bring: (order) =>
        Effect.tryPromise({
          try: () => importPack(database.sql(), order),
          catch: (cause) => storeErrorOf("bring questions in", cause)
        })
    })
  })
)
