import { AdminOrders } from "@znatoki/ports/admin-orders"
import { wholeSlice } from "@znatoki/ports/slice"
import { describe, expect, it } from "vitest"
import { type Client, makeClient, token } from "../admin-client.ts"
import { appealed, appealIn, gamesSince } from "../appealed-game.ts"

const waiting = (client: Client) => client.run(AdminOrders.use((orders) => orders.waiting(wholeSlice, 9)))

const played = async () => {
  const client = makeClient()
  await appealIn(client)
  return client
}

describe("an appeal that waits for an admin", () => {
  it("is listed with its question, what counts as right, and what was answered", async () => {
    const client = await played()
    expect((await client.get("/api/v1/appeals")).json).toEqual({
      items: [
        {
          game: appealed,
          conversation: "vk:1:2000000001",
          title: null,
          round: 1,
          version: 6,
          given: "Почтальон",
          answerer: "Анна",
          question: { id: "q1", text: "Кто там?", answer: "Это я", accepted: ["я"], rejected: [], comment: null }
        }
      ],
      next: null
    })
  })

  it("is found behind all that is played since; of what lies still further back nobody is told that nothing waits", async () => {
    const client = await played()
    const read = async (path: string) => (await client.get(path)).json as { items: ReadonlyArray<object>; next: string }
    await gamesSince(client, 400)
    expect((await read("/api/v1/appeals")).items).toMatchObject([{ game: appealed }])
    await gamesSince(client, 520)
    const { items, next } = await read("/api/v1/appeals")
    expect(items).toEqual([])
    expect((await client.get("/desk/appeals")).text).toContain("дальше — игры постарше")
    expect((await read(`/api/v1/appeals?cursor=${next}`)).items).toMatchObject([{ game: appealed }])
  })

  it("is ruled on by an order to whoever owns its conversation", async () => {
    const client = await played()
    const ruled = await client.post(`/api/v1/games/${appealed}/rulings`, { round: 1, accepted: true })
    expect([ruled.status, ruled.json]).toEqual([202, { game: appealed }])
    expect(await waiting(client)).toMatchObject([
      { conversation: "vk:1:2000000001", order: { _tag: "Rule", game: 1, round: 1, accepted: true } }
    ])
  })

  it("is ruled on once: whoever comes second is told, also before the bot has done what the first wanted", async () => {
    const client = await played()
    const rulings = `/api/v1/games/${appealed}/rulings`
    const { json } = await client.get("/api/v1/appeals")
    const version = (json as { readonly items: ReadonlyArray<{ readonly version: number }> }).items[0]?.version
    const seen = { "If-Match": `"${version}"` }
    const early = { "If-Match": '"5"' }
    expect((await client.post(rulings, { round: 1, accepted: true }, early)).status).toBe(412)
    expect((await client.post(rulings, { round: 1, accepted: true }, seen)).status).toBe(202)
    expect(await client.post(rulings, { round: 1, accepted: false }, seen)).toMatchObject({
      status: 409,
      json: { detail: "Somebody has just ruled on this appeal; the bot will do so in a moment." }
    })
    await appealIn(client, [{ _tag: "RulingMade", atMs: 1, seed: 1, game: 1, round: 1, accepted: true }])
    expect((await client.post(rulings, { round: 1, accepted: false }, seen)).status).toBe(412)
    expect((await client.post(rulings, { round: 1, accepted: false })).status).toBe(409)
    expect(await waiting(client)).toMatchObject([{ order: { _tag: "Rule", accepted: true } }])
  })

  it("stands at the desk as it was ruled, beside what the judge had decided", async () => {
    const client = await played()
    await appealIn(client, [{ _tag: "RulingMade", atMs: 1, seed: 1, game: 1, round: 1, accepted: true }])
    const { text } = await client.get(`/desk/games/${appealed}`)
    const cell = (head: string) => text.split(`data-head="${head}"`)[1]?.split("</td>")[0] ?? ""
    expect(cell("Вердикт")).toMatch(/>Верно<[^]*админ/)
    expect(cell("Что решил судья")).toContain("other")
  })

  it("is no appeal in another round, and none in another game", async () => {
    const client = await played()
    expect((await client.post(`/api/v1/games/${appealed}/rulings`, { round: 2, accepted: true })).status).toBe(409)
    expect((await client.post("/api/v1/games/vk:1:1-1/rulings", { round: 1, accepted: true })).status).toBe(404)
    expect(await waiting(client)).toEqual([])
  })
})

describe("POST /api/v1/games/:id/stop", () => {
  it("orders the end of a running game", async () => {
    const client = await played()
    expect((await client.send("POST", `/api/v1/games/${appealed}/stop`)).status).toBe(202)
    expect(await waiting(client)).toMatchObject([{ order: { _tag: "Stop", game: 1 } }])
  })
})

describe("POST /api/v1/judge", () => {
  it("tells of each answer the verdict, the reason and why, in their order", async () => {
    const order = { answer: "Пушкин", given: ["Лермонтов", "Пушкин"] }
    expect((await makeClient().post("/api/v1/judge", order)).json).toMatchObject({
      items: [
        { given: "Лермонтов", verdict: "rejected", reason: "other", matched: null },
        { given: "Пушкин", verdict: "accepted", reason: "exact", matched: "Пушкин", explanation: "exact" }
      ]
    })
  })
})

describe("GET /api/v1/games/:id/steps", () => {
  it("plays the game again: every event with its effects and the state after it, page by page", async () => {
    const client = await played()
    const first = await client.get(`/api/v1/games/${appealed}/steps?limit=4`)
    const { items, next } = first.json as { readonly items: ReadonlyArray<unknown>; readonly next: string }
    expect(items).toMatchObject([
      { position: 1, event: { _tag: "StartRequested" }, state: { _tag: "Lobby" } },
      { position: 2, event: { _tag: "GoRequested" }, state: { _tag: "Wheel" } },
      { position: 3, event: { _tag: "QuestionDrawn" }, effects: expect.any(Array), state: { _tag: "Discussion" } },
      { position: 4, event: { _tag: "AnswererNamed" }, state: { _tag: "Answer" } }
    ])
    expect((await client.get(`/api/v1/games/${appealed}/steps?cursor=${next}`)).json).toMatchObject({
      items: [
        { position: 5, state: { _tag: "Verdict" } },
        { position: 6, state: { results: [{ appeal: "open" }] } }
      ],
      next: null
    })
  })
})

describe("GET /api/v1/live", () => {
  it("tells a game now and whenever it changes, until its reader goes away", async () => {
    const client = await played()
    const controller = new AbortController()
    const response = await client.app.request("/api/v1/live", {
      headers: { Authorization: `Bearer ${token}` },
      signal: controller.signal
    })
    expect(response.headers.get("Content-Type")).toBe("text/event-stream")
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const { value = "" } = (await reader?.read()) ?? {}
    expect(value).toMatch(/^event: game\ndata: \{"id":"vk:1:2000000001-1",.*"phase":"Verdict"/)
    await reader?.cancel()
    controller.abort()
  })
})
