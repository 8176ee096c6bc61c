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

export const layer: Layer.Layer<Pictures, never, Database> = Layer.effect(
  Pictures,
  Effect.gen(function* () {
    const database = yield* Database
    return Pictures.of({
      put: Effect.fnUntraced(function* ({ bytes, height, type, width }) {
        const nowMs = yield* Clock.currentTimeMillis
        const hash = createHash("sha256").update(bytes).digest("hex")
        yield* database.run(
          "put picture",
          (sql) => sql`
            insert into pictures (sha256, type, width, height, bytes, stored_at_ms)
            values (decode(${hash}, 'hex'), ${type}, ${width}, ${height}, ${Buffer.from(bytes)}, ${nowMs})
            on conflict do nothing`
        )
        return hash
      }),

      get: Effect.fnUntraced(function* (hash) {
        if (!/^[\da-f]{64}$/.test(hash)) return null
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
