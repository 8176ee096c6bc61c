/** AdminOrders on Postgres: there is hardly ever a row, so all are looked through by their key. */
import { EpochMs } from "@znatoki/engine"
import { ConversationId } from "@znatoki/chat/chat-input"
import { AdminOrder, AdminOrders } from "@znatoki/ports/admin-orders"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { Mine } from "../database/mine.ts"

const Row = Schema.Struct({
  id: Schema.String,
  conversation: ConversationId,
  order: Schema.fromJsonString(AdminOrder),
  atMs: EpochMs
})

export const layer: Layer.Layer<AdminOrders, never, Database> = Layer.effect(
  AdminOrders,
  Effect.gen(function* () {
    const database = yield* Database
    const mine = yield* Mine
    return AdminOrders.of({
      give: ({ atMs, conversation, order }) =>
        database.run(
          "give an order",
          (sql) =>
            sql`insert into admin_orders (conversation, partition, game_order, given_at_ms)
              values (${conversation}, ${partitionOf(conversation)}, ${JSON.stringify(order)}::text::json, ${atMs})`
        ),

      waiting: (slice, limit) =>
        database.rows(
          "waiting orders",
          Row,
          (sql) =>
            sql`select id::text as id, conversation, game_order::text as order, given_at_ms as "atMs" from admin_orders
              where partition = any(${[...slice]}::smallint[]) ${mine(sql)}
              order by admin_orders.id limit ${limit}`
        ),

      done: (id) =>
        database.run("an order is done", (sql) => sql`delete from admin_orders where id = ${id}::text::bigint`)
    })
  })
)
