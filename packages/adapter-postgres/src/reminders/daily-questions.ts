/** DailyQuestions on Postgres: rows that the commits of their conversations write. */
import { DailyQuestions } from "@znatoki/ports/daily-questions"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const ClosedRow = Schema.Struct({ closed: Schema.Int })

export const layer: Layer.Layer<DailyQuestions, never, Database> = Layer.effect(
  DailyQuestions,
  Effect.gen(function* () {
    const { rows } = yield* Database
    return {
      // A row that somebody writes just now is found a minute later, if it is still to be.
      close: (nowMs, limit) =>
        rows(
          "close questions of the day",
          ClosedRow,
          (sql) => sql`
            with due as (
              select conversation from daily_questions where closes_at_ms <= ${nowMs}
              order by closes_at_ms limit ${limit} for update skip locked
            ), moved as (
              update daily_questions q set closes_at_ms = null from due where q.conversation = due.conversation
              returning q.conversation, q.partition, q.number
            ), ordered as (
              insert into admin_orders (conversation, partition, game_order, given_at_ms)
              select conversation, partition, json_build_object('_tag', 'CloseDaily', 'number', number), ${nowMs}::bigint from moved
              returning id
            )
            select count(*)::integer as closed from ordered`
        ).pipe(Effect.map(([row]) => row?.closed ?? 0))
    }
  })
)
