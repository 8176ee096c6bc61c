/** GameArchive on Postgres. A conversation that was never played in (status idle) has no game to show. */
import { decodeSnapshot, GameEvent, GameState } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import {
  GameArchive,
  type GameFilter,
  type GameId,
  type GameSummary,
  GameUnreadable
} from "@znatoki/ports/game-archive"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const SummaryRow = Schema.Struct({
  conversation: ConversationId,
  title: Schema.NullOr(Schema.String),
  game: Schema.Int,
  status: Schema.Literals(["running", "finished"]),
  phase: Schema.Literals(Object.values(GameState.cases).map((phase) => phase.fields._tag.schema.literal)),
  round: Schema.Int,
  score_team: Schema.Int,
  score_bot: Schema.Int,
  version: Schema.Int,
  changed_at_ms: Schema.Int
})

const WholeRow = Schema.Struct({ ...SummaryRow.fields, snapshot: Schema.String })

/** No position: the game is there, and its log does not go on. */
const EventRow = Schema.Struct({
  position: Schema.NullOr(Schema.Int),
  source: Schema.NullOr(SourceId),
  event: Schema.NullOr(GameEvent)
})

const summaryOf = ({ changed_at_ms, score_bot, score_team, ...row }: typeof SummaryRow.Type): GameSummary => ({
  ...row,
  id: `${row.conversation}-${row.game}`,
  score: { team: score_team, bot: score_bot },
  updatedAtMs: changed_at_ms
})

/** Null: no id of a game that could be here. */
const placeOf = (id: GameId) => {
  const parts = /^(.+)-(0|[1-9]\d{0,8})$/s.exec(id)
  return parts?.[1] === undefined || parts[1] !== storable(parts[1])
    ? null
    : { conversation: parts[1], game: Number(parts[2]) }
}

type Before = { readonly updatedAtMs: number; readonly conversation: string; readonly game: number } | null

const columns = (sql: Sql) => sql`
  conversation, game, status, phase, round, score_team, score_bot, version,
  (select title from conversations c where c.conversation = games.conversation) as title`

type Fragment = ReturnType<typeof columns>

/** Newest change first; games of the same instant by conversation and game. */
const listed = (
  sql: Sql,
  changed: "updated_at_ms" | "finished_at_ms",
  condition: Fragment,
  before: Before,
  limit: number
) => {
  const at = sql(changed)
  const rest =
    before === null
      ? sql``
      : sql`and ${at} <= ${before.updatedAtMs}::bigint and (
    ${at} < ${before.updatedAtMs}::bigint
    or (conversation, game) > (${before.conversation}::text collate "C", ${before.game}::integer))`
  return sql`(select ${columns(sql)}, ${at} as changed_at_ms from games where ${condition} ${rest}
              order by ${at} desc, conversation, game limit ${limit})`
}

/**
 * The finished come from their index in order; the running, one per conversation at most, are sorted. Of one conversation
 * both come by the primary key.
 */
export const listStatement = (sql: Sql, { conversation, status }: GameFilter, before: Before, limit: number) => {
  const here = conversation === null ? sql`` : sql`and conversation = ${conversation}`
  const running = listed(sql, "updated_at_ms", sql`status = 'running' ${here}`, before, limit)
  const finished = listed(sql, "finished_at_ms", sql`finished_at_ms is not null ${here}`, before, limit)
  if (status !== null) return status === "running" ? running : finished
  return sql`select * from (${running} union all ${finished}) games
             order by changed_at_ms desc, conversation, game limit ${limit}`
}

const stateOf = (id: GameId, snapshot: string): Effect.Effect<GameState, GameUnreadable> => {
  const found = decodeSnapshot(snapshot)
  if (found._tag === "Ok") return Effect.succeed(found.state)
  const problem =
    found._tag === "Broken" ? found.problem : `snapshot version ${found.version} is of another program version`
  return Effect.fail(new GameUnreadable({ id, problem }))
}

export const layer: Layer.Layer<GameArchive, never, Database> = Layer.effect(
  GameArchive,
  Effect.gen(function* () {
    const database = yield* Database
    return GameArchive.of({
      list: Effect.fnUntraced(function* (filter, before, limit) {
        const place = before === null ? null : placeOf(before.id)
        if (before !== null && place === null) return []
        const from = before === null || place === null ? null : { ...place, updatedAtMs: before.updatedAtMs }
        const rows = yield* database.rows("list games", SummaryRow, (sql) => listStatement(sql, filter, from, limit))
        return rows.map(summaryOf)
      }),

      get: Effect.fnUntraced(function* (id) {
        const place = placeOf(id)
        if (place === null) return null
        const [row] = yield* database.rows(
          "show game",
          WholeRow,
          (sql) =>
            sql`select ${columns(sql)}, coalesce(finished_at_ms, updated_at_ms) as changed_at_ms, snapshot::text
              from games
              where conversation = ${place.conversation} and game = ${place.game} and status <> 'idle'`
        )
        if (row === undefined) return null
        const { snapshot, ...summary } = row
        return { summary: summaryOf(summary), state: yield* stateOf(id, snapshot) }
      }),

      events: Effect.fnUntraced(function* (id, after, limit) {
        const place = placeOf(id)
        if (place === null) return null
        const rows = yield* database.rows(
          "show events",
          EventRow,
          (sql) =>
            sql`select e.position, e.source, e.event
              from games g
              left join lateral (
                select position, source, event from game_events e
                where e.conversation = g.conversation and e.game = g.game and e.position > ${after}
                order by position limit ${limit}
              ) e on true
              where g.conversation = ${place.conversation} and g.game = ${place.game} and g.status <> 'idle'
              order by e.position`
        )
        if (rows.length === 0) return null
        return rows.flatMap(({ event, position, source }) =>
          event === null || position === null ? [] : [{ position, source, event }]
        )
      })
    })
  })
)
