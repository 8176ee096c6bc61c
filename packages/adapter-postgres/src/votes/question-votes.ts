/** QuestionVotes on Postgres. */
import { QuestionId } from "@znatoki/engine"
import { dislikesMax, type QuestionVote, QuestionVotes, type VoteOutcome } from "@znatoki/ports/question-votes"
import { Clock, Effect, Layer, Schema } from "effect"
import type { PendingQuery, Row } from "postgres"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"

const CastRow = Schema.Struct({ n: Schema.Int, before: Schema.NullOr(Schema.Boolean) })
const TallyRow = Schema.Struct({ good: Schema.Int, bad: Schema.Int, unseen_bad: Schema.Int })
const DislikedRow = Schema.Struct({ ...TallyRow.fields, question: Schema.Int, rests: Schema.Boolean })

/** The ids of this bank are whole numbers. Of one number in two spellings, or larger than a number here may be, a row would be written twice. */
const isId = (question: QuestionId): boolean => /^[1-9]\d{0,14}$/.test(question)

interface Placed extends QuestionVote {
  /** From 1. */
  readonly n: number
}

/** The last voice of each person on each question. */
const lastOf = (votes: ReadonlyArray<QuestionVote>): ReadonlyArray<Placed> => [
  ...new Map(votes.map((vote, i): [string, Placed] => [`${vote.question}/${vote.by}`, { ...vote, n: i + 1 }])).values()
]

/** In the order of the keys, so that two who count at once never wait for each other in a ring. */
const cast = (sql: Sql, votes: ReadonlyArray<Placed>) => sql`
  with given as (
    select v.*, k.good as before
    from unnest(
      ${votes.map(({ n }) => n)}::bigint[], ${votes.map(({ question }) => Number(question))}::bigint[],
      ${votes.map(({ by }) => by)}::text[], ${votes.map(({ conversation }) => conversation)}::text[],
      ${votes.map(({ good }) => (good ? 1 : 0))}::smallint[], ${votes.map(({ atMs }) => atMs)}::bigint[]
    ) as v(n, question, player, conversation, good, at_ms)
    join questions q on q.id = v.question
    left join question_votes k on k.question = v.question and k.player = v.player
  ),
  counted as (
    insert into question_votes as v (question, player, conversation, good, at_ms)
    select question, player, conversation, good = 1, at_ms from given order by question, player
    on conflict (question, player) do update
      set good = excluded.good, conversation = excluded.conversation, at_ms = excluded.at_ms, seen = false
      where v.good <> excluded.good
  )
  select n, before from given`

/** After the votes are there, for a statement does not see what it writes; to ask again is harmless. */
const rest = (sql: Sql, questions: ReadonlyArray<number>, nowMs: number) => sql`
  update questions q set rests = true, published = false, updated_at_ms = ${nowMs}
  where q.id = any(${[...questions]}::bigint[]) and q.published and not q.rests and ${dislikesMax} <= (
    select count(distinct v.conversation) from question_votes v where v.question = q.id and not v.good and not v.seen)`

/** Along the index of what no editor has looked at; a question that is gone is nobody's to look at. */
const disliked = (sql: Sql, after: QuestionId | null, limit: number) => sql`
  select q.id as question, q.rests, t.* from (
    select distinct v.question from question_votes v
    where not v.good and not v.seen and v.question > ${after ?? "0"}::bigint
      and exists (select from questions q where q.id = v.question)
    order by v.question limit ${limit}
  ) d
  join questions q on q.id = d.question
  cross join lateral (${tally(sql, sql`d.question`)}) t
  order by q.id`

const tally = (sql: Sql, question: PendingQuery<ReadonlyArray<Row>>) => sql`
  select count(*) filter (where good) as good, count(*) filter (where not good) as bad,
    count(*) filter (where not good and not seen) as unseen_bad
  from question_votes where question = ${question}`

const outcomeOf = (before: boolean | null | undefined, good: boolean): VoteOutcome => {
  if (before === undefined) return "Gone"
  if (before === null) return "New"
  return before === good ? "Same" : "Changed"
}

export const layer: Layer.Layer<QuestionVotes, never, Database> = Layer.effect(
  QuestionVotes,
  Effect.gen(function* () {
    const { rows, run } = yield* Database
    return {
      cast: Effect.fnUntraced(function* (votes) {
        const last = lastOf(votes.filter(({ question }) => isId(question)))
        if (last.length === 0) return votes.map((): VoteOutcome => "Gone")
        const found = yield* rows("cast votes", CastRow, (sql) => cast(sql, last))
        const bad = last.filter(({ good }) => !good).map(({ question }) => Number(question))
        const nowMs = yield* Clock.currentTimeMillis
        if (bad.length > 0) yield* run("let questions rest", (sql) => rest(sql, bad, nowMs))
        const before = new Map(found.map((row) => [row.n, row.before]))
        const placeOf = new Map(last.map(({ by, n, question }) => [`${question}/${by}`, n]))
        return votes.map(({ by, good, question }) => outcomeOf(before.get(placeOf.get(`${question}/${by}`) ?? 0), good))
      }),

      tally: (question) =>
        isId(question)
          ? Effect.map(
              rows("tally votes", TallyRow, (sql) => tally(sql, sql`${question}::bigint`)),
              ([row]) => ({ good: row?.good ?? 0, bad: row?.bad ?? 0, unseenBad: row?.unseen_bad ?? 0 })
            )
          : Effect.succeed({ good: 0, bad: 0, unseenBad: 0 }),

      disliked: (after, limit) =>
        after !== null && !isId(after)
          ? Effect.succeed([])
          : Effect.map(
              rows("list disliked questions", DislikedRow, (sql) => disliked(sql, after, limit)),
              (found) =>
                found.map(({ bad, good, question, rests, unseen_bad }) => ({
                  question: QuestionId.make(String(question)),
                  good,
                  bad,
                  unseenBad: unseen_bad,
                  rests
                }))
            ),

      looked: Effect.fnUntraced(function* (question) {
        if (!isId(question)) return
        const nowMs = yield* Clock.currentTimeMillis
        yield* run(
          "an editor looked",
          (sql) => sql`
            with seen as (update question_votes set seen = true where question = ${question}::bigint and not seen)
            update questions set rests = false, published = true, updated_at_ms = ${nowMs} where id = ${question}::bigint and rests`
        )
      })
    }
  })
)
