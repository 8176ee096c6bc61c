/** Housekeeping on Postgres: statements that read tables from end to end, which nobody waits for. */
import { appealHoldsMs, Housekeeping } from "@znatoki/ports/housekeeping"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const CountRow = Schema.Struct({ count: Schema.Int })
const PageRow = Schema.Struct({ count: Schema.Int, last: Schema.NullOr(Schema.String) })

/** So much at once, that no statement locks or writes more; what is between two of them is for those who play. */
const lettersAtOnce = 1_000
const conversationsAtOnce = 500
const gamesAtOnce = 50

type Db = Database["Service"]

const dropLetters = Effect.fnUntraced(function* ({ rows }: Db, beforeMs: number) {
  let all = 0
  for (;;) {
    const [row] = yield* rows(
      "drop dead letters",
      CountRow,
      (sql) => sql`
        with old as (
          select conversation, seq from outbox
          where dead_reason is not null and coalesce(dead_at_ms, 0) between 1 and ${beforeMs}::bigint
          limit ${lettersAtOnce}
        ), gone as (
          delete from outbox o using old where o.conversation = old.conversation and o.seq = old.seq returning o.seq
        )
        select count(*)::integer as count from gone`
    )
    const count = row?.count ?? 0
    all += count
    if (count < lettersAtOnce) return all
  }
})

// Slots are named `<game>/…`.
const dropSlots = Effect.fnUntraced(function* ({ rows }: Db) {
  let all = 0
  let after: string | null = ""
  while (after !== null) {
    const previous: string = after
    const [row]: ReadonlyArray<typeof PageRow.Type> = yield* rows(
      "drop said slots",
      PageRow,
      (sql) => sql`
        with page as (
          select conversation, game from conversations where conversation > ${previous}
          order by conversation limit ${conversationsAtOnce}
        ), gone as (
          delete from said_slots s using page c
          where c.conversation = s.conversation and s.slot ~ '^\\d{1,9}/'
            and split_part(s.slot, '/', 1)::integer < c.game
          returning s.seq
        )
        select (select count(*) from gone)::integer as count, (select max(conversation) from page) as last`
    )
    all += row?.count ?? 0
    after = row?.last ?? null
  }
  return all
})

const DroppedRow = Schema.Struct({
  count: Schema.Int,
  ended: Schema.Int,
  conversation: Schema.String,
  game: Schema.Int
})
const MarkRow = Schema.Struct({ value: Schema.String })

/** A cursor: logs of games that ended before it are gone. Games that change again end later, and so come before it again. */
const logsGone = "game-logs-gone"

interface Ended {
  readonly fromMs: number
  readonly beforeMs: number
  /** Also those whose appeal is open. */
  readonly all: boolean
}

const dropLogsOf = Effect.fnUntraced(function* ({ rows }: Db, { all, beforeMs, fromMs }: Ended) {
  let from = { ended: fromMs, conversation: "", game: 0 }
  let dropped = 0
  for (;;) {
    const { conversation, ended, game } = from
    // By the index of finished games, from its end. After a page comes what follows its last game in that order.
    const [page] = yield* rows(
      "drop game logs",
      DroppedRow,
      (sql) => sql`
        with page as (
          select finished_at_ms as ended, conversation, game,
            not ${all}::boolean and snapshot::text like '%"appeal":"open"%' as held
          from games
          where finished_at_ms >= ${ended}::bigint and finished_at_ms < ${beforeMs}::bigint and finished_at_ms is not null
            and (finished_at_ms > ${ended}::bigint or ${conversation}::text = ''
              or (conversation, game) < (${conversation}::text collate "C", ${game}::integer))
          order by finished_at_ms, conversation desc, game desc limit ${gamesAtOnce}
        ), gone as (
          delete from game_events e using page p
          where e.conversation = p.conversation and e.game = p.game and not p.held
          returning e.position
        )
        select (select count(*) from gone)::integer as count, ended, conversation, game
        from page order by ended desc, conversation, game limit 1`
    )
    if (page === undefined) return dropped
    dropped += page.count
    from = page
  }
})

const whenHeldUntil = (atMs: number): number => Math.max(0, atMs - appealHoldsMs)

const dropGameLogs = Effect.fnUntraced(function* (database: Db, beforeMs: number) {
  const { rows, run } = database
  const [found] = yield* rows(
    "load log mark",
    MarkRow,
    (sql) => sql`select value from cursors where name = ${logsGone}`
  )
  const mark = Number(found?.value ?? 0)
  const ruledOn = yield* dropLogsOf(database, { fromMs: mark, beforeMs, all: false })
  const held = yield* dropLogsOf(database, {
    fromMs: whenHeldUntil(mark),
    beforeMs: whenHeldUntil(beforeMs),
    all: true
  })
  // Only now: a run that ends midway begins again where this one did.
  if (beforeMs > mark) {
    yield* run(
      "save log mark",
      (sql) => sql`
        insert into cursors (name, value) values (${logsGone}, ${String(beforeMs)})
        on conflict (name) do update set value = excluded.value`
    )
  }
  return ruledOn + held
})

export const layer: Layer.Layer<Housekeeping, never, Database> = Layer.effect(
  Housekeeping,
  Effect.gen(function* () {
    const database = yield* Database
    const { rows } = database
    return {
      stopAbandoned: (beforeMs, atMs) =>
        rows(
          "stop abandoned games",
          CountRow,
          (sql) => sql`
            with ordered as (
              insert into admin_orders (conversation, partition, game_order, given_at_ms)
              select g.conversation, c.partition, json_build_object('_tag', 'Stop', 'game', g.game), ${atMs}
              from games g join conversations c using (conversation)
              where g.status = 'running' and g.updated_at_ms < ${beforeMs}
                and not exists (select from parked p where p.conversation = g.conversation) and not exists (
                select from admin_orders o where o.conversation = g.conversation and o.game_order ->> '_tag' = 'Stop'
                  and (o.game_order ->> 'game')::integer = g.game)
              returning id
            )
            select count(*)::integer as count from ordered`
        ).pipe(Effect.map(([row]) => row?.count ?? 0)),

      clearOut: Effect.fnUntraced(function* (beforeMs) {
        return { deadLetters: yield* dropLetters(database, beforeMs), saidSlots: yield* dropSlots(database) }
      }),

      dropGameLogs: (beforeMs) => dropGameLogs(database, beforeMs),

      dropPictures: (beforeMs) =>
        rows(
          "drop pictures",
          CountRow,
          (sql) => sql`
            with loose as (
              delete from pictures p where p.stored_at_ms < ${beforeMs}::bigint
                and not exists (select from questions q where q.handout_image_url like 'picture:%'
                  and q.handout_image_url = 'picture:' || encode(p.sha256, 'hex'))
                and not exists (select from questions q where q.as_read ->> 'answerImage' like 'picture:%'
                  and q.as_read ->> 'answerImage' = 'picture:' || encode(p.sha256, 'hex'))
              returning p.sha256
            )
            select count(*)::integer as count from loose`
        ).pipe(Effect.map(([row]) => row?.count ?? 0))
    }
  })
)
