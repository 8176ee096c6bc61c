/** What is wrong with a form of the desk is told by the names that stand over its fields. */
import { expect, it } from "vitest"
import { type Client, makeClient } from "../admin-client.ts"
import { beginGame, game } from "../played-game.ts"

const send = async (client: Client, path: string, fields: Readonly<Record<string, string>>) => {
  const { status, text } = await client.send("POST", path, new URLSearchParams(fields).toString(), {
    "Content-Type": "application/x-www-form-urlencoded",
    Origin: "http://localhost"
  })
  expect(status).toBe(400)
  const named = [...text.matchAll(/<code>([^<]*)<\/code>/g)].map(([, name = ""]) => name)
  const labels = [...text.matchAll(/<label[^>]*>\s*([^<]*)/g)].map(([, label = ""]) => label.trim())
  expect(labels).toEqual(expect.arrayContaining(named))
  return named
}

const long = "я".repeat(3_000)

it("of a question", async () => {
  const fields = {
    text: "",
    answer: "",
    handout: long,
    picture: "моя.png",
    accepted: `да\n${long}`,
    rejected: long,
    comment: long,
    source: long,
    author: long,
    themes: long,
    pack: "нет",
    difficulty: "3",
    state: "draft"
  }
  expect(await send(makeClient(), "/desk/questions/new", fields)).toEqual(
    expect.arrayContaining(["Вопрос", "Ответ", "Адрес картинки", "Зачёт", "Темы"])
  )
})

it("of a pack", async () => {
  const client = makeClient()
  await client.post("/api/v1/packs", { key: "cup", title: "Кубок" })
  const fields = { title: "", licence: long, credit: long, url: long, editors: long, played: long, commercial: "no" }
  expect(await send(client, "/desk/packs/cup", { ...fields, version: "1", info: long + long })).toHaveLength(7)
})

it("of what the next game begins with", async () => {
  const client = makeClient()
  await beginGame(client)
  const path = `/desk/conversations/${encodeURIComponent(game.slice(0, game.lastIndexOf("-")))}`
  const version = (await client.get(path.replace("/desk", "/api/v1"))).headers.get("ETag") ?? ""
  const zeros = ["rounds", "pointsToWin", "playersMax", "discussionSeconds", "choiceSeconds", "answerSeconds"]
  const fields = Object.fromEntries(zeros.map((name) => [name, "0"]))
  expect(await send(client, path, { version, preset: "quick", ...fields })).toHaveLength(6)
})
