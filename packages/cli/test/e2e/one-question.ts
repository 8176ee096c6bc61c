/** A bank with one question, so that every game asks the same and transcripts compare. */
import type { Sql } from "@znatoki/adapter-postgres/database/pool"

export const theAnswer = "самовар"

export const leaveOneQuestion = async (sql: Sql): Promise<void> => {
  await sql`
    update questions set text = 'Что всегда кипит перед чаем?', answer = ${theAnswer}, accepted = '{}', rejected = '{}',
      comment = null, source = null, author = null
    where id = (select min(id) from questions)`
  await sql`update questions set published = (id = (select min(id) from questions))`
}
