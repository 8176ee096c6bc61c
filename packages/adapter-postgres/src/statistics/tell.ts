/** What the tables of statistics have for a conversation that asks, each question by one or two steps along an index. */
import { PlayerId } from "@znatoki/engine"
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { History, Leader, Licences, PlayerDeeds, Rating, Seasons, Standing } from "@znatoki/chat/statistics"
import type { Inquiry, Told } from "@znatoki/chat/statistics"
import { GameCount } from "@znatoki/ports/count-game"
import {
  type Ahead,
  type Asked,
  gamesMax,
  leadersMax,
  licencedMax,
  matesMax,
  seasonsMax,
  togetherMin
} from "@znatoki/ports/statistics"
import { PackDraft } from "@znatoki/ports/packs"
import type { StoreError } from "@znatoki/ports/store-error"
import { Effect, Schema } from "effect"
import type { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { allTime } from "./changes.ts"

type Db = Database["Service"]
type Of<Tag extends Inquiry["_tag"]> = Extract<Inquiry, { readonly _tag: Tag }>

const deeds = {
  games: Schema.Int,
  wins: Schema.Int,
  answered: Schema.Int,
  right: Schema.Int,
  rightMs: Schema.Int,
  best: Schema.Int
}
const LeaderRow = Schema.Struct({ player: PlayerId, name: Schema.String, ...deeds })
const StandingRow = Schema.Struct({ ...deeds, place: Schema.Int, of: Schema.Int })
const MateRow = Schema.Struct({ name: Schema.String, games: Schema.Int, wins: Schema.Int })
const TeamRow = Schema.Struct({ games: Schema.Int, wins: Schema.Int, streak: Schema.Int, bestStreak: Schema.Int })
const GameRow = Schema.Struct({ counted: Schema.fromJsonString(GameCount) })
const SeasonRow = Schema.Struct({
  season: Schema.Int,
  games: Schema.Int,
  wins: Schema.Int,
  name: Schema.NullOr(Schema.String),
  right: Schema.NullOr(Schema.Int)
})

const deedColumns = (sql: Sql) => sql`games, wins, answered, right_answers as right, right_ms as "rightMs", best`

interface Where {
  readonly scope: string
  readonly season: number
}

export const leaderRows = (
  database: Db,
  { scope, season }: Where,
  after: Ahead | null,
  limit: number
): Effect.Effect<ReadonlyArray<Leader>, StoreError> =>
  database.rows("leaders", LeaderRow, (sql) => {
    const rest =
      after === null
        ? sql``
        : sql`and right_answers <= ${after.right}::integer
          and (-right_answers, -best, right_ms, player)
            > (-${after.right}::integer, -${after.best}::integer, ${after.rightMs}::bigint, ${after.player}::text collate "C")`
    return sql`
      select player, name, ${deedColumns(sql)} from player_statistics
      where scope = ${scope} and season = ${season} and answered > 0 ${rest}
      order by right_answers desc, best desc, right_ms, player limit ${limit}`
  })

const tellRating = Effect.fnUntraced(function* (database: Db, scope: ConversationId, { season }: Of<"Rating">) {
  const ofSeason = yield* leaderRows(database, { scope, season }, null, leadersMax)
  const ofAllTime = yield* leaderRows(database, { scope, season: allTime }, null, leadersMax)
  const [team] = yield* database.rows(
    "team",
    TeamRow,
    (sql) => sql`
      select games, wins, streak, best_streak as "bestStreak" from conversation_statistics
      where conversation = ${scope} and season = ${allTime}`
  )
  const { bestStreak, games, streak, wins } = team ?? { games: 0, wins: 0, streak: 0, bestStreak: 0 }
  return { _tag: "Rating", season, ofSeason, ofAllTime, team: { games, wins }, streak, bestStreak } satisfies Rating
})

const standingRows = (database: Db, { scope, season }: Where, player: PlayerId) =>
  database.rows(
    "standing",
    StandingRow,
    (sql) => sql`
      select ${deedColumns(sql)},
        (select count(*) from player_statistics o
          where o.scope = p.scope and o.season = p.season and o.answered > 0
            and (-o.right_answers, -o.best, o.right_ms, o.player) <= (-p.right_answers, -p.best, p.right_ms, p.player))::int
          as place,
        (select count(*) from player_statistics o
          where o.scope = p.scope and o.season = p.season and o.answered > 0)::int as of
      from player_statistics p
      where scope = ${scope} and season = ${season} and player = ${player}`
  )

const tellPlayer = Effect.fnUntraced(function* (database: Db, scope: ConversationId, { player, season }: Of<"Player">) {
  const standing = (of: number): Effect.Effect<Standing | null, StoreError> =>
    Effect.map(standingRows(database, { scope, season: of }, player), ([row]) => row ?? null)
  const mates = yield* database.rows(
    "mates",
    MateRow,
    (sql) => sql`
      select p.name, m.games, m.wins from mate_statistics m
      join player_statistics p on p.scope = m.conversation and p.season = ${allTime} and p.player = m.mate
      where m.conversation = ${scope} and m.player = ${player} and m.games >= ${togetherMin}
      order by m.wins::float / m.games desc, m.games desc, m.mate limit ${matesMax}`
  )
  return {
    _tag: "Player",
    season,
    ofSeason: yield* standing(season),
    ofAllTime: yield* standing(allTime),
    mates
  } satisfies PlayerDeeds
})

const pastGame = ({ finishedAtMs, outcome, people, score }: GameCount) => ({
  finishedAtMs,
  score,
  outcome,
  best: people.find(({ best }) => best > 0)?.name ?? null
})

const tellHistory = (database: Db, conversation: ConversationId): Effect.Effect<History, StoreError> =>
  database
    .rows(
      "past games",
      GameRow,
      (sql) => sql`
        select counted::text from counted_games where conversation = ${conversation} order by game desc limit ${gamesMax}`
    )
    .pipe(Effect.map((rows) => ({ _tag: "History", games: rows.map(({ counted }) => pastGame(counted)) })))

const tellSeasons = (database: Db, conversation: ConversationId): Effect.Effect<Seasons, StoreError> =>
  database
    .rows(
      "seasons",
      SeasonRow,
      (sql) => sql`
        select c.season, c.games, c.wins, p.name, p.right_answers as right
        from conversation_statistics c
        left join lateral (
          select name, right_answers from player_statistics p
          where p.scope = c.conversation and p.season = c.season and p.answered > 0
          order by right_answers desc, best desc, right_ms, player limit 1) p on p.right_answers > 0
        where c.conversation = ${conversation} and c.season > ${allTime}
        order by c.season desc limit ${seasonsMax}`
    )
    .pipe(
      Effect.map((rows) => ({
        _tag: "Seasons",
        seasons: rows.map(({ games, name, right, season, wins }) => ({
          season,
          games,
          wins,
          best: name === null || right === null ? null : { name, right }
        }))
      }))
    )

const PackAskedRow = Schema.Struct({
  /** Null: those of no pack. */
  title: Schema.NullOr(Schema.String),
  editors: Schema.NullOr(Schema.String),
  licence: Schema.NullOr(Schema.String),
  url: Schema.NullOr(Schema.String),
  commercial: Schema.NullOr(PackDraft.fields.commercial),
  questions: Schema.Int
})

const tellLicences = (database: Db, conversation: ConversationId): Effect.Effect<Licences, StoreError> =>
  database
    .rows(
      "licences",
      PackAskedRow,
      (sql) => sql`
        select p.title, p.editors, p.licence, p.url, p.commercial, count(*)::integer as questions
        from (
          select question from asked_questions where conversation = ${conversation}
          order by asked_version desc, asked_place desc limit ${licencedMax}
        ) a
        join questions q on q.id = a.question
        left join packs p on p.id = q.pack
        group by p.id
        order by questions desc, p.title collate "C"`
    )
    .pipe(
      Effect.map((rows) => ({
        _tag: "Licences",
        packs: rows.flatMap(({ commercial, title, ...pack }) =>
          title === null || commercial === null ? [] : [{ ...pack, title, commercial }]
        ),
        others: rows.find(({ title }) => title === null)?.questions ?? 0
      }))
    )

export const tell = (database: Db, { conversation, inquiry }: Asked): Effect.Effect<Told, StoreError> => {
  switch (inquiry._tag) {
    case "Rating":
      return tellRating(database, conversation, inquiry)
    case "Player":
      return tellPlayer(database, conversation, inquiry)
    case "History":
      return tellHistory(database, conversation)
    case "Seasons":
      return tellSeasons(database, conversation)
    case "Licences":
      return tellLicences(database, conversation)
  }
}
