/** Settles messages of the outbox: what was taken is deleted, what was refused stays with its reason; slots get their names. */
import type { Settled } from "@znatoki/ports/outbox"
import { Effect } from "effect"
import type { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

type Sent = Extract<Settled, { _tag: "Sent" }>
type Dead = Extract<Settled, { _tag: "Dead" }>

export const settle = Effect.fnUntraced(function* (database: Database["Service"], results: ReadonlyArray<Settled>) {
  const once = firstOfEach(results)
  const sent = once.filter((result) => result._tag === "Sent")
  const dead = once.filter((result) => result._tag === "Dead")
  if (sent.length > 0) yield* database.run("settle messages", (sql) => sentStatement(sql, sent))
  if (dead.length > 0) yield* database.run("give up messages", (sql) => deadStatement(sql, dead))
})

/** What settles a message twice in one call counts once, as it does in two calls. */
const firstOfEach = (results: ReadonlyArray<Settled>): ReadonlyArray<Settled> => {
  const first = new Map<string, Settled>()
  for (const result of results) {
    const key = `${result.conversation}/${result.seq}`
    if (!first.has(key)) first.set(key, result)
  }
  return [...first.values()]
}

/**
 * Where the messages lie. The table is all but empty and yet may be full of what was deleted, so it is never read from end
 * to end: each is found through the index, and then by its place.
 */
const found = (sql: Sql) => sql`
  found as materialized (
    select r.*, o.place, o.slot, o.amends from result r
    cross join lateral (
      select o.ctid as place, o.slot, o.message ->> '_tag' = 'Amend' as amends from outbox o where o.conversation = r.conversation and o.seq = r.seq limit 1) o
  )`

const sentStatement = (sql: Sql, sent: ReadonlyArray<Sent>) => {
  const names = sent.map(({ externalId }) => (externalId === null ? null : storable(externalId)))
  return sql`
    with result as (
      select * from unnest(
        ${sent.map(({ conversation }) => conversation)}::text[], ${sent.map(({ seq }) => seq)}::bigint[], ${names}::text[]
      ) as r(conversation, seq, external_id)
    ), ${found(sql)},
    settled as (
      delete from outbox o using found f where o.ctid = f.place and o.dead_reason is null
      returning f.conversation, f.slot, f.seq, f.external_id, f.amends
    )
    ${remembered(sql)}`
}

const deadStatement = (sql: Sql, dead: ReadonlyArray<Dead>) => {
  const reasons = dead.map(({ reason }) => storable(reason))
  return sql`
    with result as (
      select * from unnest(
        ${dead.map(({ conversation }) => conversation)}::text[], ${dead.map(({ seq }) => seq)}::bigint[], ${reasons}::text[],
        ${dead.map(({ atMs }) => atMs)}::bigint[]
      ) as r(conversation, seq, reason, at_ms)
    ), ${found(sql)},
    settled as (
      update outbox o set dead_reason = f.reason, dead_at_ms = f.at_ms
      from found f where o.ctid = f.place and o.dead_reason is null
      returning f.conversation, f.slot, f.seq, null::text as external_id, f.amends
    )
    ${remembered(sql)}`
}

/** What the messenger called the newest message of each slot. An amendment has a name only where it had to be said anew. */
const remembered = (sql: Sql) => sql`
    insert into said_slots as s (conversation, slot, seq, external_id)
    select distinct on (conversation, slot) conversation, slot, seq, external_id
    from settled
    where slot is not null and (external_id is not null or not amends)
    order by conversation, slot, seq desc
    on conflict (conversation, slot) do update set seq = excluded.seq, external_id = excluded.external_id
      where s.seq < excluded.seq`
