/** AdminTokens on Postgres. */
import { Role } from "@znatoki/ports/admin-accounts"
import { AdminTokens } from "@znatoki/ports/admin-tokens"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"

const Row = Schema.Struct({
  id: Schema.String,
  name: Schema.String,
  role: Role,
  hash: Schema.String,
  madeBy: Schema.String,
  createdAtMs: Schema.Int,
  expiresAtMs: Schema.NullOr(Schema.Int),
  usedAtMs: Schema.NullOr(Schema.Int),
  revokedAtMs: Schema.NullOr(Schema.Int)
})

const columns = (sql: Sql) =>
  sql`id, name, role, hash, made_by as "madeBy", created_at_ms as "createdAtMs", expires_at_ms as "expiresAtMs",
      used_at_ms as "usedAtMs", revoked_at_ms as "revokedAtMs"`

export const layer: Layer.Layer<AdminTokens, never, Database> = Layer.effect(
  AdminTokens,
  Effect.gen(function* () {
    const database = yield* Database
    return AdminTokens.of({
      create: ({ createdAtMs, expiresAtMs, hash, id, madeBy, name, revokedAtMs, role, usedAtMs }) =>
        database.run(
          "create a token",
          (sql) =>
            sql`insert into admin_tokens (id, name, role, hash, made_by, created_at_ms, expires_at_ms, used_at_ms, revoked_at_ms)
              values (${id}, ${name}, ${role}, ${hash}, ${madeBy}, ${createdAtMs}, ${expiresAtMs}, ${usedAtMs}, ${revokedAtMs})`
        ),

      find: (id) =>
        database
          .rows("find a token", Row, (sql) => sql`select ${columns(sql)} from admin_tokens where id = ${id}`)
          .pipe(Effect.map(([row]) => row ?? null)),

      list: (after, limit) =>
        database.rows(
          "list tokens",
          Row,
          (sql) => sql`select ${columns(sql)} from admin_tokens
            where ${after === null ? sql`true` : sql`id > ${after}`} order by id limit ${limit}`
        ),

      used: (id, atMs) =>
        database.run("use a token", (sql) => sql`update admin_tokens set used_at_ms = ${atMs} where id = ${id}`),

      revoke: (id, atMs) =>
        database
          .rows(
            "revoke a token",
            Row,
            (sql) => sql`update admin_tokens set revoked_at_ms = coalesce(revoked_at_ms, ${atMs}::bigint)
              where id = ${id} returning ${columns(sql)}`
          )
          .pipe(Effect.map(([row]) => row ?? null))
    })
  })
)
