import { describe, expect, it } from "vitest"
import { makeClient } from "./admin-client.ts"

const path = "/api/v1/questions"
const good = { text: "Кто там?", answer: "Это я" }
const asJson = { "Content-Type": "application/json" }

const refusal = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = asJson) => {
  const client = makeClient()
  const reply = await client.send("POST", path, body, headers)
  expect(reply.headers.get("Content-Type")).toBe("application/problem+json")
  expect((await client.get(path)).json).toEqual({ items: [], next: null })
  return reply
}

const placesOf = (json: unknown) => {
  const errors = typeof json === "object" && json !== null && "errors" in json ? json.errors : null
  return Array.isArray(errors) ? errors.map(({ path }: { readonly path: string }) => path) : []
}

describe("a query", () => {
  it("that names what a route does not ask for is refused, where it asks for nothing too", async () => {
    const client = makeClient()
    const sent = await client.send("POST", "/api/v1/imports/1/commit?draft=false", null, { "If-Match": "*" })
    expect([sent.status, placesOf(sent.json)]).toEqual([400, ["draft"]])
    expect((await client.get("/api/v1/me?as=owner")).status).toBe(400)
    // A probe may come by any address.
    expect((await client.bare("/health/live?at=1")).status).toBe(200)
  })

  it("is told once of what is wrong with it, however many checks find the same", async () => {
    const client = makeClient()
    const { json } = await client.get("/api/v1/questions?limit=many")
    expect(json).toMatchObject({
      errors: [
        { path: "limit", message: "Expected a finite number" },
        { path: "limit", message: "Expected a whole number from 1 to 200" }
      ]
    })
    expect(placesOf(json)).toHaveLength(2)
    const { text } = await client.get("/desk/questions?cursor=x&difficulty=much")
    expect(text.match(/<code>[^<]*<\/code>: [^<]*/g)).toEqual([
      "<code>cursor</code>: не подходит",
      "<code>Сложность</code>: нужно выбрать из списка"
    ])
  })
})

describe("a body that cannot be read", () => {
  it.each([
    ["nothing at all", ""],
    ["half of an object", '{"text":'],
    ["single quotes", "{'text':'a'}"],
    ["a trailing comma", '{"text":"a",}'],
    ["NaN", "NaN"],
    ["a raw line break in a string", '{"text":"a\nb"}'],
    ["brackets without end", "[".repeat(200_000)]
  ])("%s is 400", async (_, body) => {
    expect(await refusal(body)).toMatchObject({ status: 400, json: { type: "urn:znatoki:problem:malformed-body" } })
  })

  it("bytes that are not UTF-8 are 400, not question marks", async () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('{"text":"'), 0xff, ...new TextEncoder().encode('"}')])
    expect(await refusal(bytes)).toMatchObject({ status: 400, json: { detail: "The body is not UTF-8." } })
  })

  it.each([
    {},
    { "Content-Type": "text/plain" },
    { "Content-Type": "application/x-www-form-urlencoded" },
    { "Content-Type": "application/jsonp" },
    { "Content-Type": "text/json" },
    { "Content-Type": "application/json; charset=windows-1251" },
    { "Content-Type": "application/json", "Content-Encoding": "gzip" }
  ])("headers %j are 415", async (headers) => {
    const body = new TextEncoder().encode(JSON.stringify(good))
    expect(await refusal(body, headers)).toMatchObject({ status: 415, json: { status: 415 } })
  })

  it("a charset that is UTF-8 is welcome", async () => {
    const headers = { "Content-Type": 'Application/JSON ; Charset="UTF-8"' }
    expect((await makeClient().send("POST", path, JSON.stringify(good), headers)).status).toBe(201)
  })

  it("more than 256 KiB is 413, with a length and without", async () => {
    const body = JSON.stringify({ ...good, comment: "x".repeat(256 * 1024) })
    expect(await refusal(body)).toMatchObject({ status: 413, json: { type: "urn:znatoki:problem:body-too-large" } })
    expect((await refusal(body, { ...asJson, "Content-Length": String(body.length) })).status).toBe(413)
  })
})

describe("a body that does not fit", () => {
  it.each([
    ["a list", [], ""],
    ["null", null, ""],
    ["a text", "text", ""],
    ["no text", { answer: "б" }, "text"],
    ["no answer", { text: "а" }, "answer"],
    ["a blank text", { ...good, text: " \n " }, "text"],
    ["a blank answer", { ...good, answer: "" }, "answer"],
    ["only zero-width characters", { ...good, answer: "\u200b\u2060" }, "answer"],
    ["a number for a text", { ...good, text: 5 }, "text"],
    ["a text too long", { ...good, text: "а".repeat(2_001) }, "text"],
    ["an answer too long", { ...good, answer: "а".repeat(1_001) }, "answer"],
    ["U+0000", { ...good, text: "а\u0000б" }, "text"],
    ["a bell", { ...good, comment: "\u0007" }, "comment"],
    ["a line break in the answer", { ...good, answer: "а\nб" }, "answer"],
    ["half of a surrogate pair", { ...good, text: "\ud800" }, "text"],
    ["a blank variant", { ...good, accepted: ["да", " "] }, "accepted.1"],
    ["U+0000 in a variant", { ...good, rejected: ["\u0000"] }, "rejected.0"],
    ["variants as one text", { ...good, accepted: "да" }, "accepted"],
    ["too many variants", { ...good, accepted: Array.from({ length: 101 }, String) }, "accepted"],
    ["an author in two lines", { ...good, author: "А\nБ" }, "author"],
    ["difficulty 0", { ...good, difficulty: 0 }, "difficulty"],
    ["difficulty 6", { ...good, difficulty: 6 }, "difficulty"],
    ["difficulty 2.5", { ...good, difficulty: 2.5 }, "difficulty"],
    ["difficulty as text", { ...good, difficulty: "3" }, "difficulty"],
    ["published as text", { ...good, published: "true" }, "published"],
    ["a field nobody knows", { ...good, dificulty: 3 }, "dificulty"],
    ["an id of the client's own", { ...good, id: "mine" }, "id"]
  ])("%s is 400 and the place is named", async (_, body, place) => {
    const { status, json } = await refusal(JSON.stringify(body))
    expect(status).toBe(400)
    expect(json).toMatchObject({ type: "urn:znatoki:problem:invalid-body" })
    expect(new Set(placesOf(json))).toEqual(new Set([place]))
  })

  it("__proto__ and constructor are fields like any other: unknown", async () => {
    const { json } = await refusal('{"text":"а","answer":"б","__proto__":{"published":false},"constructor":1}')
    expect(json).toMatchObject({ errors: [{ path: "__proto__" }, { path: "constructor" }] })
  })

  it("an unknown field is named in the sentence, and every flaw in the list", async () => {
    const { json } = await refusal(JSON.stringify({ text: 5, answer: "б", colour: "red" }))
    expect(json).toEqual({
      type: "urn:znatoki:problem:invalid-body",
      title: "The body does not fit",
      status: 400,
      detail: "colour: There is no such field (and 1 more).",
      errors: [
        { path: "colour", pointer: "#/colour", message: "There is no such field" },
        { path: "text", pointer: "#/text", message: "Expected string" }
      ]
    })
  })

  it("a pointer leads into the body whatever its fields are called", async () => {
    const { json } = await refusal(JSON.stringify({ text: "а", answer: "б", accepted: ["в", 7], "п/у~т ь": 1 }))
    expect(json).toMatchObject({
      errors: [
        { path: "п/у~т ь", pointer: "#/%D0%BF~1%D1%83~0%D1%82%20%D1%8C" },
        { path: "accepted.1", pointer: "#/accepted/1" }
      ]
    })
  })

  it("the refusal stays short however wrong the body is, and does not repeat it", async () => {
    const body = Object.fromEntries(Array.from({ length: 4_000 }, (_, n) => [`поле${n}`.repeat(2), "secret-value"]))
    const { text, json } = await refusal(JSON.stringify(body))
    expect(placesOf(json)).toHaveLength(20)
    expect(text.length).toBeLessThan(5_000)
    expect(text).not.toContain("secret-value")
  })

  it("depth is no way to break it", async () => {
    const deep = `${"[".repeat(60_000)}${"]".repeat(60_000)}`
    expect((await refusal(deep)).status).toBe(400)
    expect((await refusal(`{"text":${deep},"answer":"б"}`)).status).toBe(400)
    expect((await refusal(`{"text":"а","answer":"б","accepted":${deep}}`)).status).toBe(400)
  })
})
