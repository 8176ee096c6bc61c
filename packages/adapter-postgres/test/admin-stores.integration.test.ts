import { assert, describe, it } from "@effect/vitest"
import { adminStores } from "@znatoki/adapter-postgres/admins/admin-stores"
import * as DatabasePostgres from "@znatoki/adapter-postgres/database/database"
import { Database } from "@znatoki/adapter-postgres/database/database"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { AuditLog } from "@znatoki/ports/audit-log"
import { layer as orders } from "@znatoki/adapter-postgres/admins/admin-orders"
import { layer as settings } from "@znatoki/adapter-postgres/admins/conversation-settings"
import { conversationSettingsContract } from "@znatoki/test-contracts/contracts/conversation-settings.contract"
import { adminOrdersContract } from "@znatoki/test-contracts/contracts/admin-orders.contract"
import { adminStoresContract } from "@znatoki/test-contracts/contracts/admin-stores.contract"
import { Effect, Layer, Redacted } from "effect"

describePostgres("the stores of admins", (postgres) => {
  const database = Layer.unwrap(
    Effect.sync(() => DatabasePostgres.layer({ url: Redacted.make(postgres.url()), max: 8 }))
  )
  const emptied = Layer.effectDiscard(
    Effect.gen(function* () {
      const { run } = yield* Database
      yield* run(
        "empty",
        (sql) =>
          sql`truncate admins, admin_passkeys, admin_sessions, admin_tokens, audit_log, idempotency_keys, admin_orders, conversation_settings`
      )
      yield* run("empty", (sql) => sql`update audit_head set place = 0, hash = repeat('0', 64)`)
    })
  )
  const empty = adminStores.pipe(Layer.provide(emptied), Layer.provideMerge(database))

  adminStoresContract("postgres", empty)
  adminOrdersContract("postgres", orders.pipe(Layer.provide(emptied), Layer.provide(database)))

  conversationSettingsContract("postgres", settings.pipe(Layer.provide(emptied), Layer.provide(database)))

  describe("the audit log", () => {
    it.live("cannot be changed nor shortened, by whoever owns the tables either", () =>
      Effect.gen(function* () {
        const log = yield* AuditLog
        const entry = {
          atMs: 1,
          who: "a",
          did: "b",
          to: null,
          fields: [],
          outcome: "ordered",
          address: "",
          requestId: ""
        }
        yield* log.append(entry)
        const { run } = yield* Database
        for (const query of ["update audit_log set place = 9", "delete from audit_log"]) {
          const error = yield* Effect.flip(run("change", (sql) => sql.unsafe(query)))
          assert.include(error.message, "only added to")
        }
        assert.lengthOf(yield* log.read(0, 9), 1)
      }).pipe(Effect.provide(Layer.fresh(empty)))
    )
  })
})
