/** What was changed on the page of a conversation is told to be saved. */
import { expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"
import { beginGame, game } from "../played-game.ts"

const conversation = game.slice(0, game.lastIndexOf("-"))
const page = `/desk/conversations/${encodeURIComponent(conversation)}`
const asForm = { "Content-Type": "application/x-www-form-urlencoded", Origin: "http://localhost" }

it.each([
  ["its settings", page, { preset: "quick", clock: "on", version: "*" }],
  ["its question of the day", `${page}/daily-question`, { time: "12:00" }]
])("%s", async (_, path, fields) => {
  const client = makeClient()
  await beginGame(client)
  expect((await client.get(page)).text).not.toContain("Сохранено.")
  const { json } = await client.get(page.replace("/desk", "/api/v1"))
  const { dailyQuestionVersion } = json as { readonly dailyQuestionVersion: number }
  const body = new URLSearchParams({ version: String(dailyQuestionVersion), ...fields }).toString()
  const { headers, status } = await client.send("POST", path, body, asForm)
  expect(status).toBe(303)
  expect((await client.get(headers.get("Location") ?? "")).text).toContain('role="status">Сохранено.</p>')
})
