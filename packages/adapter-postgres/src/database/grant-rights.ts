/** What the roles of the bot and of the admin API may do, when neither owns the database. */
import type { Sql } from "./pool.ts"
import { inTransaction } from "./in-transaction.ts"

export interface Roles {
  readonly bot: string | null
  readonly admin: string | null
}

const botTables = [
  "conversations",
  "games",
  "game_events",
  "outbox",
  "said_slots",
  "asked_questions",
  "cursors",
  "received_events",
  "uploaded_media",
  "heartbeats",
  "outages",
  "parked",
  "parked_tasks",
  "admin_orders",
  "uncounted_games",
  "counted_games",
  "player_statistics",
  "mate_statistics",
  "conversation_statistics",
  "question_statistics",
  "day_statistics",
  "dialogs",
  "proposals",
  "question_votes",
  "reminders",
  "daily_questions"
]

/** Whoever calls it owns the tables, and is a member of the bot's role: what it gives away it has to be able to take. */
export const grantRights = (sql: Sql, { admin, bot }: Roles): Promise<void> =>
  inTransaction(sql, async (tx) => {
    for (const role of [bot, admin]) {
      if (role !== null) await tx`grant select on all tables in schema public to ${tx(role)}`
    }
    if (bot !== null) {
      await tx`grant insert, update, delete on ${tx(botTables)} to ${tx(bot)}`
      await tx`grant update (noticed) on conversation_settings to ${tx(bot)}`
      // What people propose becomes a draft, and what they dislike rests.
      await tx`grant insert, update (rests, published, updated_at_ms) on questions to ${tx(bot)}`
      await tx`grant insert on variant_proposals to ${tx(bot)}`
      // Pictures of no question go by night.
      await tx`grant delete on pictures, picture_files to ${tx(bot)}`
      // It makes and drops the spans of the sources while it runs.
      await tx`grant create on schema public to ${tx(bot)}`
      const spans = await tx<ReadonlyArray<{ readonly name: string }>>`
        select c.relname as name from pg_class c
        where c.relnamespace = 'public'::regnamespace and pg_get_userbyid(c.relowner) <> ${bot}
          and (c.oid = 'applied_sources'::regclass
            or c.oid in (select inhrelid from pg_inherits where inhparent = 'applied_sources'::regclass))`
      for (const { name } of spans) await tx`alter table ${tx(name)} owner to ${tx(bot)}`
    }
    // Of the jobs, where there are any: pg-boss has them in a schema of its own.
    const [jobs] = await tx<ReadonlyArray<{ readonly there: boolean }>>`
      select to_regnamespace('pgboss') is not null as there`
    for (const role of jobs?.there === true ? [bot, admin] : []) {
      if (role === null) continue
      await tx`grant usage on schema pgboss to ${tx(role)}`
      await tx`grant select, insert, update, delete on all tables in schema pgboss to ${tx(role)}`
      await tx`grant usage on all sequences in schema pgboss to ${tx(role)}`
    }
    if (admin !== null) {
      await tx`grant insert, update, delete on questions, packs, question_marks, variant_proposals, pictures, picture_files, imports,
        import_pieces to ${tx(admin)}`
      await tx`grant delete on question_states to ${tx(admin)}`
      await tx`grant insert, update, delete on admins, admin_passkeys, admin_sessions, admin_tokens, idempotency_keys to ${tx(admin)}`
      await tx`grant insert on admin_orders to ${tx(admin)}`
      await tx`grant insert, update on conversation_settings to ${tx(admin)}`
      // To the log one adds.
      await tx`grant insert on audit_log to ${tx(admin)}`
      await tx`grant update on audit_head to ${tx(admin)}`
      await tx`grant update on parked, proposals, question_votes, conversations to ${tx(admin)}`
      await tx`grant insert, update (dead_reason, dead_at_ms, queued_at_ms), delete on outbox to ${tx(admin)}`
      await tx`grant insert, update on heartbeats to ${tx(admin)}`
    }
  })
