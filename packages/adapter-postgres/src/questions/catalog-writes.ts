/** The statements by which the catalog writes a question. */
import type { QuestionId } from "@znatoki/engine"
import { type Change, changesOfFixed, type Origin, type QuestionDraft } from "@znatoki/ports/question-catalog"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const orNull = (text: string | null | undefined) => (text == null ? null : storable(text))

/** Nothing is written where there is no pack of that key. */
export const createStatement = (sql: Sql, draft: QuestionDraft, { by, pack, proposedBy }: Origin, nowMs: number) =>
  sql`insert into questions (
        pack, text, handout_text, handout_image_url, answer, accepted, rejected, more_accepted, more_rejected, comment,
        source, author, difficulty, themes, state, rests, stated_at_ms, stated_by, proposed_by, proposed_name,
        created_at_ms, updated_at_ms)
      select p.id, ${storable(draft.text)}, ${orNull(draft.handout?.text)}, ${orNull(draft.handout?.imageUrl)},
        ${storable(draft.answer)}, ${draft.accepted.map(storable)}::text[], ${draft.rejected.map(storable)}::text[],
        ${draft.moreAccepted.map(storable)}::text[], ${draft.moreRejected.map(storable)}::text[],
        ${orNull(draft.comment)}, ${orNull(draft.source)}, ${orNull(draft.author)}, ${draft.difficulty}::smallint,
        ${draft.themes.map(storable)}::text[], ${draft.state}, ${draft.rests}, ${nowMs}::bigint, ${orNull(by)},
        ${orNull(proposedBy?.id)}, ${orNull(proposedBy?.name)}, ${nowMs}::bigint, ${nowMs}::bigint
      from ${pack === null ? sql`(select null::bigint as id)` : sql`(select id from packs where key = ${storable(pack)})`} p
      returning id::text`

/** What is not named keeps its value; null is a value of some texts. */
const text = (sql: Sql, column: string, value: string | null | undefined) =>
  sql`${sql(column)} = case when ${value !== undefined}::boolean then ${orNull(value)}::text else q.${sql(column)} end`

const variants = (sql: Sql, column: string, value: ReadonlyArray<string> | undefined) =>
  sql`${sql(column)} = coalesce(${value?.map(storable) ?? null}::text[], q.${sql(column)})`

const words = (sql: Sql, { comment, handout, source, author, text: asked, answer }: Partial<QuestionDraft>) => sql`
  ${text(sql, "text", asked)}, ${text(sql, "answer", answer)}, ${text(sql, "comment", comment)},
  ${text(sql, "source", source)}, ${text(sql, "author", author)},
  ${text(sql, "handout_text", handout === null ? null : handout?.text)},
  ${text(sql, "handout_image_url", handout === null ? null : handout?.imageUrl)}`

const stated = (sql: Sql, { by, changes, note }: Change, nowMs: number) => {
  const state = changes.state ?? null
  return sql`
  state = coalesce(${state}::text, q.state),
  stated_at_ms = case when q.state <> ${state}::text then ${nowMs}::bigint else q.stated_at_ms end,
  stated_by = case when q.state <> ${state}::text then ${orNull(by)}::text else q.stated_by end,
  stated_note = case when q.state <> ${state}::text then ${orNull(note)}::text else q.stated_note end`
}

/** Nothing is changed where the version, or what the pack allows, is another by now. */
export const changeStatement = (sql: Sql, id: QuestionId, order: Change, nowMs: number) => {
  const { changes, version } = order
  const touchesFixed = changesOfFixed(changes).length > 0
  return sql`update questions q set
        ${words(sql, changes)},
        ${variants(sql, "accepted", changes.accepted)}, ${variants(sql, "rejected", changes.rejected)},
        ${variants(sql, "more_accepted", changes.moreAccepted)}, ${variants(sql, "more_rejected", changes.moreRejected)},
        ${variants(sql, "themes", changes.themes)},
        difficulty = coalesce(${changes.difficulty ?? null}::smallint, q.difficulty),
        rests = coalesce(${changes.rests ?? null}::boolean, q.rests),
        ${stated(sql, order, nowMs)},
        updated_at_ms = greatest(q.updated_at_ms, ${nowMs}::bigint)
      where id = ${id}::text::bigint
        ${version === null ? sql`` : sql`and q.version = ${version}`}
        ${touchesFixed ? sql`and not exists (select from packs where packs.id = q.pack and packs.fixed)` : sql``}
      returning id::text`
}
