/** QuestionShelves on Postgres: how much lies on each shelf, see the table `question_shelves`. */
import type { Shelves } from "@znatoki/chat/question-choice"
import { QuestionShelves } from "@znatoki/ports/question-shelves"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import type { Sql } from "../database/pool.ts"

const SizeRow = Schema.Struct({
  /** Null: a theme. */
  key: Schema.NullOr(Schema.String),
  name: Schema.String,
  owner: Schema.NullOr(Schema.String),
  questions: Schema.Int
})
type Size = typeof SizeRow.Type

/** All questions are looked through for it, so it is done twice a minute at most. A failure is nobody's but who asked. */
const keptFor = "30 seconds"

export const layer: Layer.Layer<QuestionShelves, never, Database> = Layer.effect(
  QuestionShelves,
  Effect.gen(function* () {
    const { rows } = yield* Database
    const sizes = yield* Effect.cachedWithTTL(rows("count shelves", SizeRow, sizesStatement), ({ _tag }) =>
      _tag === "Success" ? keptFor : 0
    )
    return {
      of: (conversations) =>
        Effect.map(sizes, (all) => conversations.map((conversation) => shelvesFor(conversation, all)))
    }
  })
)

const sizesStatement = (sql: Sql) => sql`
  with size as (
    select shelf, count(*)::integer as questions from question_shelves
    where shelf like 't%' or (shelf like 'p%' and position(' ' in shelf) = 0)
    group by shelf
  )
  select null::text as key, substring(shelf from 2) as name, null::text as owner, questions from size where shelf like 't%'
  union all
  select p.key, p.title collate "C", p.owner, s.questions from packs p join size s on s.shelf = 'p' || p.id
  order by 4 desc, 2, 1`

const shelvesFor = (conversation: string, sizes: ReadonlyArray<Size>): Shelves => ({
  themes: sizes.flatMap(({ key, name, questions }) => (key === null ? [{ name, questions }] : [])),
  packs: sizes
    .flatMap(({ key, name, owner, questions }) =>
      key !== null && (owner === null || owner === conversation)
        ? [{ key, title: name, questions, own: owner !== null }]
        : []
    )
    .toSorted((one, other) => Number(other.own) - Number(one.own))
})
