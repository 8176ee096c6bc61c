/** VariantProposals on Postgres. */
import { QuestionId } from "@znatoki/engine"
import { type NewVariant, VariantProposal, VariantProposals } from "@znatoki/ports/variant-proposals"
import type { ISql } from "postgres"
import { Clock, Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const ProposalRow = Schema.Struct({
  id: Schema.Int,
  question: QuestionId,
  answer: Schema.String,
  game: Schema.String,
  state: VariantProposal.fields.state,
  proposed_at_ms: Schema.Int,
  settled_at_ms: VariantProposal.fields.settledAtMs,
  settled_by: VariantProposal.fields.settledBy
})

const IdRow = Schema.Struct({ id: Schema.Int })

const proposalOf = (row: typeof ProposalRow.Type): VariantProposal => {
  const { proposed_at_ms, settled_at_ms, settled_by, ...rest } = row
  return { ...rest, proposedAtMs: proposed_at_ms, settledAtMs: settled_at_ms, settledBy: settled_by }
}

const columns = (sql: Sql) => sql`id, question::text, answer, game, state, proposed_at_ms, settled_at_ms, settled_by`

export const proposeStatement = (
  sql: ISql<{ bigint: number }>,
  variants: ReadonlyArray<NewVariant>,
  nowMs: number
) => sql`
  insert into variant_proposals (question, answer, game, proposed_at_ms)
  select question, answer, game, ${nowMs}::bigint
  from unnest(
    ${variants.map(({ question }) => Number(question))}::bigint[],
    ${variants.map(({ answer }) => storable(answer))}::text[],
    ${variants.map(({ game }) => game)}::text[]) as given(question, answer, game)
  on conflict do nothing
  returning id`

export const layer: Layer.Layer<VariantProposals, never, Database> = Layer.effect(
  VariantProposals,
  Effect.gen(function* () {
    const database = yield* Database
    return VariantProposals.of({
      propose: Effect.fnUntraced(function* (variants) {
        if (variants.length === 0) return 0
        const nowMs = yield* Clock.currentTimeMillis
        const rows = yield* database.rows("propose variants", IdRow, (sql) => proposeStatement(sql, variants, nowMs))
        return rows.length
      }),

      list: Effect.fnUntraced(function* (state, after, limit) {
        const rows = yield* database.rows(
          "list variants",
          ProposalRow,
          (sql) => sql`
            select ${columns(sql)} from variant_proposals
            where id > ${after ?? 0} ${state === null ? sql`` : sql`and state = ${state}`}
            order by id limit ${limit}`
        )
        return rows.map(proposalOf)
      }),

      settle: Effect.fnUntraced(function* (id, accepted, by) {
        const nowMs = yield* Clock.currentTimeMillis
        const [row] = yield* database.rows(
          "settle variant",
          ProposalRow,
          (sql) => sql`
            with settled as (
              update variant_proposals
              set state = ${accepted ? "accepted" : "refused"}, settled_at_ms = ${nowMs}::bigint, settled_by = ${by}
              where id = ${id} and state = 'waiting'
              returning *
            ), counted as (
              update questions q set more_accepted = q.more_accepted || settled.answer,
                updated_at_ms = greatest(q.updated_at_ms, ${nowMs}::bigint)
              from settled where ${accepted}::boolean and q.id = settled.question
            )
            select ${columns(sql)} from settled`
        )
        return row === undefined ? null : proposalOf(row)
      })
    })
  })
)
