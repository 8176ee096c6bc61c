import { ConversationId } from "@znatoki/chat/chat-input"
import { Outbox } from "@znatoki/ports/outbox"
import { describe, expect, it } from "vitest"
import { type Client, makeClient } from "../admin-client.ts"
import { deadLetterIn, giveUp, say } from "../dead-letter.ts"

const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

describe("GET /api/v1/dead-letters", () => {
  it("shows what was not delivered, why and when", async () => {
    const client = makeClient()
    expect((await client.get("/api/v1/dead-letters")).json).toEqual({ items: [], next: null })
    await giveUp(client, "vk:1:2000000001", [2_000])
    expect((await client.get("/api/v1/dead-letters")).json).toEqual({
      items: [
        {
          conversation: "vk:1:2000000001",
          seq: 1,
          text: "Анна, раз 1",
          message: say(", раз 1"),
          reason: "VK error 917",
          diedAt: "1970-01-01T00:00:02.000Z"
        }
      ],
      next: null
    })
  })

  it("the cursors lead through every one once, newest first", async () => {
    const client = makeClient()
    await giveUp(client, "b", [1_000, 3_000])
    await giveUp(client, "a", [1_000])
    const seen: Array<unknown> = []
    let path = "/api/v1/dead-letters?limit=1"
    for (let page = 1; page <= 3; page++) {
      const { json, text } = await client.get(path)
      seen.push(json)
      path = `/api/v1/dead-letters?limit=1&cursor=${/"next":"([^"]*)"/.exec(text)?.[1]}`
    }
    expect(seen).toMatchObject([
      { items: [{ conversation: "b", seq: 2 }], next: expect.any(String) },
      { items: [{ conversation: "a", seq: 1 }], next: expect.any(String) },
      { items: [{ conversation: "b", seq: 1 }], next: null }
    ])
  })

  it.each([
    "limit=0",
    "reason=x",
    `cursor=${forged(["games", 1, "a-1"])}`,
    `cursor=${forged(["dead-letters", 1, "a", -1])}`,
    `cursor=${forged(["dead-letters", 1, "a\u0000", 1])}`
  ])("?%s is refused", async (query) => {
    const { status, json } = await makeClient().get(`/api/v1/dead-letters?${query}`)
    expect(status).toBe(400)
    expect(json).toMatchObject({ type: "urn:znatoki:problem:invalid-query" })
  })
})

const waiting = (client: Client) =>
  client.run(Outbox.use((outbox) => outbox.pendingOf([ConversationId.make("vk:1:2000000001")])))

describe("a dead letter", () => {
  const letter = "/api/v1/dead-letters/vk:1:2000000001/1"

  it("is sent again once, and is none meanwhile", async () => {
    const client = makeClient()
    await deadLetterIn(client)
    expect((await client.send("POST", `${letter}/retry`)).status).toBe(202)
    expect((await client.get("/api/v1/dead-letters")).json).toEqual({ items: [], next: null })
    expect(await waiting(client)).toMatchObject([{ seq: 1 }])
    expect((await client.send("POST", `${letter}/retry`)).status).toBe(404)
  })

  it("is let go for ever", async () => {
    const client = makeClient()
    await deadLetterIn(client)
    expect((await client.delete(letter)).status).toBe(204)
    expect((await client.delete(letter)).status).toBe(404)
    expect(await waiting(client)).toEqual([])
    expect((await client.delete("/api/v1/dead-letters/vk:1:2000000001/x")).status).toBe(400)
  })
})
