import { NewQuestion } from "../src/schemas/question-json.ts"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anySigns } from "../src/testing/any-request.ts"
import { makeClient } from "./admin-client.ts"

const asJson = { "Content-Type": "application/json", "If-Match": "*" }

/** Texts with what breaks things: control characters, halves of pairs, quotes, other alphabets. */
const text = fc.oneof(anySigns, fc.string({ unit: "grapheme" }), fc.constantFrom("\u0000", "\ud800", "", " "))
const anything = fc.oneof(fc.jsonValue(), text, fc.array(text), fc.integer(), fc.boolean(), fc.constant(null))
const fields = ["text", "answer", "accepted", "rejected", "comment", "source", "author", "difficulty", "published"]

/** Mostly an object with the right names, so that the schema is passed often enough. */
const nearlyDraft = fc.record(
  {
    text: fc.oneof({ weight: 4, arbitrary: fc.string({ minLength: 1 }) }, { weight: 1, arbitrary: anything }),
    answer: fc.oneof({ weight: 4, arbitrary: fc.string({ minLength: 1 }) }, { weight: 1, arbitrary: anything }),
    accepted: fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.string({ minLength: 1 })) },
      { weight: 1, arbitrary: anything }
    ),
    comment: fc.oneof({ weight: 4, arbitrary: fc.option(fc.string()) }, { weight: 1, arbitrary: anything }),
    difficulty: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) }, { weight: 1, arbitrary: anything })
  },
  { requiredKeys: ["text", "answer"] }
)
const body = fc.oneof(nearlyDraft, fc.dictionary(fc.oneof(fc.constantFrom(...fields), text), anything), anything)

const flaw = { path: expect.any(String), pointer: expect.any(String), message: expect.any(String) }
const flaws = expect.arrayContaining([flaw])
const refused = { status: 400, errors: flaws }

const written = { id: expect.any(String), createdAt: expect.any(String) }

describe("any JSON body", () => {
  it("is written or refused by POST and PATCH, and never breaks anything", async () => {
    const client = makeClient()
    const statuses = new Map<number, number>()
    const { headers } = await client.post("/api/v1/questions", { text: "а", answer: "б" })
    const one = headers.get("Location") ?? ""
    await fc.assert(
      fc.asyncProperty(body, fc.boolean(), async (value, isNew) => {
        const sent = JSON.stringify(value)
        const { status, json } = await client.send(
          isNew ? "POST" : "PATCH",
          isNew ? "/api/v1/questions" : one,
          sent,
          asJson
        )
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
        expect([200, 201, 400]).toContain(status)
        expect(json).toMatchObject(status === 400 ? refused : written)
      }),
      { numRuns: 500 }
    )
    for (const status of [200, 201, 400]) expect(statuses.get(status)).toBeGreaterThan(20)
  })

  it("what was written reads back, and writing what was read changes nothing", async () => {
    const client = makeClient()
    let taken = 0
    await fc.assert(
      fc.asyncProperty(nearlyDraft, async (value) => {
        const created = await client.post("/api/v1/questions", value)
        if (created.status !== 201) return
        taken++
        const read = await client.get(created.headers.get("Location") ?? "")
        expect(read.json).toEqual(created.json)
        const all = JSON.parse(read.text) as Record<string, unknown>
        const draft = Object.fromEntries(Object.entries(all).filter(([field]) => field in NewQuestion.fields))
        const again = await client.post("/api/v1/questions", draft)
        expect(again.status).toBe(201)
        expect(again.json).toMatchObject(draft)
      }),
      { numRuns: 200 }
    )
    expect(taken).toBeGreaterThan(20)
  })

  it("any query and any id is answered or refused", async () => {
    const client = makeClient()
    const name = fc.oneof(
      fc.constantFrom("limit", "cursor", "search", "published", "status", "conversation"),
      fc.string()
    )
    const value = fc.oneof(text, fc.integer().map(String), fc.base64String())
    const list = fc.constantFrom("/api/v1/questions", "/api/v1/games", "/api/v1/games/a-1/events")
    await fc.assert(
      fc.asyncProperty(list, fc.array(fc.tuple(name, value), { maxLength: 3 }), text, async (at, query, id) => {
        const search = new URLSearchParams(query)
        expect([200, 400, 404]).toContain((await client.get(`${at}?${search}`)).status)
        const path = encodeURIComponent(id.toWellFormed())
        expect([200, 400, 404]).toContain((await client.get(`/api/v1/questions/${path}`)).status)
      }),
      { numRuns: 300 }
    )
  })
})
