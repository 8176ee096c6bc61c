import { type GameEvent, type GameState, initialState, PlayerId, presets, replay } from "@znatoki/engine"
import { ConversationId, SourceId } from "@znatoki/chat/chat-input"
import { Conversations } from "@znatoki/ports/conversations"
import { describe, expect, it } from "vitest"
import { type Client, makeClient } from "../admin-client.ts"
import { question } from "../played-game.ts"

const settings = presets.classic
const ann = { id: PlayerId.make("17"), name: "Анна" }
const at = { atMs: 0, seed: 1 }
const wish = { ...at, seen: null, by: ann.id }
const drawn = (round: number): GameEvent => ({ _tag: "QuestionDrawn", ...at, round, place: 1, question })
const opened: GameEvent = { _tag: "StartRequested", ...at, seen: null, by: ann, settings: null }
const started: ReadonlyArray<GameEvent> = [opened, { _tag: "GoRequested", ...wish }, drawn(1)]
const before = (game: number): GameState => ({ ...initialState(settings), game: game - 1 })

/** The second round of a third game, after a right answer. */
const discussion = replay(before(3), [
  ...started,
  { _tag: "AnswererNamed", ...wish, player: ann.id },
  { _tag: "TextSaid", ...at, by: ann.id, text: "я" },
  { _tag: "NextRequested", ...wish },
  drawn(2)
]).state
const finished = replay(before(1), [...started, { _tag: "StopRequested", ...wish }]).state
const joined: GameEvent = { _tag: "JoinRequested", atMs: 1_500, seed: 1, seen: null, by: ann }

const play = (client: Client, conversation: string, state: GameState, updatedAtMs: number, events = [joined]) =>
  client.commit(
    {
      conversation: ConversationId.make(conversation),
      version: 1,
      state,
      lastOrder: 0,
      hearsAll: false,
      lastSeq: 0,
      updatedAtMs
    },
    events.map((event, index) => ({
      source: index === 0 ? SourceId.make(`vk:${conversation}`) : null,
      event
    }))
  )

const summary = {
  id: "vk:1:2000000001-3",
  conversation: "vk:1:2000000001",
  title: null,
  game: 3,
  status: "running",
  phase: "Discussion",
  round: 2,
  score: { team: 1, bot: 0 },
  updatedAt: "1970-01-01T00:00:02.000Z"
}

/** A cursor that nobody was given. */
const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url")

describe("GET /api/v1/games", () => {
  it("shows a game in short, newest change first", async () => {
    const client = makeClient()
    await play(client, "vk:1:2000000001", discussion, 2_000)
    await play(client, "older", finished, 1_000)
    await play(client, "newer", finished, 3_000)
    const { json } = await client.get("/api/v1/games")
    expect(json).toEqual({
      items: [expect.objectContaining({ id: "newer-1" }), summary, expect.objectContaining({ id: "older-1" })],
      next: null
    })
  })

  it("filters by status and by conversation", async () => {
    const client = makeClient()
    await play(client, "vk:1:2000000001", discussion, 2_000)
    await play(client, "club / 7", finished, 1_000)
    const ids = async (query: string) => {
      const { json } = await client.get(`/api/v1/games?${query}`)
      return JSON.stringify(json).match(/"id":"[^"]*"/g)
    }
    expect(await ids("status=running")).toEqual(['"id":"vk:1:2000000001-3"'])
    expect(await ids("status=finished")).toEqual(['"id":"club / 7-1"'])
    expect(await ids("conversation=club%20%2F%207")).toEqual(['"id":"club / 7-1"'])
    expect(await ids("conversation=club")).toBeNull()
  })

  it("shows what people call the conversation", async () => {
    const client = makeClient()
    await play(client, "vk:1:2000000001", discussion, 2_000)
    const id = ConversationId.make("vk:1:2000000001")
    await client.run(Conversations.use((conversations) => conversations.setTitle(id, "Вечерние знатоки")))
    const titled = { ...summary, title: "Вечерние знатоки" }
    expect((await client.get("/api/v1/games")).json).toEqual({ items: [titled], next: null })
  })

  it("a conversation may be named by its number, as long as no other has it", async () => {
    const client = makeClient()
    await play(client, "vk:1:2000000001", discussion, 2_000)
    expect((await client.get("/api/v1/games/2000000001-3")).json).toEqual({ ...summary, state: discussion })
    expect((await client.get("/api/v1/games/2000000001-3/events")).status).toBe(200)
    expect((await client.get("/api/v1/games?conversation=2000000001")).json).toEqual({ items: [summary], next: null })
    await play(client, "vk:2:2000000001", finished, 1_000)
    expect((await client.get("/api/v1/games/2000000001-3")).status).toBe(404)
    expect((await client.get("/api/v1/games/vk:1:2000000001-3")).status).toBe(200)
  })

  it("the cursors lead through every game once", async () => {
    const client = makeClient()
    for (const name of ["a", "b", "c"]) await play(client, name, finished, 1_000)
    const first = await client.get("/api/v1/games?limit=2")
    expect(first.json).toMatchObject({ items: [{ id: "a-1" }, { id: "b-1" }], next: expect.any(String) })
    const cursor = /"next":"([^"]*)"/.exec(first.text)?.[1]
    expect((await client.get(`/api/v1/games?limit=2&cursor=${cursor}`)).json).toMatchObject({
      items: [{ id: "c-1" }],
      next: null
    })
  })

  it.each([
    "status=over",
    "conversation=",
    "conversation=%00",
    "limit=1000",
    "search=a",
    `cursor=${forged(["games", 1e16, "a-1"])}`,
    `cursor=${forged(["games", 1, "a\u0000-1"])}`,
    `cursor=${forged(["questions", "a"])}`
  ])("the query %s is refused", async (query) => {
    expect((await makeClient().get(`/api/v1/games?${query}`)).status).toBe(400)
  })
})

describe("GET /api/v1/games/{id}", () => {
  it("shows the whole state: an admin may see the question that is on the table", async () => {
    const client = makeClient()
    await play(client, "vk:1:2000000001", discussion, 2_000)
    expect((await client.get("/api/v1/games/vk:1:2000000001-3")).json).toEqual({ ...summary, state: discussion })
  })

  it("a game nobody played is 404, and so is a conversation without a game", async () => {
    const client = makeClient()
    await play(client, "idle", initialState(settings), 1)
    expect((await client.get("/api/v1/games/vk:1:2000000001-3")).status).toBe(404)
    expect((await client.get("/api/v1/games/idle-0")).status).toBe(404)
  })

  it.each(["vk:1:2000000001", "-3", "a-01", "a-1234567890", "a%00-1", "%E0%A4%A-"])(
    "the id %s is refused",
    async (id) => {
      const client = makeClient()
      for (const path of [`/api/v1/games/${id}`, `/api/v1/games/${id}/events`]) {
        expect(await client.get(path)).toMatchObject({ status: 400, json: { errors: [{ path: "id" }] } })
      }
    }
  )
})

describe("GET /api/v1/games/{id}/events", () => {
  it("shows what happened, in order, page by page", async () => {
    const client = makeClient()
    await play(client, "club", discussion, 2_000, [joined, joined, joined])
    const first = await client.get("/api/v1/games/club-3/events?limit=2")
    expect(first.json).toEqual({
      items: [
        { position: 1, source: "vk:club", type: "JoinRequested", at: "1970-01-01T00:00:01.500Z", event: joined },
        { position: 2, source: null, type: "JoinRequested", at: "1970-01-01T00:00:01.500Z", event: joined }
      ],
      next: expect.any(String)
    })
    const cursor = /"next":"([^"]*)"/.exec(first.text)?.[1]
    expect((await client.get(`/api/v1/games/club-3/events?cursor=${cursor}`)).json).toMatchObject({
      items: [{ position: 3 }],
      next: null
    })
  })

  it("a game nobody played has no log: 404", async () => {
    expect((await makeClient().get("/api/v1/games/nowhere-1/events")).status).toBe(404)
  })
})
