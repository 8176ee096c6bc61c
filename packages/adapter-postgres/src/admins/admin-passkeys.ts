/** AdminPasskeys on Postgres. */
import { AdminId } from "@znatoki/ports/admin-accounts"
import { AdminPasskeys } from "@znatoki/ports/admin-passkeys"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"
import { adminColumns, AdminRow } from "./admin-accounts.ts"

const fields = {
  admin: AdminId,
  publicKey: Schema.String,
  counter: Schema.Int,
  usedAtMs: Schema.NullOr(Schema.Int)
}
const Row = Schema.Struct({ ...fields, id: Schema.String, name: Schema.String, createdAtMs: Schema.Int })
const IdRow = Schema.Struct({ id: Schema.String })

const columns = (sql: Sql) => sql`admin::text as admin, public_key as "publicKey", counter, used_at_ms as "usedAtMs"`

const Both = Schema.Struct({
  ...fields,
  ...AdminRow.fields,
  passkey: Schema.String,
  passkeyName: Schema.String,
  passkeyCreatedAtMs: Schema.Int
})

const bothOf = ({
  passkey,
  passkeyCreatedAtMs,
  passkeyName,
  admin,
  publicKey,
  counter,
  usedAtMs,
  ...account
}: typeof Both.Type) => ({
  passkey: { id: passkey, name: passkeyName, createdAtMs: passkeyCreatedAtMs, admin, publicKey, counter, usedAtMs },
  admin: account
})

export const layer: Layer.Layer<AdminPasskeys, never, Database> = Layer.effect(
  AdminPasskeys,
  Effect.gen(function* () {
    const database = yield* Database
    const isDone = (operation: string, statement: (sql: Sql) => ReturnType<Sql>) =>
      database.rows(operation, IdRow, statement).pipe(Effect.map(({ length }) => length > 0))
    return AdminPasskeys.of({
      add: ({ admin, counter, createdAtMs, id, name, publicKey, usedAtMs }) =>
        isDone(
          "add a passkey",
          (sql) =>
            sql`insert into admin_passkeys (id, admin, name, public_key, counter, created_at_ms, used_at_ms)
              values (${id}, ${admin}::text::bigint, ${storable(name)}, ${publicKey}, ${counter}, ${createdAtMs}, ${usedAtMs})
              on conflict do nothing returning id`
        ),

      of: (admin) =>
        database.rows(
          "list passkeys",
          Row,
          (sql) => sql`select id, name, created_at_ms as "createdAtMs", ${columns(sql)} from admin_passkeys
            where admin = ${admin}::text::bigint order by created_at_ms, id`
        ),

      find: (id) =>
        database
          .rows(
            "find a passkey",
            Both,
            (sql) => sql`select k.id as passkey, k.name as "passkeyName", k.created_at_ms as "passkeyCreatedAtMs",
                ${columns(sql)}, ${adminColumns(sql)}
              from admin_passkeys k join admins on admins.id = k.admin where k.id = ${id}`
          )
          .pipe(Effect.map(([row]) => (row === undefined ? null : bothOf(row)))),

      used: (id, counter, atMs) =>
        isDone(
          "use a passkey",
          (sql) => sql`update admin_passkeys set counter = ${counter}, used_at_ms = ${atMs}
            where id = ${id} and (counter < ${counter} or (counter = 0 and ${counter} = 0)) returning id`
        ),

      remove: (admin, id) =>
        isDone(
          "remove a passkey",
          (sql) => sql`delete from admin_passkeys where id = ${id} and admin = ${admin}::text::bigint returning id`
        )
    })
  })
)
