/** AuditLog on Postgres: whoever appends waits for the one row that knows how far the log goes. */
import { AuditLog } from "@znatoki/ports/audit-log"
import { StoreBroken } from "@znatoki/ports/store-error"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { storable } from "../database/storable.ts"

const Head = Schema.Struct({ place: Schema.Int, hash: Schema.String })
const Row = Schema.Struct({ ...Head.fields, text: Schema.String })

export const layer: Layer.Layer<AuditLog, never, Database> = Layer.effect(
  AuditLog,
  Effect.gen(function* () {
    const database = yield* Database
    return AuditLog.of({
      append: (entry) => {
        const text = storable(JSON.stringify(entry).replaceAll("\\u0000", "\uFFFD"))
        return database.run(
          "append to the audit log",
          (sql) =>
            sql`with next as (
                update audit_head set place = place + 1,
                  hash = encode(sha256(decode(hash, 'hex') || convert_to(${text}::text, 'UTF8')), 'hex')
                returning place, hash
              )
              insert into audit_log (place, entry, hash) select place, ${text}::text::json, hash from next`
        )
      },

      list: ({ who }, before, limit) =>
        database.rows(
          "list the audit log",
          Row,
          (sql) => sql`select place, entry::text as text, hash from audit_log
            where ${before === null ? sql`true` : sql`place < ${before}`}
              ${who === null ? sql`` : sql`and entry ->> 'who' = ${who}`}
            order by place desc limit ${limit}`
        ),

      read: (after, limit) =>
        database.rows(
          "read the audit log",
          Row,
          (sql) =>
            sql`select place, entry::text as text, hash from audit_log where place > ${after} order by place limit ${limit}`
        ),

      head: database
        .rows("head of the audit log", Head, (sql) => sql`select place, hash from audit_head`)
        .pipe(
          Effect.flatMap(([head]) =>
            head === undefined
              ? Effect.fail(new StoreBroken({ operation: "head of the audit log", problem: "it is gone" }))
              : Effect.succeed(head)
          )
        )
    })
  })
)
