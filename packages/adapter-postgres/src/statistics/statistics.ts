/** Statistics on Postgres. */
import { QuestionId } from "@znatoki/engine"
import { beginningOf } from "@znatoki/chat/calendar-day"
import { ConversationId } from "@znatoki/chat/chat-input"
import { type BlamedBefore, Statistics } from "@znatoki/ports/statistics"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { allTime, everywhere } from "./changes.ts"
import { countGames } from "./count-games.ts"
import { leaderRows, tell } from "./tell.ts"

const CountedRow = Schema.Struct({ games: Schema.Int })

const ConversationRow = Schema.Struct({
  conversation: ConversationId,
  title: Schema.NullOr(Schema.String),
  games: Schema.Int,
  wins: Schema.Int,
  streak: Schema.Int,
  bestStreak: Schema.Int
})

const DayRow = Schema.Struct({
  day: Schema.Int,
  games: Schema.Int,
  wins: Schema.Int,
  rounds: Schema.Int,
  right: Schema.Int
})

const DayOfCommunityRow = Schema.Struct({
  community: Schema.NullOr(Schema.String),
  games: Schema.Int,
  wins: Schema.Int,
  rounds: Schema.Int,
  right: Schema.Int,
  players: Schema.Int,
  appeals: Schema.Int,
  overturned: Schema.Int,
  openAppeals: Schema.Int
})

const QuestionRow = Schema.Struct({
  question: QuestionId,
  asked: Schema.Int,
  right: Schema.Int,
  disputed: Schema.Int,
  appeals: Schema.Int,
  overturned: Schema.Int
})

const StandingRow = Schema.Struct({ ...QuestionRow.fields, good: Schema.Int, bad: Schema.Int, unseenBad: Schema.Int })

/** The ids of this bank are whole numbers. */
const isId = (question: QuestionId): boolean => /^\d{1,18}$/.test(question)

/** `blameOf` of all that was played or spoken of; all of it is looked through, which is for editors alone to ask. */
const blamed = (sql: Sql, retired: boolean, after: BlamedBefore | null, limit: number) => sql`
  select q.id::text as question, coalesce(s.asked, 0) as asked, coalesce(s.right_answers, 0) as right,
    coalesce(s.disputed, 0) as disputed, coalesce(s.appeals, 0) as appeals, coalesce(s.overturned, 0) as overturned,
    coalesce(v.good, 0)::integer as good, coalesce(v.bad, 0)::integer as bad, coalesce(v.unseen_bad, 0)::integer as "unseenBad"
  from question_statistics s
  full join (
    select question::text as question, count(*) filter (where good) as good, count(*) filter (where not good) as bad,
      count(*) filter (where not good and not seen) as unseen_bad
    from question_votes group by question
  ) v using (question)
  join questions q on q.id = case when question ~ '^\\d{1,18}$' then question::bigint end
  cross join lateral (
    select 2 * coalesce(v.bad, 0) - coalesce(v.good, 0) + 2 * coalesce(s.appeals, 0) + 3 * coalesce(s.overturned, 0)
      + coalesce(s.disputed, 0) as blame
  ) b
  where (b.blame > 0 or v.unseen_bad > 0) and (q.state = 'retired') = ${retired}::boolean
    ${after === null ? sql`` : sql`and (-b.blame, q.id) > (${-after.blame}::bigint, ${after.question}::bigint)`}
  order by b.blame desc, q.id limit ${limit}`

/**
 * By the index of days. JSON is read as the text it is: the server refuses to take apart what has a zero character in a name. Inside
 * of a string every quote is escaped, so only a member of that name is found. An appeal that is open stands in the last state alone.
 */
const dayByCommunity = (sql: Sql, day: number) => sql`
  with ended as (
    select regexp_replace(c.conversation, ':[^:]*$', '') as community, c.outcome, c.counted::text as counted,
      (select count(*) from regexp_matches(g.snapshot::text, '"appeal":"open"', 'g')) as open_appeals
    from counted_games c
    join games g on g.conversation = c.conversation and g.game = c.game
    where c.finished_at_ms >= ${beginningOf(day)}::bigint and c.finished_at_ms < ${beginningOf(day + 1)}::bigint
  ), figures as (
    select community, outcome, open_appeals, substring(counted from '"team":([0-9]+)')::integer as team,
      substring(counted from '"bot":([0-9]+)')::integer as bot,
      (select count(*) from regexp_matches(counted, '"appeals":1', 'g')) as appeals,
      (select count(*) from regexp_matches(counted, '"overturned":1', 'g')) as overturned
    from ended
  ), seated as (
    select community, count(distinct person[1])::integer as players
    from ended cross join regexp_matches(counted, '"player":"([^"]*)"', 'g') person
    group by grouping sets ((community), ())
  ), summed as (
    select community, count(*)::integer as games, (count(*) filter (where outcome = 'won'))::integer as wins,
      sum(team + bot)::integer as rounds, sum(team)::integer as right, sum(appeals)::integer as appeals,
      sum(overturned)::integer as overturned, sum(open_appeals)::integer as "openAppeals"
    from figures group by grouping sets ((community), ()) having count(*) > 0
  )
  select summed.*, coalesce(players, 0) as players
  from summed left join seated on seated.community is not distinct from summed.community
  order by summed.community collate "C" nulls first`

export const layer: Layer.Layer<Statistics, never, Database> = Layer.effect(
  Statistics,
  Effect.gen(function* () {
    const database = yield* Database
    return {
      count: (limit) =>
        database
          .rows("count games", CountedRow, async (sql) => [{ games: await countGames(sql, limit) }])
          .pipe(Effect.map(([row]) => row?.games ?? 0)),

      tell: (asked) => Effect.forEach(asked, (one) => tell(database, one)),

      leaders: ({ conversation, season }, after, limit) =>
        leaderRows(database, { scope: conversation ?? everywhere, season: season ?? allTime }, after, limit),

      conversations: (limit) =>
        database.rows(
          "best conversations",
          ConversationRow,
          (sql) => sql`
            select s.conversation, c.title, s.games, s.wins, s.streak, s.best_streak as "bestStreak"
            from conversation_statistics s left join conversations c on c.conversation = s.conversation
            where s.season = 0 order by s.wins desc, s.conversation limit ${limit}`
        ),

      days: (from, to) =>
        database.rows(
          "days",
          DayRow,
          (sql) => sql`
            select day, games, wins, rounds, right_answers as right from day_statistics
            where day between ${from}::integer and ${to}::integer order by day`
        ),

      dayByCommunity: (day) => database.rows("day by community", DayOfCommunityRow, (sql) => dayByCommunity(sql, day)),

      blamed: (retired, after, limit) =>
        after !== null && !isId(after.question)
          ? Effect.succeed([])
          : database.rows("blamed questions", StandingRow, (sql) => blamed(sql, retired, after, limit)),

      questions: (ids) =>
        database.rows(
          "questions counted",
          QuestionRow,
          (sql) => sql`
            select w.question, coalesce(asked, 0) as asked, coalesce(right_answers, 0) as right,
              coalesce(disputed, 0) as disputed, coalesce(appeals, 0) as appeals, coalesce(overturned, 0) as overturned
            from unnest(${[...ids]}::text[]) with ordinality as w(question, n)
            left join question_statistics q on q.question = w.question order by n`
        )
    }
  })
)
