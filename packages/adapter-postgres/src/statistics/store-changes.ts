/** Adds what some games count for to the tables of statistics, in a transaction of whoever counts them. */
import { storable } from "../database/storable.ts"
import type { Tx } from "../database/in-transaction.ts"
import {
  allTime,
  changesOf,
  type ConversationRow,
  type DayRow,
  type MateRow,
  type PlayerRow,
  type QuestionRow,
  type Recount
} from "./changes.ts"

const column = <Row, Value>(rows: ReadonlyArray<Row>, of: (row: Row) => Value): Array<Value> => rows.map(of)

const storePlayers = (tx: Tx, rows: ReadonlyArray<PlayerRow>) => tx`
  insert into player_statistics as p (
    scope, season, player, name, named_at_ms, games, wins, answered, right_answers, right_ms, best)
  select * from unnest(
    ${column(rows, (row) => row.scope)}::text[], ${column(rows, (row) => row.season)}::integer[],
    ${column(rows, (row) => String(row.player))}::text[], ${column(rows, (row) => row.name)}::text[],
    ${column(rows, (row) => row.namedAtMs)}::bigint[], ${column(rows, (row) => row.games)}::integer[],
    ${column(rows, (row) => row.wins)}::integer[], ${column(rows, (row) => row.answered)}::integer[],
    ${column(rows, (row) => row.rightAnswers)}::integer[], ${column(rows, (row) => row.rightMs)}::bigint[],
    ${column(rows, (row) => row.best)}::integer[])
  on conflict (scope, season, player) do update set
    name = case when excluded.named_at_ms >= p.named_at_ms then excluded.name else p.name end,
    named_at_ms = greatest(p.named_at_ms, excluded.named_at_ms),
    games = p.games + excluded.games, wins = p.wins + excluded.wins, answered = p.answered + excluded.answered,
    right_answers = p.right_answers + excluded.right_answers, right_ms = p.right_ms + excluded.right_ms,
    best = p.best + excluded.best`

const storeMates = (tx: Tx, rows: ReadonlyArray<MateRow>) => tx`
  insert into mate_statistics as m (conversation, player, mate, games, wins)
  select * from unnest(
    ${column(rows, (row) => row.conversation)}::text[], ${column(rows, (row) => row.player)}::text[],
    ${column(rows, (row) => row.mate)}::text[], ${column(rows, (row) => row.games)}::integer[],
    ${column(rows, (row) => row.wins)}::integer[])
  on conflict (conversation, player, mate) do update set
    games = m.games + excluded.games, wins = m.wins + excluded.wins`

const storeConversations = (tx: Tx, rows: ReadonlyArray<ConversationRow>) => tx`
  insert into conversation_statistics as c (conversation, season, games, wins)
  select * from unnest(
    ${column(rows, (row) => row.conversation)}::text[], ${column(rows, (row) => row.season)}::integer[],
    ${column(rows, (row) => row.games)}::integer[], ${column(rows, (row) => row.wins)}::integer[])
  on conflict (conversation, season) do update set
    games = c.games + excluded.games, wins = c.wins + excluded.wins`

const storeQuestions = (tx: Tx, rows: ReadonlyArray<QuestionRow>) => tx`
  insert into question_statistics as q (question, asked, right_answers, disputed, appeals, overturned)
  select * from unnest(
    ${column(rows, (row) => storable(row.question))}::text[], ${column(rows, (row) => row.asked)}::integer[],
    ${column(rows, (row) => row.rightAnswers)}::integer[], ${column(rows, (row) => row.disputed)}::integer[],
    ${column(rows, (row) => row.appeals)}::integer[], ${column(rows, (row) => row.overturned)}::integer[])
  on conflict (question) do update set
    asked = q.asked + excluded.asked, right_answers = q.right_answers + excluded.right_answers,
    disputed = q.disputed + excluded.disputed, appeals = q.appeals + excluded.appeals,
    overturned = q.overturned + excluded.overturned`

const storeDays = (tx: Tx, rows: ReadonlyArray<DayRow>) => tx`
  insert into day_statistics as d (day, games, wins, rounds, right_answers)
  select * from unnest(
    ${column(rows, (row) => row.day)}::integer[], ${column(rows, (row) => row.games)}::integer[],
    ${column(rows, (row) => row.wins)}::integer[], ${column(rows, (row) => row.rounds)}::integer[],
    ${column(rows, (row) => row.rightAnswers)}::integer[])
  on conflict (day) do update set
    games = d.games + excluded.games, wins = d.wins + excluded.wins, rounds = d.rounds + excluded.rounds,
    right_answers = d.right_answers + excluded.right_answers`

/** What was counted, with which a later recount begins. */
const storeCounts = (tx: Tx, recounts: ReadonlyArray<Recount>) => tx`
  insert into counted_games (conversation, game, finished_at_ms, outcome, counted)
  select conversation, game, finished_at_ms, outcome, counted::json from unnest(
    ${column(recounts, (one) => one.conversation)}::text[], ${column(recounts, (one) => one.game)}::integer[],
    ${column(recounts, (one) => one.after.finishedAtMs)}::bigint[], ${column(recounts, (one) => one.after.outcome)}::text[],
    ${column(recounts, (one) => JSON.stringify(one.after))}::text[])
    as t(conversation, game, finished_at_ms, outcome, counted)
  on conflict (conversation, game) do update set
    finished_at_ms = excluded.finished_at_ms, outcome = excluded.outcome, counted = excluded.counted`

/** Games won in a row, from all that were counted: one that was broken off ends no row. A loss begins the next island. */
const storeStreaks = (tx: Tx, conversations: ReadonlyArray<string>) => tx`
  with played as (
    select conversation, outcome = 'won' as won,
      count(*) filter (where outcome <> 'won') over (partition by conversation order by game) as island
    from counted_games where conversation = any(${[...conversations]}::text[]) and outcome <> 'broken off'
  ), islands as (
    select conversation, island, count(*) filter (where won) as wins from played group by conversation, island
  ), streaks as (
    select distinct on (conversation) conversation, wins as streak, max(wins) over (partition by conversation) as best
    from islands order by conversation, island desc
  )
  update conversation_statistics c set streak = s.streak, best_streak = s.best
  from streaks s where c.conversation = s.conversation and c.season = ${allTime}`

export const storeChanges = async (tx: Tx, recounts: ReadonlyArray<Recount>): Promise<void> => {
  const { conversations, days, mates, players, questions } = changesOf(recounts)
  await storePlayers(tx, players)
  if (mates.length > 0) await storeMates(tx, mates)
  await storeConversations(tx, conversations)
  await storeQuestions(tx, questions)
  await storeDays(tx, days)
  await storeCounts(tx, recounts)
  await storeStreaks(tx, [...new Set(recounts.map(({ conversation }) => conversation))])
}
