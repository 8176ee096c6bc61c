/** Which questions a filter of the catalog finds, as a condition over a question `q`. */
import type { QuestionId } from "@znatoki/engine"
import type { QuestionFilter } from "@znatoki/ports/question-catalog"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"

/** The pattern of LIKE that finds exactly this text, anywhere, with «ё» and «е» for the same letter. */
const anywhere = (text: string): string =>
  `%${storable(text)
    .replace(/[\\%_]/g, "\\$&")
    .replaceAll("ё", "е")
    .replaceAll("Ё", "Е")}%`

/** The collation makes case the same for Cyrillic whatever the locale of the server is. */
const has = (sql: Sql, column: "answer" | "author" | "proposed_name" | "text", words: string) =>
  sql`translate(q.${sql(column)}, 'ёЁ', 'еЕ') collate "und-x-icu" ilike ${anywhere(words)}`

const searching = (sql: Sql, search: string) => sql`(${has(sql, "text", search)} or ${has(sql, "answer", search)})`

const byAuthor = (sql: Sql, author: string) =>
  sql`(${has(sql, "author", author)} or ${has(sql, "proposed_name", author)})`

/** What is not asked for is not in the statement, so that each has the plan and the index of what it asks. */
export const matching = (sql: Sql, filter: QuestionFilter, after: QuestionId | null) => {
  const { asked, author, difficulty, pack, rests, search, state, themes } = filter
  return sql`
    ${after === null ? sql`true` : sql`q.id > ${after}::text::bigint`}
    ${pack === null ? sql`` : sql`and q.pack = (select id from packs where key = ${storable(pack)})`}
    ${state === null ? sql`` : sql`and q.state = ${sql.unsafe(`'${state}'`)}`}
    ${rests === null ? sql`` : rests ? sql`and q.rests` : sql`and not q.rests`}
    ${asked === null ? sql`` : sql`and q.published = ${asked}`}
    ${themes.length === 0 ? sql`` : sql`and q.themes && ${themes.map(storable)}::text[]`}
    ${difficulty === null ? sql`` : sql`and q.difficulty = ${difficulty}`}
    ${search === null ? sql`` : sql`and ${searching(sql, search)}`}
    ${author === null ? sql`` : sql`and ${byAuthor(sql, author)}`}`
}
