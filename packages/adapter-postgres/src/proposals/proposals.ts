/** Proposals on Postgres. */
import { QuestionId } from "@znatoki/engine"
import { ConversationId } from "@znatoki/chat/chat-input"
import type { Outgoing } from "@znatoki/chat/message"
import { type ProposalOutcome, type ProposedDraft, Proposals } from "@znatoki/ports/proposals"
import { Clock, Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const Row = Schema.Struct({ seq: Schema.Int })
const DraftRow = Schema.Struct({
  question: Schema.Int,
  conversation: ConversationId,
  attachment: Schema.NullOr(Schema.String),
  proposed_at_ms: Schema.Int,
  told: Schema.NullOr(Schema.Literals(["published", "refused"]))
})

const seen = ({ proposed_at_ms, question, ...row }: typeof DraftRow.Type): ProposedDraft => ({
  ...row,
  question: QuestionId.make(String(question)),
  proposedAtMs: proposed_at_ms
})

interface News {
  readonly question: QuestionId
  readonly outcome: ProposalOutcome
  readonly message: Outgoing
  readonly nowMs: number
}

/**
 * A commit of the dialog like any other: its version moves, so that whoever has it in memory reads it anew, and what it says
 * then comes behind this. Whoever looks for what was left unsaid finds it.
 */
const told = (sql: Sql, { message, nowMs, outcome, question }: News) => sql`
  with news as (
    update proposals set told = ${outcome}
    where question = ${question}::bigint and told is distinct from ${outcome}
    returning conversation
  ),
  moved as (
    update conversations c set version = c.version + 1, last_seq = c.last_seq + 1
    from news where c.conversation = news.conversation
    returning c.conversation, c.partition, c.last_seq
  ),
  queued as (
    insert into outbox (conversation, seq, partition, slot, message, queued_at_ms)
    select conversation, last_seq, partition, ${message.slot}, ${storable(JSON.stringify({ ...message, decidedAtMs: nowMs }))}::text::json, ${nowMs} from moved
  )
  select last_seq as seq from moved`

/** The ids of this bank are whole numbers. */
const isId = (question: QuestionId): boolean => /^\d{1,18}$/.test(question)

export const layer: Layer.Layer<Proposals, never, Database> = Layer.effect(
  Proposals,
  Effect.gen(function* () {
    const { rows } = yield* Database
    return {
      list: (after, limit) =>
        after !== null && !isId(after)
          ? Effect.succeed([])
          : Effect.map(
              rows(
                "list proposals",
                DraftRow,
                (sql) => sql`
                  select question, conversation, attachment, proposed_at_ms, told from proposals
                  where question > ${after ?? "0"}::bigint order by question limit ${limit}`
              ),
              (found) => found.map(seen)
            ),

      get: (question) =>
        isId(question)
          ? Effect.map(
              rows(
                "show a proposal",
                DraftRow,
                (sql) => sql`
                  select question, conversation, attachment, proposed_at_ms, told from proposals
                  where question = ${question}::bigint`
              ),
              ([row]) => (row === undefined ? null : seen(row))
            )
          : Effect.succeed(null),

      tell: Effect.fnUntraced(function* (question, outcome, message) {
        if (!isId(question)) return false
        const nowMs = yield* Clock.currentTimeMillis
        const said = yield* rows("tell of a proposal", Row, (sql) => told(sql, { question, outcome, message, nowMs }))
        return said.length > 0
      })
    }
  })
)
