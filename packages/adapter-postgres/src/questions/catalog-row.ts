/** What the catalog reads of a question, and what it makes of it. */
import { QuestionId } from "@znatoki/engine"
import { type CatalogQuestion, QuestionDraft } from "@znatoki/ports/question-catalog"
import { Schema } from "effect"
import type { PendingQuery, Row } from "postgres"
import type { Sql } from "../database/pool.ts"

const draft = QuestionDraft.fields

export const CatalogRow = Schema.Struct({
  id: QuestionId,
  text: draft.text,
  handout_text: Schema.NullOr(Schema.String),
  handout_image_url: Schema.NullOr(Schema.String),
  answer: Schema.NonEmptyString,
  accepted: Schema.Array(Schema.NonEmptyString),
  rejected: Schema.Array(Schema.NonEmptyString),
  more_accepted: Schema.Array(Schema.NonEmptyString),
  more_rejected: Schema.Array(Schema.NonEmptyString),
  comment: Schema.NullOr(Schema.String),
  source: Schema.NullOr(Schema.String),
  author: Schema.NullOr(Schema.String),
  difficulty: Schema.Int,
  themes: Schema.Array(Schema.String),
  state: draft.state,
  rests: Schema.Boolean,
  proposed_by: Schema.NullOr(Schema.String),
  proposed_name: Schema.NullOr(Schema.String),
  answer_image: Schema.NullOr(Schema.String),
  version: Schema.Int,
  pack: Schema.NullOr(Schema.String),
  fixed: Schema.Boolean,
  created_at_ms: Schema.Int,
  updated_at_ms: Schema.Int
})

type Condition = PendingQuery<Array<Row>>

const columns = (sql: Sql) => sql`
  q.id::text, q.text, q.handout_text, q.handout_image_url, q.answer, q.accepted, q.rejected, q.more_accepted,
    q.more_rejected, q.comment, q.source, q.author, q.difficulty, q.themes, q.state, q.rests, q.proposed_by,
    q.proposed_name, q.as_read ->> 'answerImage' as answer_image, q.version, q.created_at_ms, q.updated_at_ms, p.key as pack, coalesce(p.fixed, false) as fixed`

/** Those of a pack by id, with what its file told of them. */
export const packedQuestions = (sql: Sql, pack: string, after: string | null, limit: number) => sql`
  select ${columns(sql)}, q.as_read::text
  from packs p join questions q on q.pack = p.id
  where p.key = ${pack} ${after === null ? sql`` : sql`and q.id > ${after}::text::bigint`}
  order by q.pack, q.id
  limit ${limit}`

/** By id; `where` speaks of a question as `q`. */
export const questionsWhere = (sql: Sql, where: Condition, limit = 1) => sql`
  select ${columns(sql)}
  from questions q
  left join lateral (select key, fixed from packs where packs.id = q.pack limit 1) p on true
  where ${where}
  order by q.id
  limit ${limit}`

export const questionOf = (row: typeof CatalogRow.Type): CatalogQuestion => {
  const { handout_image_url: imageUrl, handout_text: text, proposed_by: id, proposed_name: name } = row
  return {
    id: row.id,
    text: row.text,
    handout: text === null && imageUrl === null ? null : { text, imageUrl },
    answer: row.answer,
    accepted: row.accepted,
    rejected: row.rejected,
    moreAccepted: row.more_accepted,
    moreRejected: row.more_rejected,
    comment: row.comment,
    source: row.source,
    author: row.author,
    difficulty: row.difficulty,
    themes: row.themes,
    state: row.state,
    rests: row.rests,
    proposedBy: id === null ? null : { id, name: name ?? "" },
    answerImage: row.answer_image,
    version: row.version,
    pack: row.pack,
    fixed: row.fixed,
    createdAtMs: row.created_at_ms,
    updatedAtMs: row.updated_at_ms
  }
}
