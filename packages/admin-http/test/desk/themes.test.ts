/** Themes at the desk: read as they are called, and written so. */
import { describe, expect, it } from "vitest"
import { type Client, makeClient } from "../admin-client.ts"

const withQuestion = async () => {
  const client = makeClient()
  const question = { text: "Кто там?", answer: "Это я", themes: ["film", "почта"], state: "published" }
  const { json } = await client.post("/api/v1/questions", question)
  return { client, id: (json as { readonly id: string }).id }
}

const page = (client: Client, path: string, language = "ru") =>
  client.send("GET", path, null, { "Accept-Language": language })

const submit = (client: Client, path: string, fields: Readonly<Record<string, string>>) =>
  client.send("POST", path, new URLSearchParams(fields).toString(), {
    "Content-Type": "application/x-www-form-urlencoded",
    Origin: "http://localhost"
  })

const form = { text: "Кто там?", answer: "Это я", difficulty: "2", state: "published" }

describe("the themes of a question", () => {
  it("are seen by their names and kept as they were where nobody changes them", async () => {
    const { client, id } = await withQuestion()
    const path = `/desk/questions/${id}`
    expect((await page(client, path)).text).toContain("Кино\nпочта</textarea>")
    expect((await page(client, path, "en")).text).toContain("film\nпочта</textarea>")
    const { status } = await submit(client, path, { ...form, version: "1", themes: "Кино\r\nпочта" })
    expect(status).toBe(303)
    expect((await client.get(`/api/v1/questions/${id}`)).json).toMatchObject({ themes: ["film", "почта"] })
  })

  it("are written at the desk, by the names they have there", async () => {
    const { client } = await withQuestion()
    const made = await submit(client, "/desk/questions/new", { ...form, text: "Где?", themes: "Музыка\nморе" })
    const at = new URL(made.headers.get("Location") ?? "", "http://localhost").pathname
    expect((await client.get(at.replace("/desk", "/api/v1"))).json).toMatchObject({ themes: ["music", "море"] })
  })

  it("are looked for by what they are called", async () => {
    const { client, id } = await withQuestion()
    for (const theme of ["кино", "Фильмы", "film", "почта"])
      expect((await page(client, `/desk/questions?theme=${encodeURIComponent(theme)}`)).text).toContain(
        `/desk/questions/${id}`
      )
    expect((await page(client, `/desk/questions?theme=${encodeURIComponent("спорт")}`)).text).not.toContain(
      `/desk/questions/${id}`
    )
  })
})

it("the themes that a conversation may choose are called as they are in its chat", async () => {
  const { client } = await withQuestion()
  const path = "/desk/conversations/vk:1:2000000001"
  await client.patch("/api/v1/conversations/vk:1:2000000001", {
    settings: { preset: "quick", questions: { themes: ["film"] } }
  })
  const { text } = await page(client, path)
  expect(text).toContain("Кино — 1</option>")
  expect(text).toMatch(/<dd>Кино<\/dd>/)
  expect((await page(client, path, "en")).text).toContain("film — 1</option>")
})
