/** A pack of a file in the bank: brought in once, brought up to date, told of its likes in other packs. */
import { importPack } from "@znatoki/adapter-postgres/questions/import-pack"
import { poolOf, type Sql } from "@znatoki/adapter-postgres/database/pool"
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { readPack } from "@znatoki/questions/read-pack"
import { Redacted } from "effect"
import { afterAll, beforeAll, expect, test } from "vitest"

const reading = (text: string) => readPack({ name: "pack.4s", bytes: new TextEncoder().encode(text) }, null)

const river = "№ 1\n? Какая река течёт через весь город и впадает в холодное море?\n! Нева\n= Большая Нева\n@ Анна\n\n"
const lake = "№ 2\n? Какое озеро лежит глубже всех озёр, что есть на свете?\n! Байкал\n\n"

describePostgres("packs of files", (postgres) => {
  let sql: Sql
  beforeAll(() => {
    sql = poolOf(Redacted.make(postgres.url()), 1)
  })
  afterAll(() => sql.end({ timeout: 5 }))

  const bring = (text: string, key: string, done: Array<number> = []) =>
    importPack(sql, reading(text), { key, onProgress: (count) => done.push(count) })

  const stored = (key: string) => sql`
    select questions.key, text, answer, accepted, author, published from questions join packs on packs.id = pack
    where packs.key = ${key} order by questions.id`

  test("questions, title, licence and address of a pack are stored, and a second time changes nothing", async () => {
    const text = `### Кубок ручья\n\n${river}${lake}`
    const done: Array<number> = []
    expect(await bring(text, "first", done)).toMatchObject({
      added: 2,
      changed: 0,
      unchanged: 0,
      retired: 0,
      twins: []
    })
    expect(done).toEqual([2])
    expect(await bring(text, "first")).toMatchObject({ added: 0, changed: 0, unchanged: 2, retired: 0 })
    expect(await stored("first")).toMatchObject([
      { key: "first/1", answer: "Нева", accepted: ["Большая Нева"], author: "Анна", published: true },
      { key: "first/2", answer: "Байкал" }
    ])
    expect(await sql`select title from packs where key = 'first'`).toMatchObject([{ title: "Кубок ручья" }])
  })

  test("the licence and the address travel with the pack", async () => {
    const text = "Чемпионат:\nКубок\n\nURL:\nhttps://example.org/\n\nКопирайт:\nCC BY\n\nВопрос 1:\nЧто?\n\nОтвет:\nТо."
    await importPack(sql, readPack({ name: "x", bytes: new TextEncoder().encode(text) }, "db"), {
      key: "licensed",
      onProgress: () => undefined
    })
    expect(await sql`select licence, url from packs where key = 'licensed'`).toMatchObject([
      { licence: "CC BY", url: "https://example.org/" }
    ])
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

  test("a question that is too long is left out, one that waits for its picture is not asked yet", async () => {
    const long = `? ${"слово ".repeat(400)}\n! да\n\n`
    const pictured = "? (img map.png) Что на карте?\n! река\n\n? (img https://example.org/a.png) А тут?\n! озеро\n"
    const { leftOut, waiting } = await bring(`${long}${pictured}`, "odd")
    expect(leftOut).toEqual([{ line: 1, why: expect.stringContaining("the text has") }])
    expect(waiting).toEqual([{ line: 4, why: "the picture map.png" }])
    expect(await stored("odd")).toMatchObject([{ published: false }, { published: true }])
  })

  test("characters that the server does not keep harm nothing", async () => {
    const hostile = '? Что \u0000 тут \\u0000 и {там}, "здесь"?\n! и \\ да\n'
    expect(await bring(hostile, "hostile")).toMatchObject({ added: 1 })
    expect(await stored("hostile")).toMatchObject([{ answer: "и \\ да", text: expect.stringContaining("\\u0000") }])
  })
})
