/**
 * A batch of commits as one statement: one round trip, one transaction, and no commit disturbs another.
 *
 * The row in `conversations` is the fence. It is inserted or updated first, in the order of the ids, so that two
 * batches never wait for each other in a ring; a version that is not the next one leaves it as it is, and everything
 * else of that commit hangs on the rows that were let through.
 *
 * The plan is made once, maybe while the tables are empty, and kept. So what is looked up is looked up row by row
 * (`lateral … limit 1`): a plan that fits an empty table must not read all of a full one.
 */
import type { Commit } from "@znatoki/ports/game-store"
import { askedOf, dailyOf, dialogsOf, headsOf, logsOf, outgoingOf, proposedOf, talkedOf } from "./commit-columns.ts"
import type { Sql } from "../database/pool.ts"

/** Rows, in no order: `n` (the place of a refused commit in the batch, from 1) and `repeated` (a source, if that is why). */
export const commitStatement = (sql: Sql, batch: ReadonlyArray<Commit>) => {
  const isMore = batch.some(isMoreThanGame)
  const talked = isMore ? talkedOf(batch) : null
  const isTalk = talked !== null && talked.n.length > 0
  /** Every source of the batch. */
  const sources = isTalk ? sql`(select n, source from entry union all select n, source from talked)` : sql`entry`
  return sql`
  with ${given(sql, batch)}${isTalk ? talk(sql, talked) : sql``}, ${fence(sql, sources)}, ${writes(sql, batch, sources)}${isMore ? besideGames(sql, batch) : sql``}
  -- A stale commit has moved, whatever it repeats.
  select h.n, case when h.known_version = h.version - 1 then r.source end as repeated
  from head h
  left join repeated r using (n)
  where not exists (select from accepted a where a.n = h.n)`
}

/** Hardly ever. */
const isMoreThanGame = ({ daily, next, proposed, talked }: Commit): boolean =>
  (talked ?? proposed ?? daily ?? next.proposal) !== undefined

/** A piece of the statement. */
type Piece = ReturnType<typeof talk>

/** What the caller gave, and which version each conversation had before this statement; 0: none. */
const given = (sql: Sql, batch: ReadonlyArray<Commit>) => {
  const head = headsOf(batch)
  const log = logsOf(batch)
  return sql`
    head as (
      select h.*, coalesce(known.version, 0) as known_version from unnest(
        ${head.conversation}::text[], ${head.partition}::smallint[], ${head.version}::bigint[], ${head.game}::integer[],
        ${head.events}::integer[], ${head.lastOrder}::bigint[], ${head.hearsAll}::smallint[], ${head.lastSeq}::bigint[],
        ${head.updatedAtMs}::bigint[], ${head.timer}::text[], ${head.timerAtMs}::bigint[], ${head.status}::text[], ${head.phase}::text[],
        ${head.round}::integer[], ${head.team}::integer[], ${head.bot}::integer[], string_to_array(${head.snapshot}::text, chr(30))
      ) with ordinality as h(
        conversation, partition, version, game, events, last_order, hears_all, last_seq, updated_at_ms,
        deadline_timer, deadline_at_ms, status, phase, round, score_team, score_bot, snapshot, n)
      left join lateral (select c.version from conversations c where c.conversation = h.conversation limit 1) known on true
    ),
    entry as (
      select * from unnest(${log.n}::bigint[], ${log.place}::integer[], ${log.source}::text[], string_to_array(${log.event}::text, chr(30)))
        as e(n, place, source, event)
    )`
}

/** What no log holds; hardly ever there, and then it is left out. */
const talk = (sql: Sql, talked: ReturnType<typeof talkedOf>) => sql`,
    talked as (select * from unnest(${talked.n}::bigint[], ${talked.source}::text[]) as t(n, source))`

/** Which commits are let through. */
const fence = (sql: Sql, sources: Piece) => sql`
  repeated as (
    select e.n, e.source
    from ${sources} e, lateral (select from applied_sources known where known.source = md5(e.source)::uuid limit 1) already
  ),
  passed as (
    insert into conversations as c (
      conversation, partition, version, game, events, last_order, hears_all, last_seq, updated_at_ms,
      deadline_timer, deadline_at_ms)
    select conversation, partition, version, game, events, last_order, hears_all = 1, last_seq, updated_at_ms,
      deadline_timer, deadline_at_ms
    from head h
    where not exists (select from repeated r where r.n = h.n)
      and (version = 1 or known_version > 0)
    order by conversation
    on conflict (conversation) do update set
      version = excluded.version,
      -- A game cannot follow a later one: null breaks the statement.
      game = case when excluded.game >= c.game then excluded.game end,
      events = case when excluded.game = c.game then c.events else 0 end + excluded.events,
      last_order = excluded.last_order,
      hears_all = excluded.hears_all,
      last_seq = excluded.last_seq,
      updated_at_ms = excluded.updated_at_ms,
      deadline_timer = excluded.deadline_timer,
      deadline_at_ms = excluded.deadline_at_ms
    where c.version = excluded.version - 1
    returning c.conversation, c.game, c.events
  ),
  accepted as materialized (
    select h.*, p.events - h.events as events_before from passed p join head h using (conversation)
  )`

/** What is stored of those. */
const writes = (sql: Sql, batch: ReadonlyArray<Commit>, sources: Piece) => sql`
    -- A game that another one follows is over, whether or not its last state was stored.
    overtaken as (
      update games g set status = 'finished', finished_at_ms = a.updated_at_ms
      from accepted a
      -- There is one at most. A plan made while there were no games may else go through all that run.
      cross join lateral (
        select r.game from games r
        where r.conversation = a.conversation and r.status = 'running' and r.game < a.game limit 1) r
      where a.events_before = 0 and g.conversation = a.conversation and g.game = r.game
      returning g.game
    ),
    saved as (
      insert into games (
        conversation, game, status, phase, round, score_team, score_bot, version, updated_at_ms,
        finished_at_ms, snapshot)
      select conversation, game, status, phase, round, score_team, score_bot, version, updated_at_ms,
        case status when 'finished' then updated_at_ms end, snapshot::json
      from accepted
      -- Only after the overtaken: two running games of a conversation are refused.
      where (select count(*) from overtaken) >= 0
      on conflict (conversation, game) do update set
        status = excluded.status, phase = excluded.phase, round = excluded.round, score_team = excluded.score_team,
        score_bot = excluded.score_bot, version = excluded.version, updated_at_ms = excluded.updated_at_ms,
        finished_at_ms = excluded.finished_at_ms, snapshot = excluded.snapshot
    ),
    logged as (
      insert into game_events (conversation, game, position, source, event)
      select a.conversation, a.game, a.events_before + e.place, e.source, e.event::json
      from accepted a join entry e using (n)
    ),
    -- The span of now, and where one has just begun the one before too: of two at once that apply a source, one before
    -- that moment and one after, the second is refused by the span they share. A minute is more than a statement takes.
    present as materialized (
      select source_span(at) as span from unnest(array[now(), now() - interval '1 minute']) as t(at)
      where at = now() or source_span(at) <> source_span(now())
    ),
    noted as (
      insert into applied_sources (source, span)
      select md5(e.source)::uuid, span from accepted a join ${sources} e using (n) cross join present
      where e.source is not null
    )${queued(sql, batch)}${asked(sql, batch)}`

/** A table that gets nothing is left out: getting ready to write to it is most of what a lone commit costs. */
const queued = (sql: Sql, batch: ReadonlyArray<Commit>) => {
  const out = outgoingOf(batch)
  if (out.n.length === 0) return sql``
  return sql`,
    queued as (
      insert into outbox (conversation, seq, partition, slot, message, queued_at_ms)
      select a.conversation, o.seq, a.partition, o.slot, o.message::json, a.updated_at_ms
      from accepted a
      join unnest(${out.n}::bigint[], ${out.seq}::bigint[], ${out.slot}::text[], string_to_array(${out.message}::text, chr(30)))
        as o(n, seq, slot, message) using (n)
    )`
}

const asked = (sql: Sql, batch: ReadonlyArray<Commit>) => {
  const ask = askedOf(batch)
  if (ask.n.length === 0) return sql``
  return sql`,
    asked as (
      insert into asked_questions (conversation, question, asked_version, asked_place)
      select distinct on (a.conversation, q.question) a.conversation, q.question, a.version, q.place
      from accepted a
      join unnest(${ask.n}::bigint[], ${ask.place}::integer[], ${ask.question}::bigint[])
        as q(n, place, question) using (n)
      order by a.conversation, q.question, q.place desc
      on conflict (conversation, question) do update
        set asked_version = excluded.asked_version, asked_place = excluded.asked_place
    )`
}

const besideGames = (sql: Sql, batch: ReadonlyArray<Commit>) =>
  sql`${dialogs(sql, batch)}${daily(sql, batch)}${proposed(sql, batch)}`

const dialogs = (sql: Sql, batch: ReadonlyArray<Commit>) => {
  const talks = dialogsOf(batch)
  if (talks.n.length === 0) return sql``
  return sql`,
    spoken as (
      insert into dialogs (conversation, proposal)
      select a.conversation, d.proposal::json
      from accepted a join unnest(${talks.n}::bigint[], string_to_array(${talks.proposal}::text, chr(30))) as d(n, proposal) using (n)
      on conflict (conversation) do update set proposal = excluded.proposal
    )`
}

const daily = (sql: Sql, batch: ReadonlyArray<Commit>) => {
  const changed = dailyOf(batch)
  if (changed.n.length === 0) return sql``
  return sql`,
    daily as (
      insert into daily_questions (conversation, partition, number, closes_at_ms, daily)
      select a.conversation, a.partition, d.number, d.closes_at_ms, d.daily::json
      from accepted a
      join unnest(${changed.n}::bigint[], ${changed.number}::integer[], ${changed.closesAtMs}::bigint[],
        string_to_array(${changed.daily}::text, chr(30))) as d(n, number, closes_at_ms, daily) using (n)
      on conflict (conversation) do update
        set number = excluded.number, closes_at_ms = excluded.closes_at_ms, daily = excluded.daily
    )`
}

/** The key names the commit, so that the draft and whose it is find each other. */
const proposed = (sql: Sql, batch: ReadonlyArray<Commit>) => {
  const ready = proposedOf(batch)
  if (ready.n.length === 0) return sql``
  return sql`,
    ready as materialized (
      select a.conversation, a.updated_at_ms, q.question, 'proposed-' || md5(a.conversation || '/' || a.version || '/' || q.place) as key
      from accepted a
      join unnest(${ready.n}::bigint[], ${ready.place}::integer[], ${ready.question}::text[]::json[]) as q(n, place, question) using (n)
    ),
    drafted as (
      insert into questions (
        key, text, handout_image_url, answer, accepted, rejected, comment, source, author, difficulty, published,
        proposed_by, proposed_name, created_at_ms, updated_at_ms)
      select key, question->>'text', question->'picture'->>'url', question->>'answer',
        array(select json_array_elements_text(question->'accepted')), '{}', question->>'comment', question->>'source',
        question->>'name', 3, false, question->>'by', question->>'name', updated_at_ms, updated_at_ms
      from ready
      returning id, key
    ),
    remembered as (
      insert into proposals (question, conversation, attachment, proposed_at_ms)
      select d.id, r.conversation, r.question->'picture'->>'attachment', r.updated_at_ms
      from drafted d join ready r using (key)
    )`
}
