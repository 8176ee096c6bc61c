/** A database for one measurement: made, filled with running games by SQL alone, dropped afterwards. */
import type { Sql } from "@znatoki/adapter-postgres/database/pool"
import {
  encodeSnapshot,
  type GameEvent,
  type GameState,
  initialState,
  Player,
  presets,
  Question,
  reduce
} from "@znatoki/engine"
import { Schema } from "effect"
import { findServer, migrated, withSql } from "./database.ts"

export interface Scratch {
  readonly url: string
  readonly sql: Sql
}

export const withScratch = async <A>(work: (scratch: Scratch) => Promise<A>): Promise<A> => {
  const server = await findServer()
  try {
    const database = await migrated(await server.create("scratch"))
    return await withSql(database, 2, (sql) => work({ url: database.url, sql }))
  } finally {
    await server.close()
  }
}

const player = Schema.decodeUnknownSync(Player)
const players = ["Анна", "Борис", "Вера", "Глеб", "Дина", "Егор"].map((name, i) => player({ id: String(i + 1), name }))
/** In the text of a snapshot, to be replaced row by row. */
const [deadlineMark, endMark] = [1_111_111_111_111, 2_222_222_222_222]

/** A game as a bot stores it, played to its first discussion. */
const discussion = (): GameState => {
  let state: GameState = initialState(presets.classic)
  const [anna, ...others] = players
  if (anna === undefined) throw new Error("there is nobody")
  const common = { atMs: 1, seed: 7, seen: null } as const
  const question = Schema.decodeUnknownSync(Question)({
    id: "1",
    text: "В черновике этого романа герой носил другое имя, а его автор шесть лет служил в том же полку. Назовите роман. ".repeat(
      3
    ),
    handout: null,
    answer: "«Герой нашего времени»",
    accepted: ["Герой нашего времени", "Лермонтов, Герой нашего времени"],
    rejected: [],
    comment: "Комментарий к вопросу, который показывают после ответа. ".repeat(4),
    source: "Собрание сочинений, том 4.",
    author: "Автор"
  })
  const events: ReadonlyArray<GameEvent> = [
    { ...common, _tag: "StartRequested", by: anna, settings: null },
    ...others.map((by): GameEvent => ({ ...common, _tag: "JoinRequested", by })),
    { ...common, _tag: "GoRequested", by: anna.id },
    { _tag: "QuestionDrawn", atMs: 1, seed: 7, round: 1, place: 1, question }
  ]
  for (const event of events) state = reduce(state, event).state
  if (state._tag !== "Discussion") throw new Error(`the game stopped at ${state._tag}`)
  return { ...state, deadline: { ...state.deadline, atMs: deadlineMark }, endsAtMs: endMark }
}

export interface Running {
  readonly conversations: number
  /** How many of them have a game behind their deadline; the others are only armed. */
  readonly games: number
  readonly updatedAtMs: number
  /** The first deadline, and how many are due in a second from there. */
  readonly firstAtMs: number
  readonly perSecond: number
}

/** As `conversationNamed` of 1 and so on. */
const firstPeer = 2_000_000_001

export const fillRunning = async (sql: Sql, running: Running): Promise<void> => {
  const { conversations, firstAtMs, games, perSecond, updatedAtMs } = running
  const state = discussion()
  if (!("deadline" in state)) throw new Error("the game waits for nothing")
  const dueAtMs = sql`${firstAtMs}::bigint + n::bigint * 1000 / ${perSecond}::integer`
  await sql.begin(async (tx) => {
    await tx`set local statement_timeout = 0`
    await tx`
      insert into conversations (conversation, partition, version, game, events, last_order, last_seq, updated_at_ms,
        deadline_timer, deadline_at_ms)
      select 'vk:1:' || ${firstPeer}::bigint + n, n % 64, 9, 1, 9, 0, 9, ${updatedAtMs}::bigint,
        ${state.deadline.timer}, ${dueAtMs}
      from generate_series(0, ${conversations - 1}::integer) n`
    await tx`
      insert into games (conversation, game, status, phase, round, score_team, score_bot, version, updated_at_ms, snapshot)
      select 'vk:1:' || ${firstPeer}::bigint + n, 1, 'running', 'Discussion', 1, 0, 0, 9, ${updatedAtMs}::bigint,
        replace(replace(${encodeSnapshot(state)}, ${String(deadlineMark)}, (${dueAtMs})::text),
          ${String(endMark)}, (${firstAtMs}::bigint + 3600000)::text)::json
      from generate_series(0, ${games - 1}::integer) n`
  })
  await sql`vacuum (analyze) conversations, games`
}

/** Of numbers as they came. */
export const quantiles = (values: ReadonlyArray<number>) => {
  const sorted = Float64Array.from(values).toSorted()
  const at = (share: number): number => Math.round((sorted[Math.floor((sorted.length - 1) * share)] ?? NaN) * 10) / 10
  return { count: sorted.length, min: at(0), p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1) }
}
