/** AdminSessions on Postgres. */
import { AdminId } from "@znatoki/ports/admin-accounts"
import { type AdminSession, AdminSessions } from "@znatoki/ports/admin-sessions"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"
import { adminColumns, AdminRow } from "./admin-accounts.ts"

const SessionRow = Schema.Struct({
  hash: Schema.String,
  admin: AdminId,
  sessionCreatedAtMs: Schema.Int,
  seenAtMs: Schema.Int,
  idleUntilMs: Schema.Int,
  absoluteUntilMs: Schema.Int,
  address: Schema.String,
  agent: Schema.String
})

const columns = (sql: Sql) =>
  sql`hash, admin::text as admin, admin_sessions.created_at_ms as "sessionCreatedAtMs", seen_at_ms as "seenAtMs",
      idle_until_ms as "idleUntilMs", absolute_until_ms as "absoluteUntilMs", address, agent`

const sessionOf = ({ sessionCreatedAtMs, ...session }: typeof SessionRow.Type): AdminSession => ({
  ...session,
  createdAtMs: sessionCreatedAtMs
})

const Both = Schema.Struct({ ...SessionRow.fields, ...AdminRow.fields })
const HashRow = Schema.Struct({ hash: Schema.String })

const bothOf = ({ createdAtMs, disabled, id, name, passwordHash, role, version, ...session }: typeof Both.Type) => ({
  session: sessionOf(session),
  admin: { createdAtMs, disabled, id, name, passwordHash, role, version }
})

export const layer: Layer.Layer<AdminSessions, never, Database> = Layer.effect(
  AdminSessions,
  Effect.gen(function* () {
    const database = yield* Database
    const closed = (operation: string, which: (sql: Sql) => ReturnType<Sql>) =>
      database
        .rows(operation, HashRow, (sql) => sql`delete from admin_sessions where ${which(sql)} returning hash`)
        .pipe(Effect.map(({ length }) => length))
    return AdminSessions.of({
      open: ({ absoluteUntilMs, address, admin, agent, createdAtMs, hash, idleUntilMs, seenAtMs }) =>
        database.run(
          "open a session",
          (sql) =>
            sql`with
                a as (delete from admin_sessions where absolute_until_ms < ${createdAtMs}),
                b as (delete from admin_sessions where idle_until_ms < ${createdAtMs} and absolute_until_ms >= ${createdAtMs})
              insert into admin_sessions (hash, admin, created_at_ms, seen_at_ms, idle_until_ms, absolute_until_ms, address, agent)
              values (${hash}, ${admin}::text::bigint, ${createdAtMs}, ${seenAtMs}, ${idleUntilMs}, ${absoluteUntilMs},
                ${storable(address)}, ${storable(agent)})`
        ),

      find: (hash) =>
        database
          .rows(
            "find a session",
            Both,
            (sql) => sql`select ${columns(sql)}, ${adminColumns(sql)}
              from admin_sessions join admins on admins.id = admin where hash = ${hash}`
          )
          .pipe(Effect.map(([row]) => (row === undefined ? null : bothOf(row)))),

      seen: (hash, { idleUntilMs, seenAtMs }) =>
        database.run(
          "see a session",
          (sql) =>
            sql`update admin_sessions set seen_at_ms = ${seenAtMs}, idle_until_ms = ${idleUntilMs} where hash = ${hash}`
        ),

      of: (admin) =>
        database
          .rows(
            "sessions of an admin",
            SessionRow,
            (sql) => sql`select ${columns(sql)} from admin_sessions where admin = ${admin}::text::bigint
              order by created_at_ms desc, hash`
          )
          .pipe(Effect.map((rows) => rows.map(sessionOf))),

      close: (hash) =>
        Effect.map(
          closed("close a session", (sql) => sql`hash = ${hash}`),
          (count) => count > 0
        ),

      closeAll: (admin) => closed("close all sessions", (sql) => sql`admin = ${admin}::text::bigint`)
    })
  })
)
