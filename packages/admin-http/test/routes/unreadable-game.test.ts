/** A game whose state this version of the program cannot read: it is said so, and nothing else is held up by it. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { GameArchive, type GameSummary, GameUnreadable } from "@znatoki/ports/game-archive"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"

const conversation = ConversationId.make("vk:1:2000000001")
const id = `${conversation}-1`

const summary: GameSummary = {
  id,
  conversation,
  title: "Кафедра",
  game: 1,
  status: "running",
  phase: "Discussion",
  round: 2,
  score: { team: 1, bot: 0 },
  version: 9,
  updatedAtMs: 1
}

const unreadable = () =>
  makeClient({
    instead: Layer.succeed(
      GameArchive,
      GameArchive.of({
        list: () => Effect.succeed([summary]),
        get: () =>
          Effect.fail(new GameUnreadable({ id, problem: "snapshot version 99 is of another program version" })),
        events: () => Effect.succeed([])
      })
    )
  })

describe("a game that cannot be read", () => {
  it("is neither shown nor stopped, and it is said what to do", async () => {
    const client = unreadable()
    for (const reply of [
      await client.post(`/api/v1/games/${id}/stop`, undefined),
      await client.get(`/api/v1/games/${id}`),
      await client.get(`/api/v1/games/${id}/card`)
    ]) {
      expect([reply.status, reply.headers.get("Content-Type")]).toEqual([409, "application/problem+json"])
      expect(reply.text).toContain("cannot read the state of this game")
      expect(reply.text).toContain("/api/v1/parked")
    }
    expect(client.lines.join("\n")).toContain("snapshot version 99")
  })

  it("is told of in Russian at the desk", async () => {
    const client = unreadable()
    const page = await client.get(`/desk/games/${id}`)
    expect(page.status).toBe(409)
    expect(page.text).toContain("не может прочитать состояние этой игры")
    expect(page.text).toContain("«Остановленные»")
    const stopped = await client.send("POST", `/desk/games/${id}/stop`, "", {
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: "http://localhost"
    })
    expect(stopped.status).toBe(409)
    expect(stopped.text).toContain("не может прочитать состояние этой игры")
  })

  it("keeps nobody from the appeals of others, nor from what was settled for its conversation", async () => {
    const client = unreadable()
    expect(await client.get("/api/v1/appeals")).toMatchObject({ status: 200, json: { items: [] } })
    const told = await client.get(`/api/v1/conversations/${conversation}`)
    expect(told).toMatchObject({ status: 200, json: { running: id, next: null } })
    const page = await client.get(`/desk/conversations/${conversation}`)
    expect(page.status).toBe(200)
    expect(page.text).toContain("Последнюю игру записала другая версия программы")
    expect(page.text).not.toContain("Здесь ещё не играли: настройки")
  })
})
