/** When a conversation is asked its question of the day: shown to all, settled by editors, done by whoever owns the conversation. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { Reminders } from "@znatoki/ports/reminders"
import { wholeSlice } from "@znatoki/ports/slice"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { type Client, makeClient, token } from "../admin-client.ts"
import { game, playGame } from "../played-game.ts"

const name = game.slice(0, game.lastIndexOf("-"))
const chat = ConversationId.make(name)
const path = `/api/v1/conversations/${name}`
const put = (client: Client, body: unknown, version = "*") =>
  client.send("PUT", `${path}/daily-question`, JSON.stringify(body), {
    "Content-Type": "application/json",
    "If-Match": version
  })
const versionOf = async (client: Client): Promise<string> => {
  const { dailyQuestionVersion } = (await client.get(path)).json as { readonly dailyQuestionVersion: number }
  return `"${dailyQuestionVersion}"`
}
const onMonday = { days: [1], time: "12:00" }
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
    expect((await client.get(path)).json).toMatchObject({ dailyQuestion: { days: [1, 5], time: "09:05" } })
    expect((await client.delete(`${path}/daily-question`, { "If-Match": "*" })).status).toBe(202)
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

  it("of two who change it the second is told, before the first change is done and after", async () => {
    const client = makeClient()
    await playGame(client)
    const seen = await versionOf(client)
    expect((await put(client, onMonday, seen)).status).toBe(202)
    const moved = { status: 412, json: { type: "urn:znatoki:problem:moved" } }
    expect(await put(client, { days: [2], time: "13:00" }, seen)).toMatchObject(moved)
    expect(await client.delete(`${path}/daily-question`, { "If-Match": seen })).toMatchObject(moved)
    expect(await ordered(client)).toHaveLength(1)
    const now = await versionOf(client)
    await client.run(
      Effect.gen(function* () {
        const [given] = yield* (yield* AdminOrders).waiting(wholeSlice, 9)
        yield* (yield* AdminOrders).done(given?.id ?? "")
        yield* (yield* Reminders).change(chat, { _tag: "Question", at: { days: [1], minute: 720 } }, 1_000)
      })
    )
    expect(await put(client, { days: [2], time: "13:00" }, seen)).toMatchObject(moved)
    // Done is what was ordered: whoever has seen the order has seen this.
    expect(await versionOf(client)).toBe(now)
    expect((await client.delete(`${path}/daily-question`, { "If-Match": now })).status).toBe(202)
  })

  it("is of another version when the conversation itself changes it, or its clock", async () => {
    const client = makeClient()
    await playGame(client)
    const versions = [await versionOf(client)]
    for (const wish of [
      { _tag: "Question", at: { days: [1], minute: 720 } },
      { _tag: "Zone", zone: "Asia/Vladivostok" }
    ] as const) {
      await client.run(Reminders.use((reminders) => reminders.change(chat, wish, 1_000)))
      versions.push(await versionOf(client))
    }
    expect(new Set(versions).size).toBe(3)
  })

  it("is nobody's where nobody has played", async () => {
    expect((await put(makeClient(), { days: [1], time: "12:00" })).status).toBe(404)
  })

  const page = `/desk/conversations/${encodeURIComponent(name)}`
  const headers = { Authorization: `Bearer ${token}`, Origin: "http://localhost" }
  const form = { ...headers, "Content-Type": "application/x-www-form-urlencoded" }
  const submit = (client: Client, body: string) =>
    client.bare(`${page}/daily-question`, {
      method: "POST",
      body,
      headers: { ...form, "Content-Length": `${body.length}` }
    })
  const shownTo = (client: Client) => client.bare(page, { headers: { ...headers, Accept: "text/html" } })
  const versionShown = async (client: Client): Promise<string> => {
    const { text } = await shownTo(client)
    return /daily-question".*?name="(version)" value="(\d+)"/s.exec(text)?.slice(1).join("=") ?? ""
  }

  it("is settled on the page of the conversation; no day marked is every day", async () => {
    const client = makeClient()
    await playGame(client)
    for (const body of ["time=18%3A30&day2=on&day4=on", "time=12%3A00", "off=yes"])
      expect((await submit(client, `${body}&${await versionShown(client)}`)).status).toBe(303)
    expect(await ordered(client)).toEqual([
      { _tag: "SetDailyQuestion", at: { days: [2, 4], minute: 1_110 } },
      { _tag: "SetDailyQuestion", at: { days: [1, 2, 3, 4, 5, 6, 7], minute: 720 } },
      { _tag: "SetDailyQuestion", at: null }
    ])
    expect((await shownTo(client)).text).toContain("Вопроса дня здесь нет.")
  })

  it("who was slower has what they typed back, beside what it has become", async () => {
    const client = makeClient()
    await playGame(client)
    const seen = await versionShown(client)
    expect((await submit(client, `time=12%3A00&day1=on&${seen}`)).status).toBe(303)
    const late = await submit(client, `time=18%3A30&day2=on&${seen}`)
    expect(late.status).toBe(412)
    expect(late.text).toContain("Понедельник, 12:00")
    expect(late.text).toMatch(/name="day2" checked/)
    expect(late.text).not.toMatch(/name="day1" checked/)
    expect(late.text).toContain('name="time" value="18:30"')
    expect(late.text).toContain(`value="${(await versionShown(client)).split("=")[1]}"`)
    const stopped = await submit(client, `off=yes&${seen}`)
    expect(stopped.status).toBe(412)
    expect(stopped.text).toMatch(/name="day1" checked/)
    expect(await ordered(client)).toHaveLength(1)
  })
})
