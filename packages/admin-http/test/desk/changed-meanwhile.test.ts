/** Of two who have one page of the desk open, who comes second: what was typed stays, and what it is now is seen. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { PlayerId, QuestionId } from "@znatoki/engine"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { describe, expect, it } from "vitest"
import { type Client, makeClient } from "../admin-client.ts"
import { beginGame, game } from "../played-game.ts"

const form = { "Content-Type": "application/x-www-form-urlencoded", Origin: "http://localhost" }

const sendTo = (client: Client, path: string, fields: Readonly<Record<string, string>>) =>
  client.send("POST", path, new URLSearchParams(fields).toString(), form)

const pack = { title: "Кубок ручья", licence: "", credit: "", url: "", editors: "", played: "", commercial: "no" }

const withPack = async () => {
  const client = makeClient()
  await client.post("/api/v1/packs", { key: "cup", title: "Кубок ручья" })
  const save = (fields: Readonly<Record<string, string>>) => sendTo(client, "/desk/packs/cup", { ...pack, ...fields })
  return { client, save }
}

describe("of two who change one thing of the desk", () => {
  it("the second sees the pack as the first has made it, and what was typed besides, and may save it after all", async () => {
    const { client, save } = await withPack()
    expect((await save({ version: "1", editors: "Анна", fixed: "on" })).status).toBe(303)
    const late = await save({ version: "1", editors: "Борис", info: "Два дня\nписал", commercial: "yes" })
    expect(late.status).toBe(412)
    expect(late.text).toContain("Это тем временем изменил кто-то ещё")
    expect(late.text).not.toContain("Откройте страницу заново")
    expect(late.text).toContain("<dd>Анна</dd>")
    expect(late.text).toContain("<dd>нельзя</dd>")
    expect(late.text).toContain('value="Борис"')
    expect(late.text).toContain("Два дня\nписал</textarea>")
    expect(late.text).toMatch(/<option value="yes" selected/)
    expect(late.text).not.toMatch(/name="fixed" checked/)
    expect(late.text).toContain('name="version" value="2"')
    expect((await save({ version: "2", editors: "Борис" })).status).toBe(303)
    expect((await client.get("/api/v1/packs/cup")).json).toMatchObject({ editors: "Борис", version: 3 })
  })

  it("a field of a pack that does not fit is told beside what was typed", async () => {
    const { save } = await withPack()
    const wrong = await save({ version: "1", editors: "Борис", played: "и".repeat(101) })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain("<code>Когда сыгран</code>: слишком длинно, можно до 100")
    expect(wrong.text).toContain('value="Борис"')
  })

  it("the second sees what the next game of the conversation begins with now, and the numbers that were typed", async () => {
    const client = makeClient()
    await beginGame(client)
    const path = `/desk/conversations/${encodeURIComponent(game.slice(0, game.lastIndexOf("-")))}`
    const { headers } = await client.get(path.replace("/desk", "/api/v1"))
    const version = headers.get("ETag") ?? ""
    const settle = (discussionSeconds: string) =>
      sendTo(client, path, { version, preset: "quick", discussionSeconds, clock: "on" })
    expect((await settle("45")).status).toBe(303)
    const late = await settle("55")
    expect(late.status).toBe(412)
    expect(late.text).toContain("Это тем временем изменил кто-то ещё")
    expect(late.text).toContain("<dd>45</dd>")
    expect(late.text).toMatch(/name="discussionSeconds" value="55"/)
    const muted = await sendTo(client, `${path}/mute`, { version, muted: "true" })
    expect(muted.status).toBe(412)
    expect(muted.text).toContain("ваше не сделано. Вот как стало.")
    expect(muted.text).toContain("Замолчать в этой беседе")
  })

  it("why a question is taken out of play stays where it was typed", async () => {
    const client = makeClient()
    const { json } = await client.post("/api/v1/questions", { text: "Кто?", answer: "он", state: "published" })
    const { id } = json as { readonly id: string }
    await client.run(
      QuestionVotes.use(({ cast }) =>
        cast([
          {
            question: QuestionId.make(id),
            conversation: ConversationId.make("vk:1:1"),
            by: PlayerId.make("1"),
            good: false,
            atMs: 1
          }
        ])
      )
    )
    await client.patch(`/api/v1/questions/${id}`, { author: "Анна" })
    const late = await sendTo(client, `/desk/disliked/${id}/decision`, {
      outcome: "retired",
      version: "1",
      note: "ответ не один"
    })
    expect(late.status).toBe(412)
    expect(late.text).toContain('value="ответ не один"')
  })
})
