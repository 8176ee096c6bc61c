import { ConversationId } from "@znatoki/chat/chat-input"
import { PlayerId, QuestionId } from "@znatoki/engine"
import { QuestionVotes } from "@znatoki/ports/question-votes"
import { describe, expect, it } from "vitest"
import { type Client, makeClient } from "../admin-client.ts"

const path = "/api/v1/blamed-questions"

/** A question that so many people, each in another conversation, call bad. */
const disliked = async (client: Client, text: string, bad: number): Promise<string> => {
  const { json } = await client.post("/api/v1/questions", { text, answer: "он", state: "published" })
  const { id } = json as { readonly id: string }
  const votes = Array.from({ length: bad }, (_, i) => ({
    question: QuestionId.make(id),
    conversation: ConversationId.make(`vk:1:${i}`),
    by: PlayerId.make(String(i)),
    good: false,
    atMs: 1
  }))
  await client.run(QuestionVotes.use(({ cast }) => cast(votes)))
  return id
}

const form = { "Content-Type": "application/x-www-form-urlencoded", Origin: "http://localhost" }

describe("questions that something speaks against", () => {
  it("are listed page by page, the worst first, with what a change of them has to name", async () => {
    const client = makeClient()
    const [one, three] = [await disliked(client, "так себе", 1), await disliked(client, "плохой", 3)]
    const first = (await client.get(`${path}?limit=1`)).json as { readonly next: string }
    expect(first).toMatchObject({
      items: [
        {
          question: three,
          text: "плохой",
          blame: 6,
          bad: 3,
          unseenBad: 3,
          rests: true,
          state: "published",
          version: expect.any(Number)
        }
      ]
    })
    expect((await client.get(`${path}?limit=1&cursor=${first.next}`)).json).toMatchObject({
      items: [{ question: one, blame: 2, rests: false }],
      next: null
    })
    expect((await client.get(`${path}?retired=true`)).json).toEqual({ items: [], next: null })
  })

  it("one is taken out of play on its page, and comes back from the list of those that were", async () => {
    const client = makeClient()
    const id = await disliked(client, "плохой", 3)
    const decide = async (outcome: string) => {
      const { json } = await client.get(`/api/v1/questions/${id}`)
      const { version } = json as { readonly version: number }
      const body = new URLSearchParams({ outcome, version: String(version) }).toString()
      return (await client.send("POST", `/desk/disliked/${id}/decision`, body, form)).status
    }
    expect((await client.get("/desk")).text).toContain("1 вопрос отдыхает и ждёт редактора")
    expect(await decide("retired")).toBe(303)
    expect((await client.get("/desk/disliked")).text).toContain("Жаловаться не на что.")
    expect((await client.get("/desk/disliked?retired=true")).text).toContain("плохой")
    expect(await client.drawn()).toEqual(new Set([null]))
    expect(await decide("again")).toBe(303)
    expect(await client.drawn()).toEqual(new Set(["плохой"]))
    expect((await client.get("/desk/disliked")).text).toContain("плохой")
  })

  it("of two who decide on one the second changes nothing, and sees on the page how it is now", async () => {
    const client = makeClient()
    const id = await disliked(client, "плохой", 3)
    const { json } = await client.get(`/api/v1/questions/${id}`)
    const { version } = json as { readonly version: number }
    const decide = (outcome: string) =>
      client.send(
        "POST",
        `/desk/disliked/${id}/decision`,
        new URLSearchParams({ outcome, version: String(version) }).toString(),
        form
      )
    expect((await decide("retired")).status).toBe(303)
    const late = await decide("kept")
    expect([late.status, late.text.includes('role="alert"'), late.text.includes("<h1>Плохие вопросы</h1>")]).toEqual([
      412,
      true,
      true
    ])
    expect((await client.get(`/api/v1/questions/${id}`)).json).toMatchObject({ state: "retired" })
  })
})
