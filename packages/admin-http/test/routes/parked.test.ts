import { encodeSnapshot, initialState, presets } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { Failure } from "@znatoki/ports/parking"
import { describe, expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"

const snapshot = encodeSnapshot(initialState(presets.classic))
const failureOf = (conversation: string, parts: Partial<Failure> = {}): Failure => ({
  conversation: ConversationId.make(conversation),
  source: SourceId.make("vk:1"),
  task: '{"_tag":"Chat"}',
  error: "TypeError: no text in here\n    at hear",
  met: { snapshot, version: 7 },
  atMs: 2_000,
  sinceMs: 1_000,
  ...parts
})

const summary = {
  conversation: "vk:1:2000000001",
  source: "vk:1",
  error: "TypeError: no text in here",
  failedAt: "1970-01-01T00:00:02.000Z",
  since: "1970-01-01T00:00:01.000Z",
  waiting: 2,
  dropped: 0,
  release: null
}

/** A cursor that nobody was given. */
const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

describe("GET /api/v1/parked", () => {
  it("shows what stands still, in short", async () => {
    const client = makeClient()
    expect((await client.get("/api/v1/parked")).json).toEqual({ items: [], next: null })
    await client.park(failureOf("vk:1:2000000001"), ["vk:2", "vk:3"])
    expect((await client.get("/api/v1/parked")).json).toEqual({ items: [summary], next: null })
  })

  it("the cursors lead through every conversation once", async () => {
    const client = makeClient()
    for (const name of ["c", "a", "b"]) await client.park(failureOf(name))
    const first = await client.get("/api/v1/parked?limit=2")
    expect(first.json).toMatchObject({
      items: [{ conversation: "a" }, { conversation: "b" }],
      next: expect.any(String)
    })
    const cursor = /"next":"([^"]*)"/.exec(first.text)?.[1]
    expect((await client.get(`/api/v1/parked?limit=2&cursor=${cursor}`)).json).toMatchObject({
      items: [{ conversation: "c" }],
      next: null
    })
  })

  it.each(["limit=0", "conversation=a", `cursor=${forged(["games", 1, "a-1"])}`, `cursor=${forged(["parked", ""])}`])(
    "the query %s is refused",
    async (query) => {
      expect((await makeClient().get(`/api/v1/parked?${query}`)).status).toBe(400)
    }
  )
})

describe("GET /api/v1/parked/{conversation}", () => {
  it("shows the event, the whole error and the state it met", async () => {
    const client = makeClient()
    await client.park(failureOf("vk:1:2000000001"), ["vk:2", "vk:3"])
    expect((await client.get("/api/v1/parked/vk:1:2000000001")).json).toEqual({
      ...summary,
      error: "TypeError: no text in here\n    at hear",
      event: { _tag: "Chat" },
      snapshot: JSON.parse(snapshot),
      version: 7
    })
  })

  it("a state that could not be read is null", async () => {
    const client = makeClient()
    await client.park(failureOf("club / 7", { met: null }))
    expect((await client.get("/api/v1/parked/club%20%2F%207")).json).toMatchObject({ snapshot: null, version: null })
  })

  it("a conversation that plays is 404, and an id that cannot be is refused", async () => {
    const client = makeClient()
    expect((await client.get("/api/v1/parked/vk:1:2000000001")).status).toBe(404)
    expect(await client.get("/api/v1/parked/a%00")).toMatchObject({
      status: 400,
      json: { errors: [{ path: "conversation" }] }
    })
  })
})

describe("POST /api/v1/parked/{conversation}/release", () => {
  it.each(["retry", "skip"])("with «%s» marks it for the bot", async (way) => {
    const client = makeClient()
    await client.park(failureOf("vk:1:2000000001"))
    expect(await client.released()).toEqual([])
    const { json, status } = await client.post("/api/v1/parked/vk:1:2000000001/release", { with: way })
    expect(status).toBe(202)
    expect(json).toEqual({ conversation: "vk:1:2000000001", release: way })
    expect(await client.released()).toMatchObject([{ conversation: "vk:1:2000000001", release: way }])
    expect((await client.get("/api/v1/parked/vk:1:2000000001")).json).toMatchObject({ release: way })
  })

  it("a conversation that plays is 404", async () => {
    expect((await makeClient().post("/api/v1/parked/vk:1:2000000001/release", { with: "retry" })).status).toBe(404)
  })

  it.each([{}, { with: "force" }, { with: "retry", now: true }, [], null])("the body %j is refused", async (body) => {
    const client = makeClient()
    await client.park(failureOf("vk:1:2000000001"))
    expect(await client.post("/api/v1/parked/vk:1:2000000001/release", body)).toMatchObject({
      status: 400,
      json: { type: "urn:znatoki:problem:invalid-body" }
    })
    expect(await client.released()).toEqual([])
  })

  it("only POST is allowed there", async () => {
    const { headers, status } = await makeClient().get("/api/v1/parked/vk:1:2000000001/release")
    expect(status).toBe(405)
    expect(headers.get("Allow")).toBe("POST, OPTIONS")
  })
})
