/** A question at the desk, by the pack it is of: what may be changed where a licence forbids changes, and where none does. */
import { nothingKnown, Packs } from "@znatoki/ports/packs"
import { describe, expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"

const file = "Чемпионат:\nКубок базы\n\nВопрос 1:\nКто там?\n\nОтвет:\nПочтальон\n\nЗачет:\nПечкин\n\nАвтор:\nАнна\n"

const withQuestion = async () => {
  const client = makeClient()
  const sent = await client.send("POST", "/api/v1/packs/base/imports?file=base.txt", file, {
    "Content-Type": "application/octet-stream"
  })
  await client.post(`/api/v1/imports/${(sent.json as { readonly id: string }).id}/commit`, undefined)
  await client.patch("/api/v1/packs/base", { fixed: true })
  const { json } = await client.get("/api/v1/questions?pack=base")
  const [question] = (json as { readonly items: ReadonlyArray<{ readonly id: string; readonly version: number }> })
    .items
  const id = question?.id ?? ""
  const submit = (fields: Readonly<Record<string, string>>) =>
    client.send("POST", `/desk/questions/${id}`, new URLSearchParams(fields).toString(), {
      "Content-Type": "application/x-www-form-urlencoded",
      Origin: "http://localhost"
    })
  const kept = async () => (await client.get(`/api/v1/questions/${id}`)).json
  return { client, id, kept, submit, version: String(question?.version) }
}

/** The values of all fields of the first form, as a browser sends them. */
const sentFrom = (text: string, path: string): Readonly<Record<string, string>> => {
  const form = text.split(`action="${path}"`)[1]?.split("</form>")[0] ?? ""
  const inputs = [...form.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  const areas = [...form.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)<\/textarea>/g)]
  const choices = [...form.matchAll(/<select[^>]*name="(\w+)"[^]*?<option value="([^"]*)" selected/g)]
  return Object.fromEntries([...inputs, ...areas, ...choices].map(([, name = "", value = ""]) => [name, value]))
}

describe("a question of a pack whose licence forbids changes", () => {
  it("has its author's words to be read, and is published with variants of our own", async () => {
    const { client, id, kept, submit, version } = await withQuestion()
    const path = `/desk/questions/${id}`
    const { text } = await client.get(path)
    const fields = sentFrom(text, path)
    expect(Object.keys(fields).toSorted()).toEqual([
      "difficulty",
      "fixed",
      "moreAccepted",
      "moreRejected",
      "state",
      "themes",
      "version"
    ])
    expect(text).toContain('<dd class="long">Почтальон</dd>')
    expect(text).toContain("не разрешает менять слова автора")
    const { status } = await submit({ ...fields, moreAccepted: "дядя Фёдор\r\nпочта", state: "published" })
    expect(status).toBe(303)
    expect(await kept()).toMatchObject({
      answer: "Почтальон",
      accepted: ["Печкин"],
      moreAccepted: ["дядя Фёдор", "почта"],
      state: "published"
    })
    expect((await submit({ ...fields, version, fixed: "", text: "Что?", answer: "то" })).status).not.toBe(303)
  })
})

describe("a question of any other pack", () => {
  it("is written into one at the desk, and leads to it; into one that is not there it is not", async () => {
    const client = makeClient()
    await client.run(Packs.use((packs) => packs.create("ours", { ...nothingKnown, title: "Наш пакет" }, null)))
    const write = (pack: string) => {
      const fields = { text: "Где?", answer: "там", difficulty: "3", state: "draft", pack }
      return client.send("POST", "/desk/questions/new", new URLSearchParams(fields).toString(), {
        "Content-Type": "application/x-www-form-urlencoded",
        Origin: "http://localhost"
      })
    }
    expect((await client.get("/desk/packs/ours")).text).toContain('href="/desk/questions/new?pack=ours"')
    expect((await client.get("/desk/questions/new?pack=ours")).text).toContain('name="pack" value="ours"')
    const made = await write("ours")
    const page = await client.get(new URL(made.headers.get("Location") ?? "", "http://localhost").pathname)
    expect(page.text).toContain('<a href="/desk/packs/ours">ours</a>')
    const refused = await write("nowhere")
    expect([refused.status, refused.text.includes('value="nowhere"')]).toEqual([400, true])
    expect((await write("")).status).toBe(303)
  })

  it("shows what was ruled right besides, and tries answers by it", async () => {
    const client = makeClient()
    const question = { text: "Кто там?", answer: "Это я", moreAccepted: ["я"], state: "published" }
    const { id } = (await client.post("/api/v1/questions", question)).json as { readonly id: string }
    const path = `/desk/questions/${id}`
    const fields = sentFrom((await client.get(path)).text, path)
    expect(fields).toMatchObject({ moreAccepted: "я", text: "Кто там?" })
    const tried = (language: string) =>
      client.send("POST", `${path}/try`, new URLSearchParams({ given: "я" }).toString(), {
        "Content-Type": "application/x-www-form-urlencoded",
        Origin: "http://localhost",
        "Accept-Language": language
      })
    expect((await tried("ru")).text).toMatch(/<span class="right"\s*>exact<\/span/)
    expect((await tried("en")).text).toMatch(/<span class="right"\s*>Accepted: word for word<\/span/)
  })
})

it("what was kept before there was a measure is shown all the same", async () => {
  const client = makeClient()
  await client.run(Packs.use((packs) => packs.create("old", { ...nothingKnown, title: "я".repeat(400) }, null)))
  for (const path of ["/desk/packs", "/desk/packs/old"]) expect((await client.get(path)).status).toBe(200)
})
