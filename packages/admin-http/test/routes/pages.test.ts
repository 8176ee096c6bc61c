import { describe, expect, it } from "vitest"
import { type Client, makeClient, token } from "../admin-client.ts"
import { game, playGame } from "../played-game.ts"

const until = (position: number) => `/games/${game}?until=${position}`

const play = async (): Promise<Client> => {
  const client = makeClient({ options: { told: (state, effects) => [`${state._tag} <${effects.length}>`] } })
  await playGame(client)
  return client
}

const basic = (password: string) => ({ Authorization: `Basic ${Buffer.from(`dev:${password}`).toString("base64")}` })
const page = async (client: Client, path: string) => client.bare(path, { headers: basic(token) })

/** From the newest step on. */
const stepsOf = (text: string): ReadonlyArray<string> => text.split(/<li id="step-\d+">/).slice(1)

describe("the pages of live games", () => {
  it("are open to whoever gives the token as a password, and what changes something is not", async () => {
    const client = makeClient()
    for (const path of ["/games", `/games/${game}`, "/games/pages.css"]) {
      const closed = await client.bare(path)
      expect(closed.status).toBe(401)
      expect(closed.headers.get("WWW-Authenticate")).toBe('Basic realm="znatoki"')
      for (const headers of [basic("guess"), { Authorization: `Bearer ${token}` }, { Authorization: "Basic %" }]) {
        expect((await client.bare(path, { headers })).status).toBe(401)
      }
    }
    expect((await page(client, "/games")).status).toBe(200)
    expect((await page(client, "/api/v1/questions")).status).toBe(401)
  })

  it("may run the script and the style of this server, and nothing else", async () => {
    const client = makeClient()
    const { headers, text } = await page(client, "/games")
    expect(headers.get("Content-Security-Policy")).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; style-src 'self'; script-src 'self'; connect-src 'self'"
    )
    for (const [, path = ""] of text.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await page(client, path)).status).toBe(200)
    }
    expect((await page(client, "/games/live.js")).headers.get("Content-Type")).toContain("text/javascript")
  })

  it("list the games with the way to each", async () => {
    const { text } = await page(await play(), "/games")
    expect(text).toContain(`href="/games/${game}"`)
    expect(text).toContain("<strong>Discussion</strong>")
  })

  it("show each step: its event, what came of it, who was refused why, what was said, and the state", async () => {
    const { text } = await page(await play(), `/games/${game}`)
    const [refused = "", drawn = "", go = "", opened = ""] = stepsOf(text)
    expect(refused).toContain("4. GoRequested <small>1:05 · vk:3</small>")
    expect(refused).toContain("Refused to 17: not now")
    expect(refused.match(/class="changed"><b>\w+/g)).toEqual(['class="changed"><b>silentRounds'])
    expect(drawn).toContain("follows from the one before")
    expect(drawn).toContain("Wheel → Discussion")
    // Both are spoken of together.
    expect(go).not.toContain("<blockquote>")
    expect(drawn).toMatch(/<blockquote>Discussion &lt;\d+&gt;<\/blockquote>/)
    expect(opened).toContain("Idle → Lobby")
    expect(text).not.toContain("<Анна>")
    expect(text).toContain("&lt;Анна&gt;")
  })

  it("go back to earlier steps, and on to the latest", async () => {
    const client = await play()
    const { text } = await page(client, until(2))
    expect(stepsOf(text)).toHaveLength(2)
    expect(text).toContain(`<a href="/games/${game}">The latest steps</a>`)
    expect((await page(client, until(0))).status).toBe(400)
    expect((await page(client, "/games/nobody-1")).status).toBe(404)
  })
})

describe("an address of the desk that leads nowhere", () => {
  it("is told on a page, with the way back; no other address is", async () => {
    const client = makeClient()
    const { headers, status, text } = await client.get("/desk/nowhere/at/all")
    expect([status, headers.get("Content-Type")]).toEqual([404, "text/html; charset=UTF-8"])
    expect(text).toContain('href="/desk"')
    expect((await client.bare("/desk/nowhere")).status).toBe(303)
    expect((await client.get("/nowhere")).headers.get("Content-Type")).toBe("application/problem+json")
    expect((await client.get("/desk/files/desk.css")).status).toBe(200)
  })
})
