/** QuestionBank on Postgres. Questions lie on a ring; a seed draws the first possible one from its place on. */
import { Question, QuestionId } from "@znatoki/engine"
import { isAnyQuestion, type QuestionChoice } from "@znatoki/chat/question-choice"
import { type Draw, type Drawn, QuestionBank } from "@znatoki/ports/question-bank"
import { pictureHashOf } from "@znatoki/ports/pictures"
import { answerPictureAddress } from "@znatoki/questions/bank-question"
import { Effect, Layer, Schema } from "effect"
import { Database } from "../database/database.ts"
import { KnownQuestions } from "./known-questions.ts"
import { choosingStatement } from "./choosing-statement.ts"

const Row = Schema.Struct({
  id: Schema.NullOr(QuestionId),
  text: Schema.NullOr(Question.fields.text),
  handout_text: Schema.NullOr(Schema.String),
  handout_image_url: Schema.NullOr(Schema.String),
  answer: Schema.NullOr(Question.fields.answer),
  accepted: Schema.NullOr(Question.fields.accepted),
  rejected: Schema.NullOr(Question.fields.rejected),
  comment: Question.fields.comment,
  source: Question.fields.source,
  author: Question.fields.author,
  answer_image: Schema.NullOr(Schema.String),
  credit: Schema.NullOr(Schema.NonEmptyString)
})

const ChosenRow = Schema.Struct({ ...Row.fields, n: Schema.Int, further: Schema.Boolean })

type Choosing = Draw & { readonly choice: QuestionChoice }

const isChoosing = (draw: Draw): draw is Choosing => draw.choice !== undefined && !isAnyQuestion(draw.choice)

/** In the order of the draws; null where there are no questions. */
const anything = Effect.fnUntraced(function* (
  database: Database["Service"],
  known: KnownQuestions["Service"],
  draws: ReadonlyArray<Draw>
) {
  if (draws.length === 0) return []
  const conversations: Array<string> = []
  const seeds: Array<number> = []
  for (const { conversation, seed } of draws) {
    conversations.push(conversation)
    seeds.push(seed)
  }
  const rows = yield* database.rows(
    "draw questions",
    Row,
    (sql) =>
      sql`
      select q.id::text, q.text, q.handout_text, q.handout_image_url, q.answer, q.accepted || q.more_accepted as accepted, q.rejected || q.more_rejected as rejected,
        q.comment, q.source, q.author, q.as_read ->> 'answerImage' as answer_image, (select p.credit from packs p where p.id = q.pack) as credit
      from (
        -- Each is looked for only where the one before found nothing.
        select n, coalesce(
          (select fresh.id from questions fresh
           where published and lot >= d.place and not exists (
             select from asked_questions a where a.conversation = d.conversation and a.question = fresh.id)
           order by lot, id limit 1),
          (select fresh.id from questions fresh
           where published and lot < d.place and not exists (
             select from asked_questions a where a.conversation = d.conversation and a.question = fresh.id)
           order by lot, id limit 1),
          (select old.id from asked_questions a join questions old on old.id = a.question
           where a.conversation = d.conversation and old.published
           order by a.asked_version, a.asked_place limit 1)
        ) as question
        from (
          select conversation, ('x' || left(md5(seed::text), 8))::bit(32)::bigint as place, n
          from unnest(${conversations}::text[], ${seeds}::bigint[]) with ordinality as given(conversation, seed, n)
        ) d
      ) drawn
      left join lateral (select * from questions where id = drawn.question limit 1) q on true
      order by drawn.n`
  )
  return rows.map((row) => {
    const question = questionOf(row)
    return question === null ? null : known.same(question)
  })
})

export const layer: Layer.Layer<QuestionBank, never, Database> = Layer.effect(
  QuestionBank,
  Effect.gen(function* () {
    const database = yield* Database
    const known = yield* KnownQuestions
    /** By the draw; a draw of whose choice nothing new is left is absent. */
    const chosen = Effect.fnUntraced(function* (draws: ReadonlyArray<Choosing>) {
      const rows = yield* database.rows("draw chosen questions", ChosenRow, (sql) => choosingStatement(sql, draws))
      return new Map<Draw, Drawn>(
        rows.flatMap(({ further, n, ...row }) => {
          const draw = draws[n - 1]
          const question = questionOf(row)
          if (draw === undefined || question === null) return []
          return [[draw, { question: known.same(question), ...(further ? {} : { choice: "last" as const }) }]]
        })
      )
    })

    return {
      draw: Effect.fnUntraced(function* (draws) {
        const choosing = draws.filter(isChoosing)
        if (choosing.length === 0)
          return (yield* anything(database, known, draws)).map((question) => question && { question })
        const found = yield* chosen(choosing)
        const rest = draws.filter((draw) => !found.has(draw))
        const others = yield* anything(database, known, rest)
        rest.forEach((draw, i) => {
          const question = others[i] ?? null
          if (question !== null) found.set(draw, { question, ...(isChoosing(draw) ? { choice: "over" as const } : {}) })
        })
        return draws.map((draw) => found.get(draw) ?? null)
      })
    }
  })
).pipe(Layer.provide(KnownQuestions.layer))

const questionOf = (row: typeof Row.Type): Question | null => {
  const { accepted, answer, author, comment, credit, handout_image_url, handout_text, id, rejected, source, text } = row
  const { answer_image: named } = row
  if (id === null || text === null || answer === null || accepted === null || rejected === null) return null
  const handout =
    handout_text === null && handout_image_url === null ? null : { text: handout_text, imageUrl: handout_image_url }
  const owed = credit === null ? {} : { credit }
  return { id, text, handout, answer, accepted, rejected, comment, source, author, ...answerPictureOf(named), ...owed }
}

/** What a file only names is with whoever has the file. */
const answerPictureOf = (named: string | null): Pick<Question, "answerImageUrl"> => {
  if (named === null) return {}
  const address = pictureHashOf(named) === null ? answerPictureAddress(named) : named
  return address === null ? {} : { answerImageUrl: address }
}
