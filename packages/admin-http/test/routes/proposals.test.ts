import { ConversationId } from "@znatoki/chat/chat-input"
import { PlayerId, QuestionId } from "@znatoki/engine"
import { Outbox } from "@znatoki/ports/outbox"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { type Client, makeClient } from "../admin-client.ts"
import { pictureFile } from "../picture-files.ts"
import { dialog, propose, question } from "../proposed-question.ts"

const said = (client: Client) =>
  client.run(
    Effect.map(
      Effect.flatMap(Outbox, ({ pendingOf }) => pendingOf([dialog])),
      (all) => all.map(({ message }) => message.text.join(""))
    )
  )

const asJson = { "Content-Type": "application/json" }
const decide = (client: Client, id: string, body: object, version = "*") =>
  client.post(`/api/v1/proposals/${id}/decision`, body, { "If-Match": version })

const idIn = (json: unknown): string => {
  const { items } = json as { items: ReadonlyArray<{ question: string }> }
  return items[0]?.question ?? ""
}

describe("a proposed question", () => {
  it("is listed, is a draft of the bank, and is played and told of once it is taken", async () => {
    const client = makeClient()
    expect((await client.get("/api/v1/proposals")).json).toEqual({ items: [], next: null })
    await propose(client)
    const { json } = await client.get("/api/v1/proposals?limit=1")
    expect(json).toMatchObject({
      items: [{ conversation: dialog, attachment: "photo17_1", proposedAt: "1970-01-01T00:00:05.000Z", told: null }],
      next: null
    })
    const id = idIn(json)
    expect((await client.get(`/api/v1/questions/${id}`)).json).toMatchObject({
      text: question.text,
      author: "Анна",
      published: false
    })
    for (const told of [true, false]) {
      const decided = await decide(client, id, { outcome: "published" })
      expect([decided.status, decided.json]).toEqual([200, { question: id, outcome: "published", told }])
    }
    expect((await client.get(`/api/v1/questions/${id}`)).json).toMatchObject({ published: true })
    expect(await said(client)).toEqual([`published: ${question.text} (без причины)`])
    const refused = await decide(client, id, { outcome: "refused", reason: "Уже был." })
    expect(refused.json).toMatchObject({ told: true })
    expect((await client.get(`/api/v1/questions/${id}`)).json).toMatchObject({ published: false })
    expect((await said(client)).at(-1)).toBe(`refused: ${question.text} (Уже был.)`)
  })

  it("that one editor took is not refused by another who saw it before; its author hears of the first alone", async () => {
    const client = makeClient()
    await propose(client)
    const id = idIn((await client.get("/api/v1/proposals")).json)
    const seen = (await client.get(`/api/v1/questions/${id}`)).headers.get("ETag") ?? ""
    const taken = await decide(client, id, { outcome: "published" }, seen)
    expect(taken.status).toBe(200)
    expect((await decide(client, id, { outcome: "refused", reason: "Скучно." }, seen)).status).toBe(412)
    expect(await said(client)).toEqual([`published: ${question.text} (без причины)`])
    expect((await client.get(`/api/v1/questions/${id}`)).headers.get("ETag")).toBe(taken.headers.get("ETag"))
  })

  it("keeps its picture when it is taken, whatever becomes of the address; one that cannot be had stays there", async () => {
    const asked: Array<string> = []
    const found: ReadonlyArray<Uint8Array | null> = [pictureFile(), new Uint8Array(3), null]
    for (const [i, file] of found.entries()) {
      const fetchPicture = (address: string) =>
        Effect.sync(() => {
          asked.push(address)
          return file
        })
      const client = makeClient({ options: { fetchPicture } })
      await propose(client)
      const id = idIn((await client.get("/api/v1/proposals")).json)
      expect((await decide(client, id, { outcome: "refused" })).status).toBe(200)
      expect(asked).toHaveLength(i)
      expect((await decide(client, id, { outcome: "published" })).status).toBe(200)
      const { json } = await client.get(`/api/v1/questions/${id}`)
      expect(json).toMatchObject({ published: true })
      const imageUrl = i === 0 ? expect.stringMatching(/^picture:/) : question.picture?.url
      expect(json).toMatchObject({ handout: { text: null, imageUrl } })
    }
    expect(new Set(asked)).toEqual(new Set([question.picture?.url]))
  })

  it("that nobody proposed is decided on by nobody, and stays as it is", async () => {
    const client = makeClient()
    const body = JSON.stringify({ text: "Кто написал «Муму»?", answer: "Тургенев" })
    const { json } = await client.send("POST", "/api/v1/questions", body, asJson)
    const { id } = json as { id: string }
    expect((await decide(client, id, { outcome: "refused" })).status).toBe(404)
    expect((await decide(client, "404", { outcome: "published" })).status).toBe(404)
    expect((await decide(client, id, { outcome: "maybe" })).status).toBe(400)
    expect((await client.get(`/api/v1/questions/${id}`)).json).toMatchObject({ published: true })
  })
})

describe("what people think of a question", () => {
  it("is counted, and rests no more once an editor has looked", async () => {
    const client = makeClient()
    await propose(client)
    const id = idIn((await client.get("/api/v1/proposals")).json)
    const voice = (by: string, good: boolean) => ({
      question: QuestionId.make(id),
      conversation: ConversationId.make(`vk:1:${by}`),
      by: PlayerId.make(by),
      good,
      atMs: 1
    })
    await client.run(
      Effect.flatMap(QuestionVotes, ({ cast }) => cast([voice("1", true), voice("2", false), voice("3", false)]))
    )
    expect((await client.get(`/api/v1/questions/${id}/votes`)).json).toEqual({ good: 1, bad: 2, unseenBad: 2 })
    expect((await client.get("/api/v1/disliked-questions?limit=1")).json).toEqual({
      items: [{ question: id, good: 1, bad: 2, unseenBad: 2, rests: false }],
      next: null
    })
    expect((await client.send("POST", `/api/v1/questions/${id}/looked`)).status).toBe(204)
    expect((await client.get("/api/v1/disliked-questions")).json).toEqual({ items: [], next: null })
    expect((await client.get(`/api/v1/questions/${id}/votes`)).json).toEqual({ good: 1, bad: 2, unseenBad: 0 })
  })

  it("retires a question whose critics are right, with a note, and keeps one that is good", async () => {
    const client = makeClient()
    const ids = []
    for (const text of ["плохой", "хороший"]) {
      const { json } = await client.post("/api/v1/questions", { text, answer: "он", state: "published" })
      const { id } = json as { readonly id: string }
      const bad = ["1", "2", "3"].map((by) => ({
        question: QuestionId.make(id),
        conversation: ConversationId.make(`vk:1:${by}`),
        by: PlayerId.make(by),
        good: false,
        atMs: 1
      }))
      await client.run(Effect.flatMap(QuestionVotes, ({ cast }) => cast(bad)))
      ids.push(id)
    }
    const [bad, good] = ids
    const decide = (id: string | undefined, body: unknown) =>
      client.post(`/api/v1/disliked-questions/${id}/decision`, body)
    const seen = (await client.get(`/api/v1/questions/${bad}`)).headers.get("ETag") ?? ""
    expect((await decide(bad, { outcome: "retired", note: "Ответ устарел" })).status).toBe(204)
    const late = await client.post(
      `/api/v1/disliked-questions/${bad}/decision`,
      { outcome: "kept" },
      { "If-Match": seen }
    )
    expect(late.status).toBe(412)
    expect((await decide(good, { outcome: "kept" })).status).toBe(204)
    for (const outcome of ["kept", "retired"]) expect((await decide("99999", { outcome })).status).toBe(404)
    expect((await client.get("/api/v1/disliked-questions")).json).toEqual({ items: [], next: null })
    const questions = await Promise.all(ids.map(async (id) => (await client.get(`/api/v1/questions/${id}`)).json))
    expect(questions).toMatchObject([
      { state: "retired", rests: false },
      { state: "published", rests: false }
    ])
    expect(await client.drawn()).toEqual(new Set(["хороший"]))
  })
})
