/** Heartbeat on Postgres. */
import { type Before, Heartbeat } from "@znatoki/ports/heartbeat"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"

const BeatRow = Schema.Struct({ at_ms: Schema.NullOr(Schema.Int) })
const OutageRow = Schema.Struct({ since_ms: Schema.Int, at_ms: Schema.Int })

const nobody: Before = { whole: [], parts: [] }

/** When the role was last alive, by its row in `own`, or whoever owned the same before it. */
const lastBeat = (sql: Sql, { parts, whole }: Before) =>
  sql`select greatest(
      (select at_ms from own),
      (select max(at_ms) from heartbeats where role = any(${[...whole]}::text[])),
      (select max(at_ms) from heartbeats where role = any(${[...parts]}::text[]) and not exists (select from own))
    ) as at_ms`

export const layer: Layer.Layer<Heartbeat, never, Database> = Layer.effect(
  Heartbeat,
  Effect.gen(function* () {
    const database = yield* Database
    return {
      // Several processes may have the same role and clocks that differ: the latest sign of life counts.
      beat: (role, atMs) =>
        database.run(
          "beat",
          (sql) =>
            sql`insert into heartbeats as h (role, at_ms) values (${role}, ${atMs})
              on conflict (role) do update set at_ms = excluded.at_ms where h.at_ms < excluded.at_ms`
        ),

      last: (role, before = nobody) =>
        database
          .rows(
            "last beat",
            BeatRow,
            (sql) => sql`with own as (select at_ms from heartbeats where role = ${role}) ${lastBeat(sql, before)}`
          )
          .pipe(Effect.map(([row]) => row?.at_ms ?? null)),

      wake: (role, atMs, before = nobody) =>
        database
          .rows(
            "wake",
            OutageRow,
            (sql) =>
              sql`with own as (
                  select at_ms from heartbeats where role = ${role} for update
                ),
                last as (${lastBeat(sql, before)}),
                ended as (
                  insert into outages (role, since_ms, at_ms)
                  select ${role}, at_ms, ${atMs}::bigint from last where at_ms < ${atMs}
                  on conflict do nothing
                  returning since_ms, at_ms
                ),
                beaten as (
                  insert into heartbeats as h (role, at_ms) values (${role}, ${atMs})
                  on conflict (role) do update set at_ms = excluded.at_ms where h.at_ms < excluded.at_ms
                )
                select since_ms, at_ms from outages where role = ${role}
                union all
                select since_ms, at_ms from ended
                order by at_ms`
          )
          .pipe(Effect.map((rows) => rows.map(({ at_ms, since_ms }) => ({ sinceMs: since_ms, atMs: at_ms })))),

      forget: (role, untilMs) =>
        database.run("forget outages", (sql) => sql`delete from outages where role = ${role} and at_ms <= ${untilMs}`)
    }
  })
)
