/** The draw from what a conversation has chosen: see the table `question_shelves`. */
import { difficultiesOf, everyDifficulty, type QuestionChoice } from "@znatoki/chat/question-choice"
import type { Draw } from "@znatoki/ports/question-bank"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

const wanted = ({ level, packs, themes }: QuestionChoice): string =>
  JSON.stringify({
    packs: packs.map(({ key }) => storable(key)),
    themes: themes.map(storable),
    difficulties: level === null ? everyDifficulty : difficultiesOf[level]
  })

/**
 * Rows `n` (the place of the draw, from 1), `question`, `further` (whether another new one is left): of those draws whose choice
 * holds anything new. Two steps along the ring of each shelf and difficulty, from the place on and then from the beginning.
 */
export const choosingStatement = (sql: Sql, draws: ReadonlyArray<Draw & { readonly choice: QuestionChoice }>) => {
  const conversations = draws.map(({ conversation }) => conversation)
  const seeds = draws.map(({ seed }) => seed)
  const choices = draws.map(({ choice }) => wanted(choice))
  return sql`
    select q.id::text, q.text, q.handout_text, q.handout_image_url, q.answer, q.accepted || q.more_accepted as accepted,
      q.rejected || q.more_rejected as rejected, q.comment, q.source, q.author, q.as_read ->> 'answerImage' as answer_image,
      (select p.credit from packs p where p.id = q.pack) as credit, d.n::integer as n, found.further
    from (
      select conversation, ('x' || left(md5(seed::text), 8))::bit(32)::bigint as place, choice::json as choice, n
      from unnest(${conversations}::text[], ${seeds}::bigint[], ${choices}::text[])
        with ordinality as given(conversation, seed, choice, n)
    ) d
    cross join lateral (
      select (array_agg(near.question order by near.wrapped, near.lot, near.question))[1] as question, count(*) > 1 as further
      from (
        select distinct each.wrapped, each.lot, each.question
        from (${shelvesOf(sql)}) its(shelf)
        cross join json_array_elements_text(d.choice->'difficulties') as level(difficulty)
        cross join lateral (
          (select false as wrapped, s.lot, s.question from question_shelves s
           where s.shelf = its.shelf and s.difficulty = level.difficulty::smallint and s.lot >= d.place and ${isNew(sql)}
           order by s.lot, s.question limit 2)
          union all
          (select true as wrapped, s.lot, s.question from question_shelves s
           where s.shelf = its.shelf and s.difficulty = level.difficulty::smallint and s.lot < d.place and ${isNew(sql)}
           order by s.lot, s.question limit 2)
        ) each
        order by 1, 2, 3 limit 2
      ) near
    ) found
    cross join lateral (select * from questions where id = found.question limit 1) q
    order by d.n`
}

const isNew = (sql: Sql) => sql`not exists (
  select from asked_questions a where a.conversation = d.conversation and a.question = s.question)`

/** Another conversation's own pack holds nothing for this one. */
const shelvesOf = (sql: Sql) => sql`
  select coalesce('p' || pack.id || coalesce(' t' || theme.name, ''), 't' || theme.name, '*')
  from (
    select p.id from json_array_elements_text(d.choice->'packs') as named(key)
    cross join lateral (
      select id from packs where packs.key = named.key and (owner is null or owner = d.conversation) limit 1) p
    union all select null where json_array_length(d.choice->'packs') = 0
  ) pack
  cross join (
    select name from json_array_elements_text(d.choice->'themes') as named(name)
    union all select null where json_array_length(d.choice->'themes') = 0
  ) theme`
