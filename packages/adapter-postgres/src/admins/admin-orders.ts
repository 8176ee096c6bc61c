/** AdminOrders on Postgres: there is hardly ever a row, so all are looked through by their key. */
import { EpochMs } from "@znatoki/engine"
import { ConversationId } from "@znatoki/chat/chat-input"
import { AdminOrder, AdminOrders, type GivenOrder } from "@znatoki/ports/admin-orders"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { inTransaction, type Tx } from "../database/in-transaction.ts"
import { Mine } from "../database/mine.ts"

const Row = Schema.Struct({
  id: Schema.String,
  conversation: ConversationId,
  order: Schema.fromJsonString(AdminOrder),
  atMs: EpochMs
})

/** Others are of a later version that was taken back, and wait until it comes again. */
const known = Object.keys(AdminOrder.cases)

const GivenRow = Schema.Struct({ given: Schema.Int })

type Order = Omit<GivenOrder, "id">

/** Of two editors who rule on one appeal the second looks when the first has written. */
const rule = async (tx: Tx, { atMs, conversation, order }: Order) => {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`ruling ${conversation}`}, 0))`
  const text = JSON.stringify(order)
  return tx`
    with mine as (select ${text}::text::jsonb as wanted),
    given as (
      insert into admin_orders (conversation, partition, game_order, given_at_ms)
      select ${conversation}, ${partitionOf(conversation)}, ${text}::text::json, ${atMs}::bigint from mine
      where not exists (
        select from admin_orders o where o.conversation = ${conversation}
          and o.game_order::jsonb - 'accepted' = mine.wanted - 'accepted')
      returning 1
    )
    select count(*) as given from given`
}

export const layer: Layer.Layer<AdminOrders, never, Database> = Layer.effect(
  AdminOrders,
  Effect.gen(function* () {
    const database = yield* Database
    const mine = yield* Mine
    return AdminOrders.of({
      give: Effect.fnUntraced(function* (given) {
        const { atMs, conversation, order } = given
        if (order._tag === "Rule") {
          const rows = yield* database.rows("give a ruling", GivenRow, (sql) =>
            inTransaction(sql, (tx) => rule(tx, given))
          )
          return rows[0]?.given === 1
        }
        yield* database.run(
          "give an order",
          (sql) =>
            sql`insert into admin_orders (conversation, partition, game_order, given_at_ms)
              values (${conversation}, ${partitionOf(conversation)}, ${JSON.stringify(order)}::text::json, ${atMs})`
        )
        return true
      }),

      waiting: (slice, limit) =>
        database.rows(
          "waiting orders",
          Row,
          (sql) =>
            sql`select id::text as id, conversation, game_order::text as order, given_at_ms as "atMs" from admin_orders
              where partition = any(${[...slice]}::smallint[]) and game_order ->> '_tag' = any(${known}::text[]) ${mine(sql)}
              order by admin_orders.id limit ${limit}`
        ),

      done: (id) =>
        database.run("an order is done", (sql) => sql`delete from admin_orders where id = ${id}::text::bigint`)
    })
  })
)
