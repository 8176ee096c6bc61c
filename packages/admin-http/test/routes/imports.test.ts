import { PackImports } from "@znatoki/ports/pack-imports"
import { describe, expect, it } from "vitest"
import { makeClient, token } from "../admin-client.ts"

const octets = { "Content-Type": "application/octet-stream" }
const cup = "### Кубок ручья\n\n? Кто [чтецу: тихо] там?\n! он\n= она\n\n? Где?\n! там\n\n? Без ответа\n"

const long = (count: number): string => "я".repeat(count)
const question = (more: object) => ({ text: "Кто?", answer: "он", ...more })

const sent = (text: string | Uint8Array<ArrayBuffer> = cup, query = "file=cup.4s") => {
  const client = makeClient()
  const send = (body: string | Uint8Array<ArrayBuffer>, more = query) =>
    client.send("POST", `/api/v1/packs/cup/imports?${more}`, body, octets)
  return { client, send, first: send(text) }
}

const atDesk = async (file: File | string) => {
  const client = makeClient()
  const body = new FormData()
  body.append("file", file)
  const headers = { Authorization: `Bearer ${token}`, Origin: "http://localhost" }
  return { client, ...(await client.bare("/desk/imports", { method: "POST", body, headers })) }
}

describe("a file of questions", () => {
  it("is looked at first: what is understood, what is not, by line; nothing of it is in the bank", async () => {
    const { client, first } = sent()
    const { headers, json, status } = await first
    expect(status).toBe(201)
    expect(headers.get("Location")).toBe("/api/v1/imports/1")
    expect(json).toMatchObject({
      state: "read",
      draft: true,
      report: {
        format: "4s",
        encoding: "utf-8",
        title: "Кубок ручья",
        licence: null,
        questions: 2,
        counts: { added: 2 },
        warnings: [{ line: 10, text: expect.stringContaining("without an answer") }],
        sample: [{ line: 3, text: "Кто там?", answer: "он" }, { line: 7 }]
      }
    })
    expect((await client.get("/api/v1/packs/cup")).status).toBe(404)
  })

  it("is brought in on a word, its questions as drafts, and is written again as it came", async () => {
    const { client, first } = sent()
    await first
    expect((await client.post("/api/v1/imports/1/commit", undefined)).json).toMatchObject({ state: "done" })
    expect((await client.get("/api/v1/packs/cup")).json).toMatchObject({
      title: "Кубок ручья",
      questions: { draft: 2, published: 0 }
    })
    expect((await client.get("/api/v1/packs/cup/file")).text).toBe(
      "### Кубок ручья\n\n? Кто [чтецу: тихо] там?\n! он\n= она\n\n? Где?\n! там\n"
    )
    expect((await client.post("/api/v1/imports/1/commit", undefined)).status).toBe(409)
  })

  it("that is JSON and breaks off behind a thousand questions is told, and nothing of it is brought in", async () => {
    const list = Array.from({ length: 9_000 }, (_, i) => ({ text: `Кто ${i}?`, answer: `Ответ ${i}` }))
    const whole = JSON.stringify({ title: "Кубок", questions: list })
    const { client, first, send } = sent(whole, "file=cup.json&draft=false")
    expect((await first).json).toMatchObject({ report: { format: "json", title: "Кубок", questions: 9_000 } })
    await client.post("/api/v1/imports/1/commit", undefined)
    await send(whole.slice(0, -20), "file=cup.json")
    await expect
      .poll(async () => (await client.get("/api/v1/imports/2")).json, { timeout: 10_000 })
      .toMatchObject({
        state: "failed",
        problem: "no question could be read",
        report: { questions: 0, warnings: [{ line: 1, text: "no JSON: it breaks off" }] }
      })
    expect((await client.get("/api/v1/packs/cup")).json).toMatchObject({ questions: { published: 9_000, retired: 0 } })
  })

  it("of the base may not be changed nor sold, and tells where it is from; another licence can be told", async () => {
    const text = "Чемпионат:\nКубок\n\nВопрос 1:\nКто?\n\nОтвет:\nон\n"
    const { client, first, send } = sent(text, "file=cup.txt&draft=false")
    expect((await first).json).toMatchObject({ report: { format: "db", fixed: true, commercial: "no" } })
    await client.post("/api/v1/imports/1/commit", undefined)
    expect((await client.get("/api/v1/packs/cup")).json).toMatchObject({
      fixed: true,
      credit: "Вопрос из базы db.chgk.info",
      questions: { published: 1 }
    })
    expect((await send(text, "file=cup.txt&licence=CC BY 4.0")).json).toMatchObject({
      report: { fixed: false, commercial: "yes", licence: "CC BY 4.0" }
    })
  })

  it("that has no question, or is none, fails with its reason; an empty one is refused", async () => {
    expect((await sent("слова\n", "format=csv").first).json).toMatchObject({
      state: "failed",
      problem: "no question could be read"
    })
    const bomb = new Uint8Array([0x50, 0x4b, 3, 4, ...Array.from({ length: 60 }, () => 0)])
    expect((await sent(bomb).first).json).toMatchObject({ state: "failed", report: { warned: 1 } })
    const { client, first } = sent("")
    expect(await first).toMatchObject({ status: 400, json: { title: "The body cannot be read" } })
    expect((await client.get("/api/v1/imports")).json).toMatchObject({ items: [] })
  })

  it("that is empty, or is none, is refused at the desk in one sentence", async () => {
    for (const [file, sentence] of [
      [new File([], "cup.4s"), "Файл пуст."],
      ["", "Файл не выбран."]
    ] as const) {
      const { status, text } = await atDesk(file)
      expect(status).toBe(400)
      expect(text).toContain(`role="alert">${sentence}</p>`)
      expect(text).not.toContain("<code>")
    }
  })

  it("that is larger than any is told how large one may be", async () => {
    const headers = {
      Accept: "text/html",
      "Accept-Language": "ru",
      Origin: "http://localhost",
      "Content-Length": "200000000"
    }
    for (const [path, largest] of [
      ["/desk/imports", "Файл может быть не больше 100 МБ."],
      ["/desk/questions/1/picture", "Файл может быть не больше 10 МБ."],
      ["/desk/questions/new", "Прислано слишком много: можно не больше 256 КБ."]
    ] as const) {
      const { status, text } = await makeClient().send("POST", path, "a", headers)
      expect(status).toBe(413)
      expect(text).toContain(largest)
    }
  })

  it("whose name is all ending gives its pack that name; one that no address could have is refused", async () => {
    const { client, status } = await atDesk(new File([cup], ".4s"))
    expect(status).toBe(303)
    expect((await client.get("/api/v1/imports")).json).toMatchObject({ items: [{ pack: ".4s" }] })
    const refused = await atDesk(new File([cup], "..4s"))
    expect(refused.status).toBe(400)
    expect(refused.text).toContain("одной или двух точек мало")
    expect((await refused.client.post("/api/v1/packs", { key: "..", title: "Кубок" })).status).toBe(400)
  })

  it("a question that is too long to be edited is left out and told, one whose picture nobody has waits", async () => {
    const text = `? ${"слово ".repeat(400)}\n! да\n\n? (img map.png) Что на карте?\n! река\n`
    expect((await sent(text).first).json).toMatchObject({
      report: {
        left: [{ line: 1, text: expect.stringContaining("the text has") }],
        waits: [{ line: 4, text: "the picture map.png" }]
      }
    })
  })

  it("what no form would take of it is left out or cut, and told, so that its pack can be seen and saved", async () => {
    const facts = { title: long(400), licence: long(2_100), editors: long(1_100), date: long(110), info: long(5_100) }
    const text = JSON.stringify({
      ...facts,
      questions: [
        question({}),
        question({ handout: long(2_100) }),
        question({ accepted: Array.from({ length: 101 }, (_, i) => `ответ ${i}`) }),
        question({ themes: Array.from({ length: 21 }, (_, i) => `тема ${i}`) }),
        question({ themes: [long(101)] }),
        question({ handoutImage: `https://example.org/${long(2_000)}` })
      ]
    })
    const { client, first } = sent(text, "file=cup.json&draft=false")
    const { report } = (await first).json as { readonly report: { readonly [name: string]: unknown } }
    expect(report).toMatchObject({ questions: 6, leftOut: 5, warned: 5, counts: { added: 1 } })
    await client.post("/api/v1/imports/1/commit", undefined)
    const { json } = await client.get("/api/v1/packs/cup")
    expect(json).toMatchObject({ title: `${long(299)}…`, played: `${long(99)}…`, questions: { published: 1 } })
    const { info, licence, title } = json as Readonly<Record<string, string>>
    expect((await client.patch("/api/v1/packs/cup", { title, licence, info })).status).toBe(200)
    const shown = (await client.get("/desk/imports/1")).text
    expect(shown).toContain("знаков в названии пакета — 400, взято начало, 300")
    expect(shown).toContain("тем — 21, а можно 20")
    expect(shown.match(/[а-яё][^<]* at most are kept/g)).toBeNull()
  })

  it("whose reader died is told to be broken off, and can be begun again", async () => {
    const { client, first } = sent()
    await first
    await client.run(PackImports.use((imports) => imports.change(1, ["read"], { state: "bringing" })))
    expect((await client.post("/api/v1/imports/1/commit", undefined)).status).toBe(409)
  })

  it("is forgotten on a word", async () => {
    const { client, first } = sent()
    await first
    expect((await client.delete("/api/v1/imports/1")).status).toBe(204)
    expect((await client.get("/api/v1/imports/1")).status).toBe(404)
  })
})
