/** When a conversation is asked its question of the day: shown to all, settled by editors, done by whoever owns the conversation. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { Reminders } from "@znatoki/ports/reminders"
import { wholeSlice } from "@znatoki/ports/slice"
import { describe, expect, it } from "vitest"
import { type Client, makeClient, token } from "../admin-client.ts"
import { game, playGame } from "../played-game.ts"

const name = game.slice(0, game.lastIndexOf("-"))
const chat = ConversationId.make(name)
const path = `/api/v1/conversations/${name}`
const put = (client: Client, body: unknown) =>
  client.send("PUT", `${path}/daily-question`, JSON.stringify(body), { "Content-Type": "application/json" })
const ordered = async ({ run }: Client) =>
  (await run(AdminOrders.use((orders) => orders.waiting(wholeSlice, 9)))).map(({ conversation, order }) => {
    expect(conversation).toBe(chat)
    return order
  })

describe("the question of the day of a conversation", () => {
  it("is ordered of whoever owns the conversation, its days each once, and nothing is written by ourselves", async () => {
    const client = makeClient()
    await playGame(client)
    expect((await client.get(path)).json).toMatchObject({ dailyQuestion: null })
    expect((await put(client, { days: [5, 1, 5], time: "09:05" })).status).toBe(202)
    expect((await client.send("DELETE", `${path}/daily-question`)).status).toBe(202)
    expect(await ordered(client)).toEqual([
      { _tag: "SetDailyQuestion", at: { days: [1, 5], minute: 545 } },
      { _tag: "SetDailyQuestion", at: null }
    ])
    expect((await client.get(path)).json).toMatchObject({ dailyQuestion: null })
  })

  it("is shown as the conversation keeps it, by its own clock", async () => {
    const client = makeClient()
    await playGame(client)
    await client.run(
      Reminders.use((reminders) =>
        reminders.change(chat, { _tag: "Question", at: { days: [1, 5], minute: 545 } }, 1_000)
      )
    )
    expect((await client.get(path)).json).toMatchObject({
      dailyQuestion: { days: [1, 5], time: "09:05", zone: "Europe/Moscow" }
    })
  })

  it.each([
    { days: [], time: "12:00" },
    { days: [8], time: "12:00" },
    { days: [1], time: "24:00" },
    { days: [1], time: "9:05" }
  ])("%j is refused", async (body) => {
    const client = makeClient()
    await playGame(client)
    expect((await put(client, body)).status).toBe(400)
    expect(await ordered(client)).toEqual([])
  })

  it("is nobody's where nobody has played", async () => {
    expect((await put(makeClient(), { days: [1], time: "12:00" })).status).toBe(404)
  })

  it("is settled on the page of the conversation; no day marked is every day", async () => {
    const client = makeClient()
    await playGame(client)
    const page = `/desk/conversations/${encodeURIComponent(name)}`
    const headers = { Authorization: `Bearer ${token}`, Origin: "http://localhost" }
    const form = { ...headers, "Content-Type": "application/x-www-form-urlencoded" }
    const submit = (body: string) =>
      client.bare(`${page}/daily-question`, {
        method: "POST",
        body,
        headers: { ...form, "Content-Length": `${body.length}` }
      })
    expect((await submit("time=18%3A30&day2=on&day4=on")).status).toBe(303)
    expect((await submit("time=12%3A00")).status).toBe(303)
    expect((await submit("off=yes")).status).toBe(303)
    expect(await ordered(client)).toEqual([
      { _tag: "SetDailyQuestion", at: { days: [2, 4], minute: 1_110 } },
      { _tag: "SetDailyQuestion", at: { days: [1, 2, 3, 4, 5, 6, 7], minute: 720 } },
      { _tag: "SetDailyQuestion", at: null }
    ])
    const { text } = await client.bare(page, { headers: { ...headers, Accept: "text/html" } })
    expect(text).toContain("Вопроса дня здесь нет.")
  })
})
