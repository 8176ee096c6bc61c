/** ConversationSettings on Postgres. */
import { Settings } from "@znatoki/engine"
import { ConversationId } from "@znatoki/chat/chat-input"
import { ConversationSettings, nothingSettled, type Settled } from "@znatoki/ports/conversation-settings"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { Mine } from "../database/mine.ts"
import { storable } from "../database/storable.ts"

const Row = Schema.Struct({
  conversation: ConversationId,
  revision: Schema.Int,
  settings: Schema.NullOr(Schema.fromJsonString(Settings)),
  settings_revision: Schema.Int,
  muted: Schema.Boolean
})

const UnnoticedRow = Schema.Struct({ conversation: ConversationId, revision: Schema.Int })

const settledOf = ({ muted, revision, settings, settings_revision }: typeof Row.Type): Settled => ({
  revision,
  settings: settings === null ? null : { chosen: settings, revision: settings_revision },
  muted
})

export const layer: Layer.Layer<ConversationSettings, never, Database> = Layer.effect(
  ConversationSettings,
  Effect.gen(function* () {
    const { rows, run } = yield* Database
    const mine = yield* Mine

    const of = Effect.fnUntraced(function* (conversations: ReadonlyArray<ConversationId>) {
      if (conversations.length === 0) return new Map<ConversationId, Settled>()
      const found = yield* rows(
        "conversation settings",
        Row,
        (sql) => sql`
          select s.conversation, s.revision, s.settings::text, s.settings_revision, s.muted
          from unnest(${[...conversations]}::text[]) as wanted(conversation)
          cross join lateral (
            select * from conversation_settings s where s.conversation = wanted.conversation limit 1) s`
      )
      return new Map(found.map((row) => [row.conversation, settledOf(row)]))
    })

    return ConversationSettings.of({
      of,

      settle: Effect.fnUntraced(function* (conversation, { muted, settings }, expected, atMs) {
        const json = settings === undefined || settings === null ? null : storable(JSON.stringify(settings))
        const keeps = settings === undefined
        const written = yield* rows(
          "settle conversation",
          Row,
          (sql) => sql`
            insert into conversation_settings as s (
              conversation, partition, revision, settings, settings_revision, muted, changed_at_ms, noticed)
            select ${conversation}, ${partitionOf(conversation)}, 1, ${json}::text::json, 1, ${muted ?? false}, ${atMs}, 0
            where ${expected ?? 0}::integer = 0
              or exists (select from conversation_settings where conversation = ${conversation})
            on conflict (conversation) do update set
              revision = s.revision + 1,
              settings = case when ${keeps} then s.settings else excluded.settings end,
              settings_revision = case when ${keeps} then s.settings_revision else s.revision + 1 end,
              muted = coalesce(${muted ?? null}::boolean, s.muted),
              changed_at_ms = excluded.changed_at_ms
            where ${expected === null} or s.revision = ${expected ?? 0}::integer
            returning conversation, revision, settings::text, settings_revision, muted`
        )
        const [row] = written
        if (row !== undefined) return { _tag: "Settled", settled: settledOf(row) }
        return { _tag: "Moved", settled: (yield* of([conversation])).get(conversation) ?? nothingSettled }
      }),

      unnoticed: (slice, limit) =>
        rows(
          "unnoticed settings",
          UnnoticedRow,
          (sql) => sql`
            select conversation, revision from conversation_settings
            where partition = any(${[...slice]}::smallint[]) and noticed < revision ${mine(sql)}
            order by conversation limit ${limit}`
        ),

      noticed: ({ conversation, revision }) =>
        run(
          "settings noticed",
          (sql) => sql`
            update conversation_settings set noticed = ${revision}
            where conversation = ${conversation} and noticed < ${revision}`
        )
    })
  })
)
