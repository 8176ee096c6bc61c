/** Who may drive the sandbox: sent over sockets, for `fetch` writes some of these headers itself. */
import { request } from "node:http"
import { describe, expect, it } from "vitest"
import type { Sandbox } from "../../src/sandbox.ts"
import { sandboxOf } from "../sandbox-client.ts"

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const send = ({ port }: Sandbox, { body = "", headers = {}, method = "GET", path = "/sandbox/stats" }: Sent) =>
  new Promise<number>((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode ?? 0))
    })
    sent.on("error", reject)
    sent.end(body)
  })

describe("a name", () => {
  it.each(["localhost:8400", "chat.localhost", "127.0.0.1:8400", "127.1.2.3", "[::1]:8400", "sandbox:8400", "SANDBOX"])(
    "%s is known",
    async (host) => {
      expect(await send(await sandboxOf({ allowedHosts: ["sandbox"] }), { headers: { host } })).toBe(200)
    }
  )

  it.each(["evil.example", "evil.example:8400", "10.0.0.1", "127.0.0.1.evil.example", "localhost.evil.example", "a b"])(
    "%s is not, whatever is asked for",
    async (host) => {
      const sandbox = await sandboxOf({ allowedHosts: ["sandbox"] })
      for (const path of ["/", "/sandbox/stats", "/method/users.get", "/whp/1?act=a_check", "/app.js"]) {
        expect([400, 421]).toContain(await send(sandbox, { path, headers: { host } }))
      }
    }
  )
})

describe("a page of another site", () => {
  const create = { title: "Чужая", members: [1] }

  it.each(["https://evil.example", "http://localhost:3000", "null"])("%s can change nothing", async (origin) => {
    const sandbox = await sandboxOf()
    const headers = { origin, "content-type": "application/json" }
    const path = "/sandbox/conversations"
    expect(await send(sandbox, { method: "POST", path, headers, body: JSON.stringify(create) })).toBe(403)
    const query = `access_token=${sandbox.token}&v=5.199`
    expect(await send(sandbox, { method: "POST", path: `/method/groups.setLongPollSettings?${query}`, headers })).toBe(
      403
    )
    expect(await send(sandbox, { method: "POST", path: "/upload/photo", headers })).toBe(403)
    expect(await send(sandbox, { method: "OPTIONS", path, headers })).toBe(403)
    expect(sandbox.control.listConversations().total).toBe(0)
  })

  it.each(["cross-site", "same-site"])("cannot act by a picture or a link (%s)", async (site) => {
    const sandbox = await sandboxOf()
    const path = `/method/users.get?v=5.199&access_token=${sandbox.token}`
    const headers = { "sec-fetch-site": site, "sec-fetch-mode": "no-cors" }
    expect(await send(sandbox, { path, headers })).toBe(403)
    expect(await send(sandbox, { path, headers: { ...headers, "sec-fetch-mode": "navigate" } })).toBe(403)
  })

  it("may link to the web chat", async () => {
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }
    expect(await send(await sandboxOf(), { path: "/", headers })).toBe(200)
  })

  it("is not the web chat itself", async () => {
    const sandbox = await sandboxOf()
    const headers = { origin: sandbox.url, "sec-fetch-site": "same-origin", "content-type": "application/json" }
    const body = JSON.stringify({ title: "Наша", members: [{ first_name: "А", last_name: "Б" }] })
    expect(await send(sandbox, { method: "POST", path: "/sandbox/conversations", headers, body })).toBe(200)
  })
})

describe("a body of the control API", () => {
  it.each([
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/jsonp",
    ""
  ])("of type «%s» is refused, for a page can send it unasked", async (type) => {
    const sandbox = await sandboxOf()
    const headers: Record<string, string> = type === "" ? {} : { "content-type": type }
    for (const [method, path] of [
      ["POST", "/conversations"],
      ["PUT", "/faults"],
      ["PATCH", "/conversations/1"]
    ]) {
      expect(await send(sandbox, { method: method ?? "", path: `/sandbox${path}`, headers, body: "{}" })).toBe(415)
    }
  })

  it("says its letters as well as it likes", async () => {
    const headers = { "content-type": "application/json; charset=utf-8" }
    expect(await send(await sandboxOf(), { method: "PUT", path: "/sandbox/faults", headers, body: "{}" })).toBe(200)
  })
})
