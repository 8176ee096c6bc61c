import { ConversationId } from "@znatoki/chat/chat-input"
import { ConversationSettings } from "@znatoki/ports/conversation-settings"
import { nothingKnown, Packs } from "@znatoki/ports/packs"
import { presets } from "@znatoki/engine"
import { wholeSlice } from "@znatoki/ports/slice"
import { describe, expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"
import { beginGame, endGame, game, playGame } from "../played-game.ts"

const path = "/api/v1/conversations/vk:1:2000000001"
const chat = ConversationId.make("vk:1:2000000001")
const json = { "Content-Type": "application/json" }

const withQuestion = async () => {
  const client = makeClient()
  await client.post("/api/v1/questions", { text: "Кто там?", answer: "Это я", themes: ["кино"] })
  const patch = (body: unknown, version = "*") =>
    client.send("PATCH", path, JSON.stringify(body), { ...json, "If-Match": version })
  return { client, patch }
}

describe("what is settled for a conversation", () => {
  it("is told with what the next game begins with, and waits for whoever owns the conversation", async () => {
    const { client, patch } = await withQuestion()
    expect((await client.get(path)).status).toBe(404)
    const settings = {
      preset: "quick",
      discussionSeconds: 12,
      clock: false,
      questions: { themes: ["кино"], level: "easy" }
    }
    const changed = await patch({ settings })
    expect([changed.status, changed.headers.get("ETag")]).toEqual([200, '"1"'])
    const numbers = { preset: "quick", rounds: 5, discussionSeconds: 12, answerSeconds: 20, clock: false }
    const questions = { packs: [], themes: ["кино"], level: "easy" }
    expect(changed.json).toMatchObject({
      muted: false,
      settled: { ...numbers, questions },
      next: numbers,
      running: null
    })
    expect((await client.get(path)).json).toEqual(changed.json)
    const chosen = await client.run(ConversationSettings.use((stored) => stored.of([chat])))
    expect(chosen.get(chat)?.settings?.chosen).toMatchObject({ discussionMs: 12_000, warningMs: 4_000 })
    expect(await client.run(ConversationSettings.use((stored) => stored.unnoticed(wholeSlice, 9)))).toEqual([
      { conversation: chat, revision: 1 }
    ])
  })

  it("can be looked at and settled where nobody has played yet, if the conversation has a pack of its own", async () => {
    const { client } = await withQuestion()
    await client.run(Packs.use((packs) => packs.create("ours", { ...nothingKnown, title: "Наш пакет" }, chat)))
    await client.post("/api/v1/questions", { text: "Чей?", answer: "наш", state: "published", pack: "ours" })
    const told = await client.get(path)
    expect([told.status, told.headers.get("ETag")]).toEqual([200, '"0"'])
    expect(told.json).toMatchObject({
      next: null,
      settled: null,
      packs: [{ key: "ours", title: "Наш пакет", questions: 1 }]
    })
    const page = await client.get(path.replace("/api/v1", "/desk"))
    expect(page.status).toBe(200)
    expect(page.text).toContain("Наш пакет")
    expect(page.text).toContain('name="preset"')
  })

  it("leaves what it does not name, and is taken back by null", async () => {
    const { client, patch } = await withQuestion()
    await patch({ settings: { preset: "tv" } })
    expect((await patch({ muted: true })).json).toMatchObject({ muted: true, settled: { preset: "tv" } })
    expect((await patch({ settings: null })).json).toMatchObject({ muted: true, settled: null, next: null })
    await playGame(client)
    const played = `/api/v1/conversations/${game.slice(0, game.lastIndexOf("-"))}`
    expect((await client.get(played)).json).toMatchObject({ settled: null, next: { preset: "classic" } })
  })

  it("says what people have chosen in the chat since the last game, and what admins settled since", async () => {
    const { client } = await withQuestion()
    await beginGame(client)
    await endGame(client, [presets.quick])
    const played = `/api/v1/conversations/${game.slice(0, game.lastIndexOf("-"))}`
    expect((await client.get(played)).json).toMatchObject({ settled: null, next: { preset: "quick" } })
    await client.patch(played, { settings: { preset: "tv" } })
    expect((await client.get(played)).json).toMatchObject({ next: { preset: "tv" } })
  })

  it("is refused where somebody has changed it meanwhile, and where no game could be played by it", async () => {
    const { patch } = await withQuestion()
    await patch({ muted: true }, '"0"')
    expect((await patch({ muted: false }, '"0"')).status).toBe(412)
    const wrong = async (settings: unknown) => {
      const { json: problem, status } = await patch({ settings })
      return [status, (problem as { errors: ReadonlyArray<{ pointer: string }> }).errors.map(({ pointer }) => pointer)]
    }
    expect(await wrong({ preset: "quick", rounds: null })).toEqual([400, ["#/settings/rounds"]])
    expect(await wrong({ preset: "quick", discussionSeconds: 0 })).toEqual([400, ["#/settings/discussionSeconds"]])
    expect(await wrong({ preset: "quick", questions: { themes: ["нет такой"], packs: ["x"] } })).toEqual([
      400,
      ["#/settings/questions/packs", "#/settings/questions/themes"]
    ])
    expect(await wrong({ preset: "мгновенная" })).toEqual([400, ["#/settings/preset"]])
  })
})

describe("numbers by day", () => {
  it("have a place for every day, the oldest first", async () => {
    const { items } = (await makeClient().get("/api/v1/series?days=400")).json as { items: ReadonlyArray<unknown> }
    expect(items).toBeUndefined()
    const week = (await makeClient().get("/api/v1/series?days=7")).json as { items: ReadonlyArray<{ day: string }> }
    expect(week.items).toHaveLength(7)
    expect(week.items.map(({ day }) => day)).toEqual(week.items.map(({ day }) => day).toSorted())
    expect(week.items[0]).toMatchObject({ games: 0, wins: 0, rounds: 0, right: 0 })
  })
})
