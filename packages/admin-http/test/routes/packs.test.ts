import { describe, expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"

const path = "/api/v1/packs"
const cup = { key: "кубок", title: "Кубок ручья", licence: "CC BY 4.0" }
const question = { text: "Кто там?", answer: "Это я", pack: "кубок", state: "draft" }

const withPack = async () => {
  const client = makeClient()
  expect((await client.post(path, cup)).status).toBe(201)
  return { client, one: `${path}/${encodeURIComponent(cup.key)}` }
}

describe("packs", () => {
  it("what may be done with one is changed by an editor, who is told with the time", async () => {
    const { client, one } = await withPack()
    expect((await client.get(one)).json).toMatchObject({ ...cup, commercial: "unknown", changedBy: null })
    const changes = JSON.stringify({ licence: "", commercial: "no" })
    const seen = { "Content-Type": "application/json", "If-Match": '"1"' }
    expect((await client.send("PATCH", one, changes, seen)).json).toMatchObject({
      title: cup.title,
      licence: null,
      commercial: "no",
      version: 2,
      changedBy: expect.any(String),
      changedAt: expect.stringMatching(/^\d{4}-/)
    })
    expect(await client.send("PATCH", one, changes, seen)).toMatchObject({
      status: 412,
      json: { detail: "It was changed meanwhile; its version is 2." }
    })
  })

  it("one is given to a conversation, which alone is asked it, and taken back; of two who do so the second is told", async () => {
    const { client, one } = await withPack()
    await client.post("/api/v1/questions", { ...question, state: "published" })
    const seen = { "If-Match": '"1"' }
    const given = await client.patch(one, { owner: "vk:1:2000000001" }, seen)
    expect(given.json).toMatchObject({ owner: "vk:1:2000000001", title: cup.title, version: 2 })
    expect((await client.patch(one, { owner: "vk:1:2000000002" }, seen)).status).toBe(412)
    expect(await client.drawn()).toEqual(new Set([null]))
    expect((await client.get("/api/v1/conversations/vk:1:2000000001")).json).toMatchObject({
      packs: [{ key: cup.key, title: cup.title, questions: 1 }]
    })
    expect((await client.patch(one, { owner: "" })).status).toBe(400)
    expect((await client.patch(one, { owner: null })).json).toMatchObject({ owner: null, version: 3 })
    expect(await client.drawn()).toEqual(new Set(["Кто там?"]))
    expect((await client.post(path, { ...cup, key: "own", owner: "vk:1:7" })).json).toMatchObject({ owner: "vk:1:7" })
  })

  it("whose one is stands in its form, where it is changed", async () => {
    const { client, one } = await withPack()
    const page = one.replace("/api/v1", "/desk")
    const form = { "Content-Type": "application/x-www-form-urlencoded", Origin: "http://localhost" }
    const save = (owner: string, version: string) => {
      const fields = { title: cup.title, commercial: "no", owner, version }
      return client.send("POST", page, new URLSearchParams(fields).toString(), form)
    }
    expect((await save("vk:1:2000000001", "1")).status).toBe(303)
    const { text } = await client.get(page)
    expect(text).toContain('name="owner" value="vk:1:2000000001"')
    expect(text).toContain("/desk/conversations/vk%3A1%3A2000000001")
    const late = await save("vk:1:5", "1")
    expect(late.status).toBe(412)
    expect(late.text).toContain('name="owner" value="vk:1:5"')
    expect((await save("", "2")).status).toBe(303)
    expect((await client.get(one)).json).toMatchObject({ owner: null })
  })

  it("its drafts are published together, with their history", async () => {
    const { client, one } = await withPack()
    await client.post("/api/v1/questions", question)
    expect(await client.drawn()).toEqual(new Set([null]))
    const published = await client.post(`${one}/state`, { from: "draft", to: "published" })
    expect([published.json, published.headers.get("ETag")]).toEqual([{ moved: 1 }, '"2"'])
    expect(await client.drawn()).toEqual(new Set(["Кто там?"]))
    expect((await client.get(one)).json).toMatchObject({ questions: { draft: 0, published: 1 } })
  })

  it("of two who move its questions the second, who has seen the pack before, is refused and changes nothing", async () => {
    const { client, one } = await withPack()
    await client.post("/api/v1/questions", question)
    const { headers } = await client.get(one)
    const seen = { "If-Match": headers.get("ETag") ?? "" }
    expect((await client.post(`${one}/state`, { from: "draft", to: "review", note: "Проверьте" }, seen)).status).toBe(
      200
    )
    expect(await client.post(`${one}/state`, { from: "review", to: "published" }, seen)).toMatchObject({
      status: 412,
      json: { detail: "It was changed meanwhile; its version is 2." }
    })
    expect((await client.get(one)).json).toMatchObject({ questions: { review: 1, published: 0 } })
    const bare = await client.send("POST", `${one}/state`, '{"from":"draft","to":"review"}', {
      "Content-Type": "application/json"
    })
    expect(bare.status).toBe(428)
  })

  it("a question cannot go into a pack that is not there", async () => {
    const { client } = await withPack()
    const { json, status } = await client.post("/api/v1/questions", { ...question, pack: "нет" })
    expect({ json, status }).toMatchObject({ status: 400, json: { errors: [{ path: "pack" }] } })
  })

  it("is written as a file under its name, without what was taken out; what the format lacks is told", async () => {
    const { client, one } = await withPack()
    for (const more of [
      { themes: ["лес"], moreAccepted: ["я"] },
      { text: "Забыт", state: "retired" }
    ])
      await client.post("/api/v1/questions", { ...question, ...more })
    const { headers, text } = await client.get(`${one}/file?format=4s`)
    expect(text).toBe("### Кубок ручья\n\n? Кто там?\n! Это я\n= я\n")
    expect(headers.get("Content-Disposition")).toBe(`attachment; filename*=UTF-8''${encodeURIComponent("кубок.4s")}`)
    expect((await client.get(`${one}/losses?format=4s`)).json).toEqual({
      losses: [
        { question: null, field: "licence" },
        { question: 1, field: "themes" },
        { question: 1, field: "difficulty" }
      ],
      unwritten: []
    })
    expect(JSON.parse((await client.get(`${one}/file?format=json`)).text)).toMatchObject({
      licence: cup.licence,
      questions: [{ text: "Кто там?", accepted: ["я"] }]
    })
  })

  it("of a pack that may not be changed what counts besides stays behind", async () => {
    const { client, one } = await withPack()
    await client.post("/api/v1/questions", { ...question, accepted: ["мы"], moreAccepted: ["я"] })
    await client.patch(one, { fixed: true })
    expect((await client.get(`${one}/file`)).text).toContain("= мы\n")
    expect((await client.get(`${one}/file`)).text).not.toContain("= я")
  })
})
