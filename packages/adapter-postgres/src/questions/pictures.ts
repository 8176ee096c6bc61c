/** Pictures on Postgres. */
import { createHash } from "node:crypto"
import { Pictures } from "@znatoki/ports/pictures"
import { Clock, Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const PictureRow = Schema.Struct({
  type: Schema.String,
  width: Schema.Int,
  height: Schema.Int,
  bytes: Schema.Uint8Array
})

const FactsRow = Schema.Struct({
  hash: Schema.String,
  type: Schema.String,
  width: Schema.Int,
  height: Schema.Int,
  size: Schema.Int
})

const isHash = (text: string): boolean => /^[\da-f]{64}$/.test(text)

export const layer: Layer.Layer<Pictures, never, Database> = Layer.effect(
  Pictures,
  Effect.gen(function* () {
    const database = yield* Database
    return Pictures.of({
      put: Effect.fnUntraced(function* ({ bytes, height, type, width }, file) {
        const nowMs = yield* Clock.currentTimeMillis
        const hash = createHash("sha256").update(bytes).digest("hex")
        yield* database.run(
          "put picture",
          (sql) => sql`
            with put as (
              insert into pictures (sha256, type, width, height, bytes, stored_at_ms)
              values (decode(${hash}, 'hex'), ${type}, ${width}, ${height}, ${Buffer.from(bytes)}, ${nowMs})
              on conflict (sha256) do update set stored_at_ms = excluded.stored_at_ms returning sha256
            )
            insert into picture_files (sha256, picture)
            select decode(${file ?? hash}, 'hex'), sha256 from put where ${file !== undefined}::boolean
            on conflict (sha256) do update set picture = excluded.picture`
        )
        return hash
      }),

      madeOf: Effect.fnUntraced(function* (file) {
        if (!isHash(file)) return null
        const nowMs = yield* Clock.currentTimeMillis
        const [row] = yield* database.rows(
          "made of file",
          FactsRow,
          (sql) => sql`
            update pictures set stored_at_ms = ${nowMs}
            where sha256 = coalesce(
              (select picture from picture_files where sha256 = decode(${file}, 'hex')), decode(${file}, 'hex'))
            returning encode(sha256, 'hex') as hash, type, width, height, length(bytes) as size`
        )
        return row ?? null
      }),

      get: Effect.fnUntraced(function* (hash) {
        if (!isHash(hash)) return null
        const [row] = yield* database.rows(
          "get picture",
          PictureRow,
          (sql) => sql`select type, width, height, bytes from pictures where sha256 = decode(${hash}, 'hex')`
        )
        return row === undefined ? null : { ...row, bytes: new Uint8Array(row.bytes) }
      })
    })
  })
)
