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

it("of numbers without a format, which would be lost; what was settled is given up without one", async () => {
  const client = makeClient()
  await beginGame(client)
  const path = `/desk/conversations/${encodeURIComponent(game.slice(0, game.lastIndexOf("-")))}`
  const api = path.replace("/desk", "/api/v1")
  const fields = async (preset: string) => ({
    version: (await client.get(api)).headers.get("ETag") ?? "",
    preset,
    rounds: "5"
  })
  expect(await send(client, path, await fields(""))).toEqual(["Формат"])
  const settle = async (preset: string) =>
    client.send("POST", path, new URLSearchParams(await fields(preset)).toString(), {
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: "http://localhost"
    })
  expect((await settle("quick")).status).toBe(303)
  expect((await client.get(api)).json).toMatchObject({ settled: { rounds: 5 } })
  expect((await settle("")).status).toBe(303)
  expect((await client.get(api)).json).toMatchObject({ settled: null })
})

it("of what a format cannot carry of a pack", async () => {
  const client = makeClient()
  const question = {
    number: "первый",
    text: "Кто [чтецу: тихо] там?",
    answer: "он",
    accepted: ["она"],
    rejected: ["оно"],
    comment: "Да.",
    sources: ["Книга", "Другая"],
    author: "Анна",
    handout: "Слова",
    options: ["он", "они"],
    themes: ["лес"],
    url: "https://example.org/1"
  }
  const facts = { editors: "Анна", date: "2026-01-01", licence: "MIT", info: "О нём", url: "https://example.org" }
  const file = JSON.stringify({ title: "Кубок", ...facts, questions: [question] })
  await client.send("POST", "/api/v1/packs/cup/imports?file=cup.json&draft=false", file, {
    "Content-Type": "application/octet-stream"
  })
  await client.post("/api/v1/imports/1/commit", undefined)
  const lost = new Set<string>()
  for (const format of ["4s", "db", "json", "csv", "zip"]) {
    const { text } = await client.get(`/desk/packs/cup/losses?format=${format}`)
    for (const [, name = ""] of text.matchAll(/data-head="Поле"[^>]*>([^<]*)</g)) lost.add(name.trim())
  }
  expect(lost).toContain("Темы")
  expect([...lost].filter((name) => !/^[А-ЯЁ][а-яё ]+$/u.test(name))).toEqual([])
})
