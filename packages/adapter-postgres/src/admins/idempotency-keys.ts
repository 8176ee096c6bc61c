/** IdempotencyKeys on Postgres. */
import { type Begun, IdempotencyKeys } from "@znatoki/ports/idempotency-keys"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const Row = Schema.Struct({
  isNew: Schema.Boolean,
  request: Schema.String,
  status: Schema.NullOr(Schema.Int),
  body: Schema.NullOr(Schema.String),
  headers: Schema.NullOr(Schema.Record(Schema.String, Schema.String))
})

const begunOf = (row: typeof Row.Type | undefined, request: string): Begun => {
  // Another began it between the two looks of the statement.
  if (row === undefined) return "under way"
  if (row.isNew) return "new"
  if (row.request !== request) return "another request"
  return row.status === null ? "under way" : { status: row.status, body: row.body, headers: row.headers ?? {} }
}

export const layer: Layer.Layer<IdempotencyKeys, never, Database> = Layer.effect(
  IdempotencyKeys,
  Effect.gen(function* () {
    const database = yield* Database
    return IdempotencyKeys.of({
      begin: ({ key, request, who }, atMs, sinceMs) =>
        database
          .rows(
            "begin a keyed request",
            Row,
            (sql) =>
              sql`with
                  gone as (
                    delete from idempotency_keys
                    where (begun_at_ms < ${sinceMs} and (who, key) <> (${who}, ${key}))
                  ),
                  begun as (
                    insert into idempotency_keys as kept (who, key, request, begun_at_ms)
                    values (${who}, ${key}, ${request}, ${atMs})
                    on conflict (who, key) do update
                      set request = excluded.request, begun_at_ms = excluded.begun_at_ms, status = null, body = null, headers = null
                      where kept.begun_at_ms < ${sinceMs}
                    returning request
                  )
                select true as "isNew", request, null::integer as status, null::text as body, null::json as headers from begun
                union all
                select false, request, status, body, headers from idempotency_keys
                where (who, key) = (${who}, ${key}) and not exists (select from begun)`
          )
          .pipe(Effect.map(([row]) => begunOf(row, request))),

      answered: ({ key, request, who }, { body, headers, status }) =>
        database.run(
          "answer a keyed request",
          (sql) =>
            sql`update idempotency_keys
              set status = ${status}, body = ${body}, headers = ${JSON.stringify(headers)}::text::json
              where (who, key) = (${who}, ${key}) and request = ${request}`
        ),

      failed: ({ key, request, who }) =>
        database.run(
          "fail a keyed request",
          (sql) =>
            sql`delete from idempotency_keys
              where (who, key) = (${who}, ${key}) and request = ${request} and status is null`
        )
    })
  })
)
