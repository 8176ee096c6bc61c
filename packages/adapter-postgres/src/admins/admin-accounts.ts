/** AdminAccounts on Postgres. */
import { AdminAccounts, AdminId, type AdminChanges, Role } from "@znatoki/ports/admin-accounts"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"

export const AdminRow = Schema.Struct({
  id: AdminId,
  name: Schema.String,
  role: Role,
  disabled: Schema.Boolean,
  passwordHash: Schema.NullOr(Schema.String),
  createdAtMs: Schema.Int,
  version: Schema.Int
})

export const adminColumns = (sql: Sql) =>
  sql`admins.id::text as id, admins.name, admins.role, admins.disabled, admins.password_hash as "passwordHash",
      admins.created_at_ms as "createdAtMs", admins.version`

const isOurs = (id: AdminId): boolean => /^[1-9]\d{0,17}$/.test(id)

const Changed = Schema.Struct({ ...AdminRow.fields, outcome: Schema.Literals(["Changed", "Moved", "LastOwner"]) })

/** Whoever takes rights away from an owner waits for the others who do, so that two cannot do so to each other. */
const changeStatement = (
  sql: Sql,
  id: AdminId,
  { disabled, passwordHash, role }: AdminChanges,
  version: number | null,
  atMs: number
) =>
  sql`with
      owners as (select id from admins where role = 'owner' and not disabled order by id for update),
      seen as (
        select * from admins where id = ${id}::text::bigint and version = coalesce(${version}::integer, version) for update
      ),
      wanted as (
        select id, coalesce(${role ?? null}::text, role) as role, coalesce(${disabled ?? null}::boolean, disabled) as disabled
        from seen
      ),
      allowed as (
        select * from wanted
        where (role = 'owner' and not disabled) or exists (select from owners where owners.id <> wanted.id)
          or not exists (select from owners where owners.id = wanted.id)
      ),
      changed as (
        update admins set role = allowed.role, disabled = allowed.disabled, changed_at_ms = ${atMs},
          version = version + ((admins.role, admins.disabled) is distinct from (allowed.role, allowed.disabled))::integer,
          password_hash = coalesce(${passwordHash ?? null}::text, password_hash)
        from allowed where admins.id = allowed.id
        returning ${adminColumns(sql)}
      ),
      ended as (delete from admin_sessions where admin in (select id from allowed))
    select *, 'Changed' as outcome from changed
    union all
    select ${adminColumns(sql)}, case when exists (select from wanted) then 'LastOwner' else 'Moved' end as outcome from admins
    where id = ${id}::text::bigint and not exists (select from allowed)`

export const layer: Layer.Layer<AdminAccounts, never, Database> = Layer.effect(
  AdminAccounts,
  Effect.gen(function* () {
    const database = yield* Database
    const get = (id: AdminId) =>
      isOurs(id)
        ? database
            .rows(
              "get an admin",
              AdminRow,
              (sql) => sql`select ${adminColumns(sql)} from admins where id = ${id}::text::bigint`
            )
            .pipe(Effect.map(([row]) => row ?? null))
        : Effect.succeed(null)
    return AdminAccounts.of({
      list: (after, limit) =>
        database.rows(
          "list admins",
          AdminRow,
          (sql) => sql`select ${adminColumns(sql)} from admins
            where ${after === null ? sql`true` : sql`name > ${after}`} order by name limit ${limit}`
        ),

      find: (name) =>
        database
          .rows("find an admin", AdminRow, (sql) => sql`select ${adminColumns(sql)} from admins where name = ${name}`)
          .pipe(Effect.map(([row]) => row ?? null)),

      create: ({ name, passwordHash, role }, atMs) =>
        database
          .rows(
            "create an admin",
            AdminRow,
            (sql) =>
              sql`insert into admins (name, role, password_hash, created_at_ms, changed_at_ms)
                values (${name}, ${role}, ${passwordHash}, ${atMs}, ${atMs})
                on conflict do nothing returning ${adminColumns(sql)}`
          )
          .pipe(Effect.map(([row]) => row ?? null)),

      get,

      change: Effect.fnUntraced(function* (id, changes, version, atMs) {
        if (!isOurs(id)) return { _tag: "Missing" }
        const [row] = yield* database.rows("change an admin", Changed, (sql) =>
          changeStatement(sql, id, changes, version, atMs)
        )
        if (row === undefined) return { _tag: "Missing" }
        const { outcome, ...admin } = row
        if (outcome === "LastOwner") return { _tag: outcome }
        // A statement that has waited for another does not see what that one wrote.
        const now = outcome === "Moved" ? yield* get(id) : admin
        return now === null ? { _tag: "Missing" } : { _tag: outcome, admin: now }
      })
    })
  })
)
