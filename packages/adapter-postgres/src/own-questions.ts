/** Brings the questions that come with the program into the bank, each once. */
import { readFile } from "node:fs/promises"
import { Schema } from "effect"
import type { TransactionSql } from "postgres"

const OwnQuestions = Schema.Array(
  Schema.Struct({
    key: Schema.NonEmptyString,
    text: Schema.NonEmptyString,
    answer: Schema.NonEmptyString,
    accepted: Schema.Array(Schema.NonEmptyString),
    rejected: Schema.Array(Schema.NonEmptyString),
    comment: Schema.NullOr(Schema.String),
    source: Schema.NullOr(Schema.String),
    author: Schema.NullOr(Schema.String),
    difficulty: Schema.Int,
    themes: Schema.Array(Schema.String)
  })
)

const decode = Schema.decodeUnknownSync(OwnQuestions)

const pack = { key: "own-1", title: "Свои вопросы, первый пакет" }

export const bringOwnQuestions = async (tx: TransactionSql<{ bigint: number }>): Promise<void> => {
  const file = new URL(`../questions/${pack.key}.json`, import.meta.url)
  const questions = decode(JSON.parse(await readFile(file, "utf8")))
  await tx`insert into packs ${tx(pack)} on conflict (key) do nothing`
  for (const { accepted, answer, author, comment, difficulty, key, rejected, source, text, themes } of questions) {
    await tx`
      insert into questions (
        key, pack, text, answer, accepted, rejected, comment, source, author, difficulty, themes, published,
        created_at_ms, updated_at_ms)
      select ${key}, id, ${text}, ${answer}, ${[...accepted]}::text[], ${[...rejected]}::text[], ${comment}, ${source},
        ${author}, ${difficulty}, ${[...themes]}::text[], true, now_ms, now_ms
      from packs, lateral (select floor(extract(epoch from now()) * 1000)::bigint as now_ms) moment
      where packs.key = ${pack.key}
      on conflict (key) do nothing`
  }
}
