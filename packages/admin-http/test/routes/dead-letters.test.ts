import { PlayerId, presets } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { Outgoing } from "@znatoki/chat/message"
import { GameStore } from "@znatoki/ports/game-store"
import { Outbox } from "@znatoki/ports/outbox"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { type Client, makeClient } from "../admin-client.ts"

const ann = { id: PlayerId.make("17"), name: "Анна" }
const say = (text: string): Outgoing => ({ _tag: "Say", text: [{ mention: ann }, text], keyboard: null, slot: null })

/** A conversation whose messages were given up at these times. */
const giveUp = (client: Client, name: string, times: ReadonlyArray<number>) =>
  client.run(
    Effect.gen(function* () {
      const conversation = ConversationId.make(name)
      const state = { _tag: "Idle", game: 0, settings: presets.classic } as const
      const store = yield* GameStore
      const outbox = yield* Outbox
      yield* store.commit([
        {
          next: {
            conversation,
            version: 1,
            state,
            lastOrder: 0,
            hearsAll: false,
            lastSeq: times.length,
            updatedAtMs: 1
          },
          log: [
            {
              source: SourceId.make(`vk:${name}`),
              event: { _tag: "TextSaid", atMs: 1, seed: 1, by: ann.id, text: "да" }
            }
          ],
          outgoing: times.map((_, i) => ({ seq: i + 1, message: say(`, раз ${i + 1}`) })),
          asked: []
        }
      ])
      yield* outbox.settle(
        times.map((atMs, i) => ({ _tag: "Dead", conversation, seq: i + 1, reason: "VK error 917", atMs }) as const)
      )
    })
  )

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
