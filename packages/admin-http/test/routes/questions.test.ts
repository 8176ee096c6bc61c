import { QuestionId } from "@znatoki/engine"
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { describe, expect, it } from "vitest"
import { type Client, makeClient, type Reply } from "../admin-client.ts"

const least = { text: "Кто там?", answer: "Это я" }
const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)

const create = async (client: Client, body: object = least) => {
  const { json } = await client.post("/api/v1/questions", body)
  if (typeof json !== "object" || json === null || !("id" in json)) throw new Error("not created")
  return String(json.id)
}

const textsOf = ({ json }: Reply) => {
  const items = typeof json === "object" && json !== null && "items" in json ? json.items : null
  return Array.isArray(items) ? items.map((item: { readonly text: string }) => item.text) : null
}

const nextOf = ({ json }: Reply) =>
  typeof json === "object" && json !== null && "next" in json && typeof json.next === "string" ? json.next : null

/** A cursor that nobody was given. */
const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

describe("POST /api/v1/questions", () => {
  it("needs a text and an answer, and fills in the rest", async () => {
    const client = makeClient()
    const { status, json, headers } = await client.post("/api/v1/questions", least)
    expect(status).toBe(201)
    expect(json).toEqual({
      id: expect.stringMatching(/./),
      ...least,
      accepted: [],
      rejected: [],
      comment: null,
      source: null,
      author: null,
      difficulty: 3,
      handout: null,
      moreAccepted: [],
      moreRejected: [],
      themes: [],
      state: "published",
      rests: false,
      published: true,
      pack: null,
      fixed: false,
      proposedBy: null,
      answerImage: null,
      version: 1,
      createdAt: at,
      updatedAt: at
    })
    const location = headers.get("Location") ?? ""
    expect(location).toMatch(/^\/api\/v1\/questions\/./)
    expect((await client.get(location)).json).toEqual(json)
  })

  it("keeps every field it is given", async () => {
    const client = makeClient()
    const full = {
      ...least,
      accepted: ["Я", "печкин"],
      rejected: ["кто"],
      comment: "Мультфильм",
      source: "Простоквашино",
      author: "Э. Успенский",
      difficulty: 5,
      published: false
    }
    expect((await client.post("/api/v1/questions", full)).json).toMatchObject(full)
  })

  it("trims, composes and unifies line breaks, and takes a blank comment for none", async () => {
    const { json } = await makeClient().post("/api/v1/questions", {
      text: "  Первая\r\nвторая\rтретья\t\n ",
      answer: "\u00a0и\u0306од \n",
      accepted: [" иод "],
      comment: "  ",
      source: "",
      author: "\t"
    })
    expect(json).toMatchObject({
      text: "Первая\nвторая\nтретья",
      answer: "йод",
      accepted: ["иод"],
      comment: null,
      source: null,
      author: null
    })
  })
})

describe("what editors write and what is played", () => {
  it("a question is drawn from when it is published until it is hidden or removed", async () => {
    const client = makeClient()
    const shown = await create(client, { ...least, text: "видно" })
    const hidden = await create(client, { ...least, text: "не видно", published: false })
    expect(await client.drawn()).toEqual(new Set(["видно"]))
    await client.patch(`/api/v1/questions/${hidden}`, { published: true })
    expect(await client.drawn()).toEqual(new Set(["видно", "не видно"]))
    await client.patch(`/api/v1/questions/${shown}`, { published: false })
    await client.delete(`/api/v1/questions/${hidden}`)
    expect(await client.drawn()).toEqual(new Set([null]))
  })
})

describe("GET /api/v1/questions/{id}", () => {
  it("a question nobody wrote is 404", async () => {
    expect(await makeClient().get("/api/v1/questions/nobody")).toMatchObject({
      status: 404,
      json: { type: "urn:znatoki:problem:not-found", status: 404, detail: "There is no question with this id." }
    })
  })

  it.each(["%00", "a%20b", "%D1%91", "%E0%A4%A", "-a", "a".repeat(101), "..%2F", "'"])(
    "the id %s is refused",
    async (id) => {
      expect(await makeClient().get(`/api/v1/questions/${id}`)).toMatchObject({
        status: 400,
        json: { type: "urn:znatoki:problem:invalid-id", errors: [{ path: "id" }] }
      })
    }
  )
})

describe("PATCH /api/v1/questions/{id}", () => {
  it("changes what it names and leaves the rest", async () => {
    const client = makeClient()
    const id = await create(client, { ...least, comment: "прежний", author: "Автор" })
    const { status, json } = await client.patch(`/api/v1/questions/${id}`, { comment: null, published: false })
    expect(status).toBe(200)
    expect(json).toMatchObject({ id, ...least, comment: null, author: "Автор", published: false, difficulty: 3 })
    expect((await client.get(`/api/v1/questions/${id}`)).json).toEqual(json)
  })

  it("changes made to a version that is past are refused, and the state may be named", async () => {
    const client = makeClient()
    const id = await create(client)
    const path = `/api/v1/questions/${id}`
    const { headers } = await client.get(path)
    const seen = { "If-Match": headers.get("ETag") ?? "" }
    const review = await client.patch(path, { state: "review", note: "сверить" }, seen)
    expect(review).toMatchObject({ status: 200, json: { state: "review", published: false, version: 2 } })
    for (const late of [await client.patch(path, { answer: "Не я" }, seen), await client.delete(path, seen)]) {
      expect(late).toMatchObject({
        status: 412,
        json: { type: "urn:znatoki:problem:moved", detail: "It was changed meanwhile; its version is 2." }
      })
      expect(late.headers.get("ETag")).toBe(review.headers.get("ETag"))
    }
    expect((await client.get(`/api/v1/questions?state=review&author=`)).json).toMatchObject({ items: [{ id }] })
    expect(textsOf(await client.get("/api/v1/questions?state=draft"))).toEqual([])
    const history = await client.run(QuestionCatalog.use((catalog) => catalog.history(QuestionId.make(id))))
    expect(history.map(({ by, note, state }) => [state, by, note])).toEqual([
      ["published", "ADMIN_TOKEN", null],
      ["review", "ADMIN_TOKEN", "сверить"]
    ])
  })

  it("whoever does not say what they have seen is asked for it, and no version of another make is taken", async () => {
    const client = makeClient()
    const path = `/api/v1/questions/${await create(client)}`
    for (const method of ["PATCH", "DELETE"]) {
      const send = (headers: Record<string, string>) =>
        client.send(method, path, "{}", { "Content-Type": "application/json", ...headers })
      expect(await send({})).toMatchObject({ status: 428, json: { errors: [{ path: "If-Match" }] } })
      for (const none of ['W/"1"', "1", '"1", "2"', '""', '"x"'])
        expect(await send({ "If-Match": none })).toMatchObject({
          status: 400,
          json: { errors: [{ path: "If-Match" }] }
        })
    }
    expect((await client.delete(path, { "If-Match": '"1"' })).status).toBe(204)
  })

  it("null is refused where there is no null", async () => {
    const client = makeClient()
    const id = await create(client)
    for (const field of ["text", "answer", "accepted", "rejected", "difficulty", "published"]) {
      expect(await client.patch(`/api/v1/questions/${id}`, { [field]: null })).toMatchObject({
        status: 400,
        json: { errors: [{ path: field }] }
      })
    }
  })

  it("an empty patch changes nothing", async () => {
    const client = makeClient()
    const id = await create(client)
    const before = await client.get(`/api/v1/questions/${id}`)
    expect(await client.patch(`/api/v1/questions/${id}`, {})).toMatchObject({ status: 200, json: before.json })
  })

  it("also takes a body that calls itself a merge patch", async () => {
    const client = makeClient()
    const id = await create(client)
    const headers = { "Content-Type": "application/merge-patch+json", "If-Match": "*" }
    expect(await client.send("PATCH", `/api/v1/questions/${id}`, '{"difficulty":1}', headers)).toMatchObject({
      status: 200,
      json: { difficulty: 1 }
    })
  })

  it("the id cannot be changed, nor the times", async () => {
    const client = makeClient()
    const id = await create(client)
    for (const field of ["id", "createdAt", "updatedAt"]) {
      expect(await client.patch(`/api/v1/questions/${id}`, { [field]: "x" })).toMatchObject({
        status: 400,
        json: { detail: `${field}: There is no such field.` }
      })
    }
  })

  it("a question nobody wrote is 404", async () => {
    expect((await makeClient().patch("/api/v1/questions/nobody", { difficulty: 1 })).status).toBe(404)
  })
})

describe("DELETE /api/v1/questions/{id}", () => {
  it("answers 204 with nothing, then 404", async () => {
    const client = makeClient()
    const id = await create(client)
    expect(await client.delete(`/api/v1/questions/${id}`)).toMatchObject({ status: 204, text: "" })
    expect((await client.delete(`/api/v1/questions/${id}`)).status).toBe(404)
    expect((await client.get(`/api/v1/questions/${id}`)).status).toBe(404)
  })
})

describe("GET /api/v1/questions", () => {
  it("an empty bank is an empty list that does not go on", async () => {
    expect(await makeClient().get("/api/v1/questions")).toMatchObject({ status: 200, json: { items: [], next: null } })
  })

  it("the cursors lead through every question once, and the last page has none", async () => {
    const client = makeClient()
    for (let n = 1; n <= 5; n++) await create(client, { ...least, text: `Вопрос ${n}` })
    const first = await client.get("/api/v1/questions?limit=2")
    const second = await client.get(`/api/v1/questions?limit=2&cursor=${nextOf(first)}`)
    const third = await client.get(`/api/v1/questions?limit=2&cursor=${nextOf(second)}`)
    expect([first, second, third].map(textsOf)).toEqual([
      ["Вопрос 1", "Вопрос 2"],
      ["Вопрос 3", "Вопрос 4"],
      ["Вопрос 5"]
    ])
    expect(nextOf(third)).toBeNull()
  })

  it("a page that just fits is the last one", async () => {
    const client = makeClient()
    await create(client)
    await create(client)
    expect(nextOf(await client.get("/api/v1/questions?limit=2"))).toBeNull()
  })

  it("without a limit there are 50, and 200 is the most one may ask for", async () => {
    const client = makeClient()
    for (let n = 0; n < 201; n++) await create(client)
    expect(textsOf(await client.get("/api/v1/questions"))).toHaveLength(50)
    const most = await client.get("/api/v1/questions?limit=200")
    expect(textsOf(most)).toHaveLength(200)
    expect(textsOf(await client.get(`/api/v1/questions?limit=200&cursor=${nextOf(most)}`))).toHaveLength(1)
  })

  it("searches the text and the answer, and a blank search is none", async () => {
    const client = makeClient()
    await create(client, { text: "Про ЁЛКУ", answer: "да" })
    await create(client, { text: "Про лес", answer: "ёлка" })
    expect(textsOf(await client.get(`/api/v1/questions?search=${encodeURIComponent(" ёлк ")}`))).toHaveLength(2)
    expect(textsOf(await client.get(`/api/v1/questions?search=${encodeURIComponent("лес")}`))).toEqual(["Про лес"])
    expect(textsOf(await client.get("/api/v1/questions?search=%20"))).toHaveLength(2)
  })

  it("shows only the published, or only the others", async () => {
    const client = makeClient()
    await create(client, { ...least, text: "видно" })
    await create(client, { ...least, text: "не видно", published: false })
    expect(textsOf(await client.get("/api/v1/questions?published=true"))).toEqual(["видно"])
    expect(textsOf(await client.get("/api/v1/questions?published=false"))).toEqual(["не видно"])
  })

  it.each([
    ["limit=0", "limit"],
    ["limit=201", "limit"],
    ["limit=-1", "limit"],
    ["limit=1.5", "limit"],
    ["limit=", "limit"],
    ["limit=many", "limit"],
    ["limit=1&limit=2", "limit"],
    ["published=yes", "published"],
    ["search=%00", "search"],
    [`search=${"a".repeat(201)}`, "search"],
    ["publshed=true", "publshed"],
    ["__proto__=1", "__proto__"],
    ["cursor=", "cursor"],
    ["cursor=%00", "cursor"],
    ["cursor=not-one", "cursor"],
    [`cursor=${forged(["questions", "a\u0000"])}`, "cursor"],
    [`cursor=${forged(["games", 1, "a-1"])}`, "cursor"],
    [`cursor=${forged(["questions"])}`, "cursor"],
    [`cursor=${forged({})}`, "cursor"]
  ])("the query %s is refused and names %s", async (query, path) => {
    const { status, json } = await makeClient().get(`/api/v1/questions?${query}`)
    expect(status).toBe(400)
    expect(json).toMatchObject({ type: "urn:znatoki:problem:invalid-query" })
    expect(json).toHaveProperty("errors.0.path", expect.stringMatching(new RegExp(`^${path}(\\.|$)`)))
  })
})

describe("the page of questions", () => {
  it("is filtered by all that the list is, and goes on with the same wishes", async () => {
    const client = makeClient()
    for (const [text, difficulty, themes, author] of [
      ["лёгкий", 1, ["кино"], "Анна"],
      ["трудный", 5, ["кино"], "Борис"]
    ] as const) {
      await client.post("/api/v1/questions", { text, answer: "он", difficulty, themes, author })
    }
    const textsOf = async (query: string) => {
      const { text } = await client.get(`/desk/questions?${new URLSearchParams(query)}`)
      return ["лёгкий", "трудный"].filter((each) => text.includes(`>${each}<`))
    }
    expect(await textsOf("")).toEqual(["лёгкий", "трудный"])
    expect(await textsOf("theme=кино&difficulty=&author=")).toEqual(["лёгкий", "трудный"])
    expect(await textsOf("difficulty=5")).toEqual(["трудный"])
    expect(await textsOf("author=Анна")).toEqual(["лёгкий"])
    expect(await textsOf("theme=спорт")).toEqual([])
    const { text } = await client.get(`/desk/questions?${new URLSearchParams("theme=кино&difficulty=5")}`)
    expect(text).toContain('<option value="5" selected>')
    expect(text).toContain('name="theme" value="кино"')
  })
})
