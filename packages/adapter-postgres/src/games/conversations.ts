/** Conversations on Postgres. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { Conversations } from "@znatoki/ports/conversations"
import { partitionOf } from "@znatoki/ports/slice"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { Mine } from "../database/mine.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const Row = Schema.Struct({ conversation: ConversationId })
const PlayingRow = Schema.Struct({ ...Row.fields, last_order: Schema.Int, hears_all: Schema.Boolean })

export const layer: Layer.Layer<Conversations, never, Database> = Layer.effect(
  Conversations,
  Effect.gen(function* () {
    const { rows, run } = yield* Database
    const mine = yield* Mine
    return {
      // The fence lets the first commit through: the one before it is 0, here as where there is no row.
      setTitle: (conversation, title) =>
        run(
          "set title",
          (sql) => sql`
            insert into conversations as c (
              conversation, partition, version, game, events, last_order, last_seq, updated_at_ms, title)
            values (${conversation}, ${partitionOf(conversation)}, 0, 0, 0, 0, 0, 0, ${storable(title)})
            on conflict (conversation) do update set title = excluded.title
              where c.title is distinct from excluded.title`
        ),

      find: (name) =>
        name === storable(name)
          ? Effect.map(
              rows("find conversation", Row, (sql) => found(sql, name)),
              ([one, another]) => (another === undefined ? (one?.conversation ?? null) : null)
            )
          : Effect.succeed(null),

      // Along the index of running games.
      playing: (after, limit) =>
        Effect.map(
          rows(
            "conversations that play",
            PlayingRow,
            (sql) => sql`
              select c.conversation, c.last_order, c.hears_all
              from (
                select conversation from games
                where status = 'running' and conversation > ${after ?? ""}::text ${mine(sql)}
                order by conversation limit ${limit}
              ) g join conversations c using (conversation)
              order by c.conversation`
          ),
          (found) =>
            found.map(({ hears_all, last_order, ...row }) => ({ ...row, lastOrder: last_order, hearsAll: hears_all }))
        )
    }
  })
)

/** The communities there are, each by one step along the index: all ids of one come before `<community>;`. */
const found = (sql: Sql, name: string) => sql`
  with recursive community(id) as (
    (select rtrim(substring(conversation from '^.*:'), ':') from conversations order by conversation limit 1)
    union all
    select (
      select rtrim(substring(c.conversation from '^.*:'), ':') from conversations c
      where c.conversation > community.id || ';' order by c.conversation limit 1)
    from community where community.id is not null
  )
  select conversation from conversations where conversation = ${name}
  union all
  select c.conversation from community join conversations c on c.conversation = community.id || ':' || ${name}
  where position(':' in ${name}) = 0
  limit 2`
