import { Redacted } from "effect"
import { describe, expect, it } from "vitest"
import { plain } from "./plain-options.ts"
import { makeApp } from "../src/app.ts"
import { type Client, makeClient, makeRuntime, token } from "./admin-client.ts"

const guarded = [
  "/api/v1/questions",
  "/api/v1/questions/q1",
  "/api/v1/games",
  "/api/v1/games/a-1",
  "/api/v1/games/a-1/events",
  "/api/v1/parked",
  "/api/v1/parked/a",
  "/api/v1/parked/a/release",
  "/api/v1/openapi.json",
  "/api/v1/nowhere"
]

describe("the admin token", () => {
  it.each(guarded)("without it %s is 401 and says how to send one", async (path) => {
    const { status, headers, json } = await makeClient().bare(path)
    expect(status).toBe(401)
    expect(headers.get("WWW-Authenticate")).toBe('Bearer realm="znatoki"')
    expect(headers.get("Content-Type")).toBe("application/problem+json")
    expect(json).toMatchObject({ status: 401, type: "urn:znatoki:problem:unauthorized" })
  })

  it.each([
    `Bearer ${token}x`,
    `Bearer ${token.slice(0, -1)}`,
    `Bearer ${token.toUpperCase()}`,
    `Bearer x ${token}`,
    `Bearer ${token} ${token}`,
    `Basic ${btoa(`admin:${token}`)}`,
    token,
    "Bearer",
    "Bearer "
  ])('the header "%s" does not open the door', async (header) => {
    const { status, headers } = await makeClient().bare("/api/v1/questions", { headers: { Authorization: header } })
    expect(status).toBe(401)
    expect(headers.get("WWW-Authenticate")).toMatch(/^Bearer /)
  })

  it("the scheme may be written in any case", async () => {
    const headers = { Authorization: `bearer ${token}` }
    expect((await makeClient().bare("/api/v1/questions", { headers })).status).toBe(200)
  })

  it.each([
    "/%61pi/v1/questions",
    "//api/v1/questions",
    "/API/v1/questions",
    "/./api/v1/questions",
    "/x/../api/v1/questions"
  ])("another spelling of the path, %s, is no way around it", async (path) => {
    expect([401, 404]).toContain((await makeClient().bare(path)).status)
  })

  it("in the query it does not count", async () => {
    expect((await makeClient().bare(`/api/v1/questions?token=${token}&access_token=${token}`)).status).toBe(401)
  })

  it("an empty token in the configuration lets nobody in", async () => {
    const app = makeApp(makeRuntime().runtime, { token: Redacted.make(""), ...plain })
    for (const header of ["Bearer", "Bearer ", "Bearer  "]) {
      expect((await app.request("/api/v1/questions", { headers: { Authorization: header } })).status).toBe(401)
    }
  })

  it("nothing is written before the token is right", async () => {
    const client = makeClient()
    const body = JSON.stringify({ text: "а", answer: "б" })
    await client.bare("/api/v1/questions", { method: "POST", body, headers: { "Content-Type": "application/json" } })
    expect((await client.get("/api/v1/questions")).json).toEqual({ items: [], next: null })
  })

  it("a refused token is in the log as a fact with the address and the path, never as a text", async () => {
    const client = makeClient()
    const from = { incoming: { socket: { remoteAddress: "::ffff:203.0.113.7" } } }
    await client.app.request(
      "/api/v1/questions?a=secret",
      { headers: { Authorization: "Bearer guessed-secret" } },
      from
    )
    expect(client.lines.join()).toContain("203.0.113.7")
    expect(client.lines.join()).toContain("/api/v1/questions")
    expect(client.lines.join()).not.toContain("secret")
    await client.post("/api/v1/questions", { text: "а", answer: "б" })
    const log = client.lines.join("\n")
    expect(log).toContain("token refused")
    expect(log).toContain("changed by an admin")
    expect(log).not.toContain("guessed-secret")
    expect(log).not.toContain(token)
  })
})

const from = (remoteAddress: string) => ({ incoming: { socket: { remoteAddress } } })

const tryOne = async ({ app }: Client, address: string, given = "a-wrong-token", more: Record<string, string> = {}) =>
  (await app.request("/api/v1/games", { headers: { Authorization: `Bearer ${given}`, ...more } }, from(address))).status

describe("wrong tokens", () => {
  it("are answered ever more slowly, by address, until the right one comes", async () => {
    const client = makeClient()
    for (let n = 0; n < 7; n++) expect(await tryOne(client, "203.0.113.7")).toBe(401)
    expect(client.pauses).toEqual([100, 200, 400, 800, 1600, 2000, 2000])
    await tryOne(client, "203.0.113.8")
    expect(client.pauses.at(-1)).toBe(100)
    expect(await tryOne(client, "203.0.113.7", token)).toBe(200)
    await tryOne(client, "203.0.113.7")
    expect(client.pauses.at(-1)).toBe(100)
  })

  it("of one network of IPv6 count together", async () => {
    const client = makeClient()
    for (const last of ["1", "2", "ffff:3"])
      await tryOne(client, `2001:db8:0:7:${last.includes(":") ? "1:1:" : "1:1:1:"}${last}`)
    expect(client.pauses).toEqual([100, 200, 400])
  })

  it("count for the address they come from, whatever a header says of others", async () => {
    const client = makeClient()
    const proxies = ["X-Forwarded-For", "X-Real-IP", "Forwarded", "CF-Connecting-IP", "True-Client-IP", "X-Client-IP"]
    for (const [n, name] of proxies.entries()) {
      await tryOne(client, "203.0.113.7", undefined, { [name]: `${name === "Forwarded" ? "for=" : ""}198.51.100.${n}` })
    }
    expect(client.pauses).toEqual([100, 200, 400, 800, 1600, 2000])
  })

  it("are looked at a few at a time: the others are sent away, and nobody else's", async () => {
    const { promise: goOn, resolve } = Promise.withResolvers<void>()
    const client = makeClient({ options: { pause: () => goOn } })
    const waiting = Array.from({ length: 8 }, () => tryOne(client, "203.0.113.7"))
    expect(await tryOne(client, "203.0.113.7")).toBe(429)
    expect(await tryOne(client, "203.0.113.8", token)).toBe(200)
    resolve()
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([401]))
    expect(await tryOne(client, "203.0.113.7", token)).toBe(200)
  })
})
