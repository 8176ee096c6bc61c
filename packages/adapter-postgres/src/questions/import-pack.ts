/** Brings questions of a file into the bank: new ones, changes of known ones, and which others are the same in other words. */
import {
  type BringOrder,
  type Brought,
  listedMax,
  type PackQuestion,
  type PackTerms,
  type Twin
} from "@znatoki/ports/pack-imports"
import { areAlike, marksOf } from "@znatoki/questions/likeness"
import type { Sql } from "../database/pool.ts"
import { storable } from "../database/storable.ts"
import { inLongTransaction, inTransaction, type Tx } from "../database/in-transaction.ts"

/** As many as one statement takes. */
const batchSize = 1_000
/** Of all that have a mark so many are looked at: a pack of one text over and over ends too. */
const twinsMax = 10

/** That there is one; what is told of it is known when its file has been read. */
const openPack = async (tx: Tx, key: string): Promise<number> => {
  const [row] = await tx<ReadonlyArray<{ readonly id: number }>>`
    insert into packs (key, title) values (${key}, ${key}) on conflict (key) do update set key = excluded.key returning id`
  return row?.id ?? 0
}

/** What the file does not tell stays as it was; whoever looked at the pack before it came has looked at another. */
const tellPack = async (tx: Tx, pack: number, terms: PackTerms): Promise<void> => {
  const told = Object.entries(terms).filter(([, value]) => value !== null)
  const row = Object.fromEntries(
    told.map(([name, value]) => [name, typeof value === "string" ? storable(value) : value])
  )
  if (told.length > 0) await tx`update packs set ${tx(row)} where id = ${pack}`
  await tx`update packs set version = version + 1 where id = ${pack}`
}

interface Stored {
  readonly id: number
  /** Which of the batch. */
  readonly position: number
  readonly state: "added" | "changed"
}

/** With nothing in its texts that the server refuses: a zero character, half of a surrogate pair. */
const asJson = (batch: ReadonlyArray<PackQuestion>): string =>
  JSON.stringify(
    batch.map((question, position) => ({ ...question, position })),
    (_, value: unknown) => (typeof value === "string" ? storable(value.toWellFormed()) : value)
  )

const columns = [
  "text",
  "handout_text",
  "handout_image_url",
  "answer",
  "accepted",
  "rejected",
  "comment",
  "source",
  "author",
  "difficulty",
  "themes"
] as const

/**
 * What an editor has touched stays as the editor left it. Rows that stay as they are do not come back. One that was taken out
 * with an earlier file, or waited, has the state that it would have if it were new.
 */
const storeBatch = (tx: Tx, { by, draft, pack: key }: BringOrder, pack: number, batch: ReadonlyArray<PackQuestion>) => {
  const of = (table: string) => columns.map((column) => `${table}.${column}`).join(", ")
  const state = tx`case when questions.state in ('draft', 'retired') then excluded.state else questions.state end`
  return tx<ReadonlyArray<Stored>>`
    with given as (
      select ${key} || '/' || place as key, read.*, floor(extract(epoch from now()) * 1000)::bigint as now_ms,
        case when "waitsFor" is null and not ${draft}::boolean then 'published' else 'draft' end as state
      from jsonb_to_recordset(${asJson(batch)}::text::jsonb) as read(
        place text, position integer, text text, "handoutText" text, "handoutImageUrl" text, answer text, accepted text[],
        rejected text[], comment text, source text, author text, difficulty smallint, themes text[], "waitsFor" text,
        "asRead" jsonb)
    ), stored as (
      insert into questions (
        key, pack, text, handout_text, handout_image_url, answer, accepted, rejected, comment, source, author,
        difficulty, themes, as_read, state, stated_at_ms, stated_by, created_at_ms, updated_at_ms)
      select key, ${pack}, text, "handoutText", "handoutImageUrl", answer, accepted, rejected, comment, source, author,
        difficulty, themes, "asRead"::json, state, now_ms, ${by}, now_ms, now_ms
      from given
      on conflict (key) do update set (${tx.unsafe(columns.join(", "))}, as_read, created_at_ms, updated_at_ms) = (
          ${tx.unsafe(of("excluded"))}, excluded.as_read, excluded.created_at_ms, excluded.updated_at_ms),
        state = ${state},
        stated_at_ms = case when ${state} = questions.state then questions.stated_at_ms else excluded.stated_at_ms end,
        stated_by = case when ${state} = questions.state then questions.stated_by else excluded.stated_by end,
        stated_note = case when ${state} = questions.state then questions.stated_note end
      where questions.updated_at_ms = questions.created_at_ms and (
        (${tx.unsafe(of("questions"))}, questions.as_read::text, questions.state) is distinct from (
          ${tx.unsafe(of("excluded"))}, excluded.as_read::text, ${state}))
      returning id, key, xmax = 0 as added
    )
    select stored.id, position, case when added then 'added' else 'changed' end as state
    from stored join given using (key)`
}

const marksIn = (numbered: ReadonlyArray<readonly [number, string]>) => {
  const marked = numbered.flatMap(([n, text]) => marksOf(text).map((mark) => [n, mark] as const))
  return { numbers: marked.map(([n]) => n), marks: marked.map(([, mark]) => mark) }
}

const storeMarks = async (tx: Tx, questions: ReadonlyArray<readonly [number, string]>): Promise<void> => {
  const { marks, numbers } = marksIn(questions)
  await tx`insert into question_marks (question, mark) select * from unnest(${numbers}::bigint[], ${marks}::bigint[])`
}

const markStored = async (tx: Tx, stored: ReadonlyArray<Stored>, batch: ReadonlyArray<PackQuestion>): Promise<void> => {
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

const twinsOf = async (tx: Tx, pack: number, batch: ReadonlyArray<PackQuestion>): Promise<ReadonlyArray<Twin>> => {
  const { marks, numbers } = marksIn(batch.map(({ text }, i) => [i, text]))
  const candidates = await candidatesOf(tx, pack, numbers, marks)
  return candidates.flatMap(({ n, pack, text }) => {
    const ours = batch[n]
    return ours !== undefined && areAlike(ours.text, text) ? [{ line: ours.line, pack, text }] : []
  })
}

/** What an editor has touched stays. */
const retire = async (tx: Tx, pack: number, kept: ReadonlySet<string>, by: string | null): Promise<number> => {
  const stored = await tx<ReadonlyArray<{ readonly id: number; readonly key: string }>>`
    select id, key from questions where pack = ${pack} and state <> 'retired' and updated_at_ms = created_at_ms`
  const gone = stored.filter(({ key }) => !kept.has(key)).map(({ id }) => id)
  await tx`
    update questions set state = 'retired', stated_at_ms = floor(extract(epoch from now()) * 1000)::bigint,
      stated_by = ${by}, stated_note = null
    where id = any(${gone}::bigint[])`
  return gone.length
}

/** Thrown to take back all that was written. */
class OnlyLooked extends Error {
  readonly brought: Brought
  constructor(brought: Brought) {
    super("only looked at")
    this.brought = brought
  }
}

const bringAll = async (tx: Tx, order: BringOrder): Promise<Brought> => {
  const { batches, by, pack: key, terms } = order
  const pack = await openPack(tx, key)
  const counts = { added: 0, changed: 0 }
  let [questions, twinsFound] = [0, 0]
  const [kept, twins] = [new Set<string>(), new Array<Twin>()]
  for await (const batch of batches) {
    const stored = await storeBatch(tx, order, pack, batch)
    for (const { state } of stored) counts[state]++
    await markStored(tx, stored, batch)
    const found = await twinsOf(tx, pack, batch)
    twinsFound += found.length
    twins.push(...found.slice(0, listedMax - twins.length))
    questions += batch.length
    for (const { place } of batch) kept.add(`${key}/${storable(place.toWellFormed())}`)
  }
  const retired = await retire(tx, pack, kept, by)
  await tellPack(tx, pack, terms())
  const unchanged = questions - counts.added - counts.changed
  return { counts: { ...counts, unchanged, retired, twins: twinsFound }, twins }
}

/** All of it or nothing. */
export const importPack = async (sql: Sql, order: BringOrder): Promise<Brought> => {
  await inTransaction(sql, markOthers)
  const work = inLongTransaction(sql, async (tx) => {
    const brought = await bringAll(tx, order)
    if (!order.keep) throw new OnlyLooked(brought)
    return brought
  })
  return work.catch((error: unknown) => {
    if (error instanceof OnlyLooked) return error.brought
    throw error
  })
}
