/** A form that comes to nothing because the database is gone, or for any other reason: what was typed comes back with it. */
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { makeClient, token } from "../admin-client.ts"
import { failingStores } from "../failing-stores.ts"

const typed = { text: "Что это?\nИ зачем?", answer: "«самовар» & ведро", difficulty: "4", state: "draft", version: "7" }

const gone = () =>
  makeClient({
    instead: failingStores(Effect.fail(new StoreUnavailable({ operation: "x", cause: new Error("hunter2") })))
  })

type Sender = Readonly<Record<string, string>>

const byToken: Sender = { Authorization: `Bearer ${token}` }
/** As long as the database is gone nobody knows whose it is. */
const byCookie: Sender = { Cookie: `__Host-znatoki=${"a".repeat(43)}` }

const submit = (path: string, fields: Readonly<Record<string, string>>, headers: Sender, client = gone()) => {
  const body = new URLSearchParams(fields).toString()
  const form = {
    Accept: "text/html,application/xhtml+xml",
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": String(body.length),
    Origin: "http://localhost"
  }
  return client.bare(path, { method: "POST", body, headers: { ...form, ...headers } })
}

const sentence = "База данных сейчас не отвечает"
const kept = "Введённое вами — здесь"

describe("a form that comes to nothing", () => {
  it.each([
    ["the database of questions is gone", byToken],
    ["the database is gone before it is known who sends it", byCookie]
  ])("says so and comes back with all that was typed: %s", async (_, sender) => {
    const path = "/desk/questions/42"
    const { headers, status, text } = await submit(path, typed, sender)
    expect(status).toBe(503)
    expect(headers.get("Content-Type")).toMatch(/^text\/html/)
    expect(text).toContain(sentence)
    expect(text).toContain(kept)
    expect(text).toContain(`method="post" action="${path}"`)
    expect(text).toContain("Что это?\nИ зачем?</textarea>")
    expect(text).toContain('value="«самовар» &amp; ведро"')
    for (const name of ["difficulty", "state", "version"] as const)
      expect(text).toContain(`<input type="hidden" name="${name}" value="${typed[name]}" />`)
    expect(text).not.toContain("hunter2")
  })

  it("speaks English to whoever reads that", async () => {
    const { text } = await submit("/desk/questions/42", typed, { ...byCookie, "Accept-Language": "en" })
    expect(text).toContain("The store does not answer now.")
    expect(text).toContain("What you typed is here")
  })

  it("comes back where what it changes is not there any more", async () => {
    const { status, text } = await submit("/desk/questions/42", typed, byToken, makeClient())
    expect(status).toBe(404)
    expect(text).toContain("Такого вопроса нет.")
    expect(text).toContain("И зачем?</textarea>")
  })

  it("comes back where who sends it has to sign in first, with the way to do so beside", async () => {
    const { status, text } = await submit("/desk/questions/42", typed, {}, makeClient())
    expect(status).toBe(401)
    expect(text).toContain("Нужно войти.")
    expect(text).toContain('<a href="/sign-in" target="_blank">Войти в новой вкладке</a>')
    expect(text).toContain("И зачем?</textarea>")
    for (const [path, fields] of [
      ["/desk/me/password", { password: "correct horse" }],
      ["/desk/packs/cup/state", { from: "draft", to: "published", version: "1" }],
      ["/sign-out", {}]
    ] as const) {
      const { headers, status: sent } = await submit(path, fields, {}, makeClient())
      expect([path, sent, headers.get("Location")]).toEqual([path, 303, "/sign-in?to=%2Fdesk"])
    }
  })

  it("does not show a password, and says no less that it was not taken", async () => {
    const secret = { name: "Анна", role: "editor", password: "correct horse" }
    for (const [path, fields] of [
      ["/desk/admins", secret],
      ["/desk/me/password", { current: "correct horse", password: "correct horse" }],
      ["/sign-in/link", { secret: "correct horse" }]
    ] as const) {
      const { status, text } = await submit(path, fields, byCookie)
      expect([path, status]).toEqual([path, 503])
      expect(text).toContain(sentence)
      expect(text).not.toContain("correct horse")
      expect(text).not.toContain(kept)
    }
  })

  it("that another site has sent is not made a form of ours", async () => {
    const { text } = await submit("/desk/questions/42", typed, { ...byCookie, "Sec-Fetch-Site": "cross-site" })
    expect(text).toContain(sentence)
    expect(text).not.toContain("И зачем?")
  })

  it("is told to a program as it is told elsewhere, and a page that is only looked at says it too", async () => {
    const json = await submit("/desk/questions/42", typed, { ...byCookie, Accept: "application/json" })
    expect([json.status, json.headers.get("Content-Type")]).toEqual([503, "application/problem+json"])
    const page = await gone().bare("/desk/packs", { headers: { ...byCookie, Accept: "text/html" } })
    expect(page.status).toBe(503)
    expect(page.headers.get("Retry-After")).toMatch(/^\d+$/)
    expect(page.text).toContain(sentence)
    expect(page.text).not.toContain("<form")
  })
})
