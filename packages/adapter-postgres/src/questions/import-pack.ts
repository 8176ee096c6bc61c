/** Brings a pack of a file into the bank: new questions, changes of known ones, and which others are the same in other words. */
import { type BankQuestion, bankQuestions, type LeftOut } from "@znatoki/questions/bank-question"
import { areAlike, marksOf } from "@znatoki/questions/likeness"
import type { Reading } from "@znatoki/questions/reading"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"
import { inTransaction, type Tx } from "../database/in-transaction.ts"

export interface Twin {
  readonly line: number
  /** The pack of the other question; null: an editor wrote it. */
  readonly pack: string | null
  readonly text: string
}

export interface Imported {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  /** Questions of the pack that its file has no longer: they are not asked any more. */
  readonly retired: number
  readonly leftOut: ReadonlyArray<LeftOut>
  /** Brought in and not played yet, with what they wait for. */
  readonly waiting: ReadonlyArray<LeftOut>
  readonly twins: ReadonlyArray<Twin>
}

export interface ImportOptions {
  /** Names the pack for ever: who brings it in again brings it up to date. */
  readonly key: string
  readonly onProgress: (done: number) => void
}

/** As many as one statement takes. */
const batchSize = 1_000
/** Of all that have a mark so many are looked at: a pack of one text over and over ends too. */
const twinsMax = 10

const storePack = async (tx: Tx, key: string, { pack }: Reading): Promise<number> => {
  const columns = [pack.licence, pack.url, pack.editors, pack.date, pack.info].map((text) => text && storable(text))
  const [licence = null, url = null, editors = null, played = null, info = null] = columns
  const [row] = await tx<ReadonlyArray<{ readonly id: number }>>`
    insert into packs (key, title, licence, url, editors, played, info)
    values (${key}, ${storable(pack.title ?? key)}, ${licence}, ${url}, ${editors}, ${played}, ${info})
    on conflict (key) do update set (title, licence, url, editors, played, info) = (
      excluded.title, excluded.licence, excluded.url, excluded.editors, excluded.played, excluded.info)
    returning id`
  return row?.id ?? 0
}

interface Stored {
  readonly id: number
  /** Which of the batch. */
  readonly position: number
  readonly state: "added" | "changed"
}

/** With nothing in its texts that the server refuses: a zero character, half of a surrogate pair. */
const asJson = (batch: ReadonlyArray<BankQuestion>): string =>
  JSON.stringify(
    batch.map((question, position) => ({ ...question, position })),
    (_, value: unknown) => (typeof value === "string" ? storable(value.toWellFormed()) : value)
  )

/** What an editor has touched stays as the editor left it. Rows that stay as they are do not come back. */
const storeBatch = (tx: Tx, key: string, pack: number, batch: ReadonlyArray<BankQuestion>) =>
  tx<ReadonlyArray<Stored>>`
    with given as (
      select ${key} || '/' || place as key, read.*, floor(extract(epoch from now()) * 1000)::bigint as now_ms
      from jsonb_to_recordset(${asJson(batch)}::text::jsonb) as read(
        place text, position integer, text text, "handoutText" text, "handoutImageUrl" text, answer text, accepted text[],
        rejected text[], comment text, source text, author text, difficulty smallint, themes text[], "waitsFor" text)
    ), stored as (
      insert into questions (
        key, pack, text, handout_text, handout_image_url, answer, accepted, rejected, comment, source, author,
        difficulty, themes, published, created_at_ms, updated_at_ms)
      select key, ${pack}, text, "handoutText", "handoutImageUrl", answer, accepted, rejected, comment, source, author,
        difficulty, themes, "waitsFor" is null, now_ms, now_ms
      from given
      on conflict (key) do update set (
        text, handout_text, handout_image_url, answer, accepted, rejected, comment, source, author, difficulty, themes,
        published, created_at_ms, updated_at_ms) = (
        excluded.text, excluded.handout_text, excluded.handout_image_url, excluded.answer, excluded.accepted,
        excluded.rejected, excluded.comment, excluded.source, excluded.author, excluded.difficulty, excluded.themes,
        excluded.published, excluded.created_at_ms, excluded.updated_at_ms)
      where questions.updated_at_ms = questions.created_at_ms and (
        questions.text, questions.handout_text, questions.handout_image_url, questions.answer, questions.accepted,
        questions.rejected, questions.comment, questions.source, questions.author, questions.difficulty,
        questions.themes, questions.published) is distinct from (
        excluded.text, excluded.handout_text, excluded.handout_image_url, excluded.answer, excluded.accepted,
        excluded.rejected, excluded.comment, excluded.source, excluded.author, excluded.difficulty, excluded.themes,
        excluded.published)
      returning id, key, xmax = 0 as added
    )
    select stored.id, position, case when added then 'added' else 'changed' end as state
    from stored join given using (key)`

const marksIn = (numbered: ReadonlyArray<readonly [number, string]>) => {
  const marked = numbered.flatMap(([n, text]) => marksOf(text).map((mark) => [n, mark] as const))
  return { numbers: marked.map(([n]) => n), marks: marked.map(([, mark]) => mark) }
}

const storeMarks = async (tx: Tx, questions: ReadonlyArray<readonly [number, string]>): Promise<void> => {
  const { marks, numbers } = marksIn(questions)
  await tx`insert into question_marks (question, mark) select * from unnest(${numbers}::bigint[], ${marks}::bigint[])`
}

const markStored = async (tx: Tx, stored: ReadonlyArray<Stored>, batch: ReadonlyArray<BankQuestion>): Promise<void> => {
  const changed = stored.filter(({ state }) => state === "changed").map(({ id }) => id)
  if (changed.length > 0) await tx`delete from question_marks where question = any(${changed}::bigint[])`
  await storeMarks(
    tx,
    stored.map(({ id, position }) => [id, batch[position]?.text ?? ""])
  )
}

/** Questions that came another way, from an editor or with the program, are compared with too. */
const markOthers = async (tx: Tx): Promise<void> => {
  for (;;) {
    const others = await tx<ReadonlyArray<{ readonly id: number; readonly text: string }>>`
      select id, text from questions
      where not exists (select from question_marks where question = questions.id)
      order by id limit ${batchSize}`
    await storeMarks(
      tx,
      others.map(({ id, text }) => [id, text])
    )
    if (others.length < batchSize) return
  }
}

interface Candidate {
  readonly n: number
  readonly pack: string | null
  readonly text: string
}

/** Those of other packs that share a mark. */
const candidatesOf = (tx: Tx, pack: number, numbers: ReadonlyArray<number>, marks: ReadonlyArray<number>) =>
  tx<ReadonlyArray<Candidate>>`
    select n, packs.key as pack, other.text
    from (
      select distinct n, question
      from unnest(${[...numbers]}::bigint[], ${[...marks]}::bigint[]) as given(n, mark)
      cross join lateral (
        select question from question_marks where question_marks.mark = given.mark order by question limit ${twinsMax}
      ) marked
    ) shared
    join questions other on other.id = question and other.pack is distinct from ${pack}
    left join packs on packs.id = other.pack
    order by n, other.id`

const twinsOf = async (tx: Tx, pack: number, batch: ReadonlyArray<BankQuestion>): Promise<ReadonlyArray<Twin>> => {
  const { marks, numbers } = marksIn(batch.map(({ text }, i) => [i, text]))
  const candidates = await candidatesOf(tx, pack, numbers, marks)
  return candidates.flatMap(({ n, pack, text }) => {
    const ours = batch[n]
    return ours !== undefined && areAlike(ours.text, text) ? [{ line: ours.line, pack, text }] : []
  })
}

/** Keeps what an editor has touched. */
const retire = async (tx: Tx, pack: number, kept: ReadonlySet<string>): Promise<number> => {
  const stored = await tx<ReadonlyArray<{ readonly id: number; readonly key: string }>>`
    select id, key from questions where pack = ${pack} and published and updated_at_ms = created_at_ms`
  const gone = stored.filter(({ key }) => !kept.has(key)).map(({ id }) => id)
  await tx`update questions set published = false where id = any(${gone}::bigint[])`
  return gone.length
}

/** All of it or nothing. */
export const importPack = (sql: Sql, reading: Reading, { key, onProgress }: ImportOptions): Promise<Imported> =>
  inTransaction(sql, async (tx) => {
    await tx`set local statement_timeout = '5min'`
    await markOthers(tx)
    const pack = await storePack(tx, key, reading)
    const all = bankQuestions(reading)
    const questions = all.filter((each) => "place" in each)
    const counts = { added: 0, changed: 0 }
    const twins: Array<Twin> = []
    for (let from = 0; from < questions.length; from += batchSize) {
      const batch = questions.slice(from, from + batchSize)
      const stored = await storeBatch(tx, key, pack, batch)
      for (const { state } of stored) counts[state]++
      await markStored(tx, stored, batch)
      twins.push(...(await twinsOf(tx, pack, batch)))
      onProgress(from + batch.length)
    }
    const retired = await retire(
      tx,
      pack,
      new Set(questions.map(({ place }) => `${key}/${storable(place.toWellFormed())}`))
    )
    return {
      ...counts,
      unchanged: questions.length - counts.added - counts.changed,
      retired,
      leftOut: all.filter((each) => "why" in each),
      waiting: questions.flatMap(({ line, waitsFor }) => (waitsFor === null ? [] : [{ line, why: waitsFor }])),
      twins
    }
  })
