/** A pack of a file in the bank: brought in once, brought up to date, told of its likes in other packs. */
import { importPack } from "@znatoki/adapter-postgres/questions/import-pack"
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import type { PackTerms } from "@znatoki/ports/pack-imports"
import { bankQuestionsOf } from "@znatoki/questions/bank-question"
import { readPack } from "@znatoki/questions/read-pack"
import { Redacted } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"

/** The bytes as the questions of a pack, all of them at once. */
async function* batchesOf(text: string) {
  const { questions } = readPack({ name: "pack.4s", bytes: new TextEncoder().encode(text) }, null)
  yield questions.map(bankQuestionsOf(new Map())).filter((each) => "place" in each)
}

const untold: PackTerms = {
  title: null,
  licence: null,
  url: null,
  editors: null,
  played: null,
  info: null,
  commercial: null,
  fixed: null,
  credit: null
}

const river = "№ 1\n? Какая река течёт через весь город и впадает в холодное море?\n! Нева\n= Большая Нева\n@ Анна\n\n"
const lake = "№ 2\n? Какое озеро лежит глубже всех озёр, что есть на свете?\n! Байкал\n\n"

describePostgres("packs of files", (postgres) => {
  let sql: Sql
  beforeAll(() => {
    sql = poolOf(Redacted.make(postgres.url()), 1)
  })
  afterAll(() => sql.end({ timeout: 5 }))

  const bring = async (
    text: string,
    pack: string,
    { draft = false, keep = true, terms = {} }: { draft?: boolean; keep?: boolean; terms?: Partial<PackTerms> } = {}
  ) => {
    const told = { ...untold, ...terms }
    const order = { pack, draft, by: "Анна", keep, batches: batchesOf(text), terms: () => told }
    const { counts, twins } = await importPack(sql, order)
    return { ...counts, twins }
  }

  const stored = (key: string) => sql`
    select questions.key, text, answer, accepted, author, published from questions join packs on packs.id = pack
    where packs.key = ${key} order by questions.id`

  test("questions, title, licence and address of a pack are stored, and a second time changes nothing", async () => {
    const text = `### Кубок ручья\n\n${river}${lake}`
    expect(await bring(text, "first", { terms: { title: "Кубок ручья" } })).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 0,
      retired: 0,
      twins: []
    })
    expect(await bring(text, "first")).toMatchObject({ added: 0, changed: 0, unchanged: 2, retired: 0 })
    expect(await stored("first")).toMatchObject([
      { key: "first/1", answer: "Нева", accepted: ["Большая Нева"], author: "Анна", published: true },
      { key: "first/2", answer: "Байкал" }
    ])
    expect(await sql`select title from packs where key = 'first'`).toMatchObject([{ title: "Кубок ручья" }])
  })

  test("what is told of the pack is kept where a later file does not tell it", async () => {
    const terms = { licence: "CC BY", commercial: "yes", credit: "Кубок, CC BY" } as const
    await bring(river, "licensed", { terms })
    await bring(river, "licensed", { terms: { url: "https://example.org/" } })
    expect(await sql`select licence, commercial, credit, url from packs where key = 'licensed'`).toMatchObject([
      { ...terms, url: "https://example.org/" }
    ])
  })

  test("what is only looked at leaves nothing behind, and tells what would come of it", async () => {
    expect(await bring(river, "looked", { keep: false })).toMatchObject({ added: 1 })
    expect(await sql`select 1 from packs where key = 'looked'`).toEqual([])
    await bring(river, "looked")
    expect(await bring(lake, "looked", { keep: false })).toMatchObject({ added: 1, retired: 1 })
    expect(await stored("looked")).toMatchObject([{ answer: "Нева", published: true }])
  })

  test("drafts wait; the same file without that publishes those that nobody has touched", async () => {
    const states = () =>
      sql`select state from questions join packs on packs.id = pack where packs.key = 'drafts' order by 1`
    await bring(`${river}${lake}`, "drafts", { draft: true })
    expect(await states()).toMatchObject([{ state: "draft" }, { state: "draft" }])
    await sql`update questions set difficulty = 5, updated_at_ms = updated_at_ms + 1 where key = 'drafts/1'`
    expect(await bring(`${river}${lake}`, "drafts")).toMatchObject({ changed: 1, unchanged: 1 })
    expect(await states()).toMatchObject([{ state: "draft" }, { state: "published" }])
    expect(await bring(`${river}${lake}`, "drafts", { draft: true })).toMatchObject({ changed: 0 })
    const history = await sql`
      select state, by from question_states where question = (select id from questions where key = 'drafts/2')`
    expect(history).toMatchObject([{ state: "draft", by: "Анна" }])
  })

  test("a changed question is changed, one that is gone rests, one that came back is asked again", async () => {
    await bring(`${river}${lake}`, "moving")
    const changed = await bring(river.replace("! Нева", "! Ока"), "moving")
    expect(changed).toMatchObject({ added: 0, changed: 1, unchanged: 0, retired: 1 })
    expect(await stored("moving")).toMatchObject([
      { answer: "Ока", published: true },
      { answer: "Байкал", published: false }
    ])
    expect(await bring(`${river}${lake}`, "moving")).toMatchObject({ added: 0, changed: 2, retired: 0 })
    expect(await stored("moving")).toMatchObject([{ answer: "Нева" }, { answer: "Байкал", published: true }])
  })

  test("what an editor has touched stays as the editor left it", async () => {
    await bring(`${river}${lake}`, "edited")
    await sql`update questions set answer = 'Волга', updated_at_ms = updated_at_ms + 1 where key = 'edited/1'`
    expect(await bring(lake.replace("Байкал", "Каспий"), "edited")).toMatchObject({ changed: 1, retired: 0 })
    expect(await stored("edited")).toMatchObject([{ answer: "Волга", published: true }, { answer: "Каспий" }])
  })

  test("a question of another pack in nearly the same words is told, one of other words is not", async () => {
    const owl =
      "? Какая птица видит ночью лучше всех прочих птиц нашего большого леса, а днём спит в дупле старого дуба и ждёт?\n! сова\n\n"
    await bring(`${owl}${lake}`, "source")
    const copy = owl.replace("нашего большого", "нашего очень большого")
    const other = "? Совсем другой вопрос о том, чего ещё никто не спрашивал?\n! да\n"
    expect((await bring(`${copy}${other}`, "copy")).twins).toEqual([
      { line: 1, pack: "source", text: expect.stringContaining("Какая птица") }
    ])
  })

  test("a question that an editor wrote, or that came with the program, is compared with too", async () => {
    const text = "Сколько лет живёт в неволе обыкновенный северный ворон, если его хорошо кормят и не обижают?"
    await sql`insert into questions (text, answer, accepted, rejected, difficulty, published, created_at_ms, updated_at_ms)
      values (${text}, 'много', '{}', '{}', 3, true, 0, 0)`
    expect((await bring(`? ${text}\n! больше\n`, "late")).twins).toEqual([{ line: 1, pack: null, text }])
  })

  test("a question that waits for its picture is not asked yet", async () => {
    await bring("? (img map.png) Что на карте?\n! река\n\n? (img https://example.org/a.png) А тут?\n! озеро\n", "odd")
    expect(await stored("odd")).toMatchObject([{ published: false }, { published: true }])
  })

  test("characters that the server does not keep harm nothing", async () => {
    const hostile = '? Что \u0000 тут \\u0000 и {там}, "здесь"?\n! и \\ да\n'
    expect(await bring(hostile, "hostile")).toMatchObject({ added: 1 })
    expect(await stored("hostile")).toMatchObject([{ answer: "и \\ да", text: expect.stringContaining("\\u0000") }])
  })
})
