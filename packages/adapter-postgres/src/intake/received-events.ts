/** ReceivedEvents on Postgres. */
import { EpochMs } from "@znatoki/engine"
import { type ReceivedEvent, ReceivedEvents } from "@znatoki/ports/received-events"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { gathered } from "../database/gathered.ts"

const Kept = Schema.Struct({ community: Schema.String, id: Schema.String })
const Waiting = Schema.Struct({ id: Schema.String, place: Schema.Int, body: Schema.String, received_at_ms: EpochMs })

interface Keeping extends ReceivedEvent {
  readonly community: string
}

const keptAtOnce = 200
const keyOf = ({ community, id }: { readonly community: string; readonly id: string }): string => `${community}/${id}`

export const layer: Layer.Layer<ReceivedEvents, never, Database> = Layer.effect(
  ReceivedEvents,
  Effect.gen(function* () {
    const database = yield* Database

    /** In the order in which they came. Of two with one name the first is new. */
    const keepAll = Effect.fnUntraced(function* (events: ReadonlyArray<Keeping>) {
      const kept = yield* database.rows(
        "keep received events",
        Kept,
        (sql) =>
          sql`insert into received_events (community, id, body, received_at_ms)
            select * from unnest(
              ${events.map(({ community }) => community)}::text[], ${events.map(({ id }) => id)}::text[],
              ${events.map(({ body }) => body)}::text[], ${events.map(({ atMs }) => atMs)}::bigint[]
            )
            on conflict do nothing returning community, id`
      )
      const fresh = new Set(kept.map(keyOf))
      return events.map((event) => fresh.delete(keyOf(event)))
    })
    const keep = yield* gathered(keepAll, { isCommon: (error) => error._tag === "StoreUnavailable", max: keptAtOnce })

    return {
      keep: (community, event) => keep({ community, ...event }),

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
