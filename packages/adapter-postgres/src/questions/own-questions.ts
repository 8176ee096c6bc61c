/** Brings the questions that come with the program into the bank, and what has changed in them since. */
import { readOwnPack } from "@znatoki/questions/own-pack"
import type { Tx } from "../database/in-transaction.ts"

/** What an editor has touched stays as the editor left it: its change is younger than its making. */
export const bringOwnQuestions = async (tx: Tx): Promise<void> => {
  const { author, key, questions, retired, title } = readOwnPack()
  await tx`insert into packs (key, title) values (${key}, ${title}) on conflict (key) do update set title = ${title}`
  await tx`
    insert into questions (
      key, pack, text, answer, accepted, rejected, comment, source, author, difficulty, themes, published,
      created_at_ms, updated_at_ms)
    select shipped.key, packs.id, text, answer, accepted, rejected, comment, source, ${author}, difficulty, themes,
      true, now_ms, now_ms
    from packs,
      lateral (select floor(extract(epoch from now()) * 1000)::bigint as now_ms) moment,
      rows from (jsonb_to_recordset(${JSON.stringify(questions)}::text::jsonb) as (
        key text, text text, answer text, accepted text[], rejected text[], comment text, source text,
        difficulty smallint, themes text[])) with ordinality shipped
    where packs.key = ${key}
    order by shipped.ordinality
    on conflict (key) do update set (
      text, answer, accepted, rejected, comment, source, author, difficulty, themes, created_at_ms, updated_at_ms) = (
      excluded.text, excluded.answer, excluded.accepted, excluded.rejected, excluded.comment, excluded.source,
      excluded.author, excluded.difficulty, excluded.themes, excluded.created_at_ms, excluded.updated_at_ms)
    where questions.updated_at_ms = questions.created_at_ms and (
      questions.text, questions.answer, questions.accepted, questions.rejected, questions.comment, questions.source,
      questions.author, questions.difficulty, questions.themes) is distinct from (
      excluded.text, excluded.answer, excluded.accepted, excluded.rejected, excluded.comment, excluded.source,
      excluded.author, excluded.difficulty, excluded.themes)`
  await tx`
    update questions set published = false
    where key = any(${[...retired]}::text[]) and published and updated_at_ms = created_at_ms`
}
