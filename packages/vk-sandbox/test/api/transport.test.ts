import { once } from "node:events"
import { request } from "node:http"
import { connect } from "node:net"
import { describe, expect, it, vi } from "vitest"
import { botOf, sandboxOf, until } from "../sandbox-client.ts"

describe("calling a method", () => {
  it("takes the parameters from the query, a form and a multipart form alike", async () => {
    const sandbox = await sandboxOf({ clock: { now: () => 5_000_000 } })
    const params = { access_token: sandbox.token, v: "5.199" }
    const url = `${sandbox.apiUrl}utils.getServerTime`
    const form = new FormData()
    for (const [key, value] of Object.entries(params)) form.append(key, value)
    const answers = await Promise.all([
      fetch(`${url}?${new URLSearchParams(params)}`),
      fetch(url, { method: "POST", body: new URLSearchParams(params) }),
      fetch(url, { method: "POST", body: form })
    ])
    for (const answer of answers) expect(await answer.json()).toEqual({ response: 5000 })
  })

  it("does not see the parameters of a JSON body", async () => {
    const sandbox = await sandboxOf()
    const answer = await fetch(`${sandbox.apiUrl}utils.getServerTime?v=5.199`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ access_token: sandbox.token })
    })
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({
      error: { error_code: 5, error_msg: "User authorization failed: no access_token passed." }
    })
  })

  it("refuses a body that says it is too large before any of it came", async () => {
    const sandbox = await sandboxOf()
    const sent = request(`${sandbox.apiUrl}utils.getServerTime`, {
      method: "POST",
      headers: { "content-length": String(51 * 1024 * 1024) }
    })
    sent.flushHeaders()
    const [answer] = await once(sent, "response")
    expect(answer.statusCode).toBe(413)
    sent.destroy()
  })

  it("takes a body that does not say its length, and stops reading one that is too large", async () => {
    const sandbox = await sandboxOf()
    const post = (size: number) =>
      fetch(`${sandbox.apiUrl}utils.getServerTime`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new Blob([`access_token=${sandbox.token}&v=5.199&captcha_key=`, "x".repeat(size)]).stream(),
        duplex: "half"
      })
    expect(await (await post(10)).json()).toMatchObject({ response: expect.any(Number) })
    expect((await post(50 * 1024 * 1024)).status).toBe(413)
  })

  const forms = ["multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json"]
  const paths = ["upload/photo", "method/utils.getServerTime", "sandbox/conversations"]
  const lengths = ["Content-Length: 100000", "Transfer-Encoding: chunked"]
  const sendings = paths.flatMap((path) => forms.flatMap((form) => lengths.map((length) => ({ form, length, path }))))

  it("says nothing of senders who go away in the middle, and answers the others", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {})
    const sandbox = await sandboxOf()
    const answersOthers = async () => expect((await fetch(`${sandbox.url}/sandbox/stats`)).status).toBe(200)
    for (const { form, length, path } of sendings) {
      const sender = connect(sandbox.port, "127.0.0.1").on("error", () => {})
      const head = [`POST /${path} HTTP/1.1`, `Host: 127.0.0.1:${sandbox.port}`, `Content-Type: ${form}`, length]
      sender.write(`${head.join("\r\n")}\r\n\r\n10\r\n--x\r\n`)
      await answersOthers()
      sender.resetAndDestroy()
      await answersOthers()
    }
    await answersOthers()
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })

  it("refuses a form that is none without a word in the log", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {})
    const sandbox = await sandboxOf()
    for (const path of ["upload/photo", "method/utils.getServerTime"]) {
      const headers = { "content-type": "multipart/form-data; boundary=x" }
      const answer = await fetch(`${sandbox.url}/${path}`, { method: "POST", headers, body: "no form" })
      expect([answer.status, await answer.text()]).toEqual([400, "the body cannot be read"])
    }
    expect(said).not.toHaveBeenCalled()
    said.mockRestore()
  })

  it("does not take in more at once than it can hold", async () => {
    const sandbox = await sandboxOf()
    const begin = () => {
      const sent = request(`${sandbox.url}/upload/photo`, {
        method: "POST",
        headers: { "content-type": "multipart/form-data; boundary=x", "content-length": String(50 * 1024 * 1024) }
      })
      sent.on("error", () => {})
      sent.write("--x")
      return sent
    }
    const first = begin()
    const second = begin()
    await new Promise((resolve) => second.once("socket", resolve))
    const status = await until(async () => {
      const third = begin()
      const [answer] = await Promise.race([once(third, "response"), new Promise<[]>((go) => setTimeout(go, 200, []))])
      third.destroy()
      return answer?.statusCode
    })
    expect(status).toBe(503)
    first.destroy()
    second.destroy()
    const form = new FormData()
    form.append("photo", new File([new Uint8Array([1])], "a.png"))
    await until(
      async () => (await fetch(`${sandbox.url}/upload/photo`, { method: "POST", body: form })).ok || undefined
    )
  })

  it("takes the token as a bearer", async () => {
    const sandbox = await sandboxOf()
    const headers = { authorization: `Bearer ${sandbox.token}` }
    const answer = await fetch(`${sandbox.apiUrl}users.get?v=5.199`, { headers })
    expect(await answer.json()).toEqual({ response: [] })
  })

  it("refuses a wrong token with VK's text and echoes the parameters, but never the token", async () => {
    const sandbox = await sandboxOf()
    const url = `${sandbox.apiUrl}users.get?user_ids=1&access_token=wrong&v=5.199`
    const text = await (await fetch(url)).text()
    expect(JSON.parse(text)).toEqual({
      error: {
        error_code: 5,
        error_msg: "User authorization failed: invalid access_token (4).",
        request_params: [
          { key: "method", value: "users.get" },
          { key: "oauth", value: "1" },
          { key: "user_ids", value: "1" },
          { key: "v", value: "5.199" }
        ]
      }
    })
    expect(text).not.toContain("wrong")
  })

  it.each([
    ["", 8],
    ["4.9", 8],
    ["5.80", 8],
    ["5.81", undefined],
    ["5.199", undefined]
  ])("with version «%s» answers error %s", async (v, code) => {
    const answer = await botOf(await sandboxOf()).call("users.get", { v })
    expect(answer.error?.error_code).toBe(code)
  })

  it("does not know a method that is not there, nor one in another case", async () => {
    const bot = botOf(await sandboxOf())
    for (const method of ["messages.fly", "messages.SEND"]) {
      expect(await bot.call(method)).toMatchObject({ error: { error_code: 3, error_msg: "Unknown method passed" } })
    }
  })

  it("refuses a method that is only for users", async () => {
    expect(await botOf(await sandboxOf()).call("friends.get")).toMatchObject({ error: { error_code: 27 } })
  })

  it("refuses another community's settings", async () => {
    const answer = await botOf(await sandboxOf()).call("groups.getLongPollServer", { group_id: 99 })
    expect(answer).toMatchObject({ error: { error_code: 15 } })
  })

  it("takes lists written with brackets", async () => {
    const sandbox = await sandboxOf({ seedConversations: true })
    const query = `access_token=${sandbox.token}&v=5.199&user_ids[]=1&user_ids[]=2`
    const answer = await (await fetch(`${sandbox.apiUrl}users.get?${query}`)).json()
    expect(answer).toMatchObject({ response: [{ id: 1 }, { id: 2 }] })
  })
})
