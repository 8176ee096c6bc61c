/** Reminders on Postgres: a row a conversation, with the moment of the first of its reminders and of its question of the day. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { type KeptReminders, nextQuestion, nextReminder, noReminders, Reminder, withWish } from "@znatoki/chat/reminder"
import type { EpochMs } from "@znatoki/engine"
import type { AdminOrder } from "@znatoki/ports/admin-orders"
import { partitionOf } from "@znatoki/ports/slice"
import { type Fired, reminderLateMs, Reminders } from "@znatoki/ports/reminders"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"

const Kept = {
  zone: Schema.String,
  reminders: Schema.fromJsonString(Schema.Array(Reminder)),
  question: Schema.NullOr(Schema.fromJsonString(Reminder))
}
const KeptRow = Schema.Struct(Kept)
const DueRow = Schema.Struct({ ...Kept, conversation: ConversationId, atMs: Schema.Int })
const SaidRow = Schema.Struct({ said: Schema.Int })

const keptOf = ({ question, reminders, zone }: typeof KeptRow.Type): KeptReminders => ({
  zone,
  reminders,
  ...(question === null ? {} : { question })
})

interface Kind {
  readonly what: string
  /** The column that has the moment. */
  readonly column: "next_at_ms" | "question_at_ms"
  readonly next: (kept: KeptReminders, afterMs: EpochMs) => EpochMs | null
  readonly order: AdminOrder
}

const reminding: Kind = { what: "reminders", column: "next_at_ms", next: nextReminder, order: { _tag: "Remind" } }
const asking: Kind = {
  what: "questions of the day",
  column: "question_at_ms",
  next: nextQuestion,
  order: { _tag: "AskDaily" }
}

export const layer: Layer.Layer<Reminders, never, Database> = Layer.effect(
  Reminders,
  Effect.gen(function* () {
    const { rows, run } = yield* Database

    const fire = ({ column, next, order, what }: Kind) =>
      Effect.fnUntraced(function* (nowMs: EpochMs, limit: number) {
        const due = yield* rows(
          `due ${what}`,
          DueRow,
          (sql) => sql`
            select conversation, zone, reminders::text as reminders, question::text as question, ${sql(column)} as "atMs"
            from reminders
            where ${sql(column)} <= ${nowMs} order by ${sql(column)} limit ${limit}`
        )
        if (due.length === 0) return { due: 0, said: 0 } satisfies Fired
        // Whoever has changed it meanwhile, or has said it, leaves another moment behind.
        const [row] = yield* rows(
          `say ${what}`,
          SaidRow,
          (sql) => sql`
            with found as (
              select * from unnest(
                ${due.map(({ conversation }) => conversation)}::text[], ${due.map(({ atMs }) => atMs)}::bigint[],
                ${due.map((each) => next(keptOf(each), nowMs) ?? nowMs)}::bigint[]
              ) as f(conversation, was_ms, next_ms)
            ), moved as (
              update reminders r set ${sql(column)} = f.next_ms from found f
              where r.conversation = f.conversation and r.${sql(column)} = f.was_ms
              returning r.conversation, r.partition, f.was_ms
            ), said as (
              insert into admin_orders (conversation, partition, game_order, given_at_ms)
              select conversation, partition, ${JSON.stringify(order)}::text::json, was_ms from moved
              where was_ms > ${nowMs - reminderLateMs}::bigint
              returning id
            )
            select count(*)::integer as said from said`
        )
        return { due: due.length, said: row?.said ?? 0 } satisfies Fired
      })

    const of = Effect.fnUntraced(function* (conversation: ConversationId) {
      const [row] = yield* rows(
        "reminders of a conversation",
        KeptRow,
        (sql) =>
          sql`select zone, reminders::text as reminders, question::text as question
            from reminders where conversation = ${conversation}`
      )
      return row === undefined ? noReminders : keptOf(row)
    })

    return {
      of,
      change: Effect.fnUntraced(function* (conversation, wish, nowMs) {
        const kept = yield* of(conversation)
        const next = withWish(kept, wish)
        if (next === kept) return kept
        const question = next.question === undefined ? null : JSON.stringify(next.question)
        yield* run(
          "keep reminders",
          (sql) => sql`
            insert into reminders (conversation, partition, zone, reminders, next_at_ms, question, question_at_ms)
            values (${conversation}, ${partitionOf(conversation)}, ${next.zone},
              ${JSON.stringify(next.reminders)}::text::json, ${nextReminder(next, nowMs)},
              ${question}::text::json, ${nextQuestion(next, nowMs)})
            on conflict (conversation) do update
            set zone = excluded.zone, reminders = excluded.reminders, next_at_ms = excluded.next_at_ms,
              question = excluded.question, question_at_ms = excluded.question_at_ms`
        )
        return next
      }),
      fire: fire(reminding),
      fireQuestions: fire(asking)
    }
  })
)
