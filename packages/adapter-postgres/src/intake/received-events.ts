/** ReceivedEvents on Postgres. */
import { EpochMs } from "@znatoki/engine"
import { ReceivedEvents } from "@znatoki/ports/received-events"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const Kept = Schema.Struct({ id: Schema.String })
const Waiting = Schema.Struct({ id: Schema.String, place: Schema.Int, body: Schema.String, received_at_ms: EpochMs })

export const layer: Layer.Layer<ReceivedEvents, never, Database> = Layer.effect(
  ReceivedEvents,
  Effect.gen(function* () {
    const database = yield* Database
    return {
      keep: (community, { atMs, body, id }) =>
        database
          .rows(
            "keep a received event",
            Kept,
            (sql) =>
              sql`insert into received_events (community, id, body, received_at_ms)
                values (${community}, ${id}, ${body}, ${atMs})
                on conflict do nothing returning id`
          )
          .pipe(Effect.map((kept) => kept.length > 0)),

      waiting: (community, after, limit) =>
        database
          .rows(
            "received events",
            Waiting,
            (sql) =>
              sql`select id, place, body, received_at_ms from received_events
                where community = ${community} and place > ${after} order by place limit ${limit}`
          )
          .pipe(Effect.map((rows) => rows.map(({ received_at_ms: atMs, ...row }) => ({ ...row, atMs })))),

      forget: (community, ids) =>
        ids.length === 0
          ? Effect.void
          : database.run(
              "forget received events",
              (sql) => sql`delete from received_events where community = ${community} and id = any(${[...ids]}::text[])`
            )
    }
  })
)
