import { describe, expect, it } from "vitest"
import { startSandbox } from "../src/sandbox.ts"
import { botOf, pollerOf, sandboxOf, teamOf } from "./sandbox-client.ts"

describe("a sandbox", () => {
  it("tells where it is, whose community it serves and with which token", async () => {
    const sandbox = await sandboxOf({ groupId: 7, token: "secret" })
    expect(sandbox).toMatchObject({ url: `http://127.0.0.1:${sandbox.port}`, groupId: 7, token: "secret" })
    expect(sandbox.apiUrl).toBe(`${sandbox.url}/method/`)
    expect(await botOf(sandbox).call("groups.getById")).toMatchObject({ response: { groups: [{ id: 7 }] } })
  })

  it("rejects with EADDRINUSE when its port is taken", async () => {
    const { port } = await sandboxOf()
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: "EADDRINUSE" })
  })

  it("starts with two conversations of four people each when asked", async () => {
    const { control } = await sandboxOf({ seedConversations: true })
    const { items } = control.listConversations()
    expect(items.map(({ bot_inside, full_access, members }) => [bot_inside, full_access, members.length])).toEqual([
      [true, true, 4],
      [true, true, 4]
    ])
  })

  it("creates them only when a bot listens, when asked so, and the bot hears of its invitation", async () => {
    const sandbox = await sandboxOf({ seedConversations: "once-listened" })
    const poller = await pollerOf(sandbox)
    expect(sandbox.control.listConversations().total).toBe(0)
    const { updates } = await poller.poll()
    expect(sandbox.control.listConversations().total).toBe(2)
    expect(updates.filter(({ object }) => JSON.stringify(object).includes("chat_invite_user"))).toHaveLength(2)
    await poller.poll()
    expect(sandbox.control.listConversations().total).toBe(2)
  })

  it("waits with them for a bot whose ts is right: what comes before a refusal would be lost to it", async () => {
    const sandbox = await sandboxOf({ seedConversations: "once-listened" })
    const poller = await pollerOf(sandbox)
    expect(await poller.poll({ ts: 500 })).toEqual({ failed: 1, ts: 1 })
    expect((await poller.poll({ ts: 1 })).updates).not.toEqual([])
  })

  it("creates none beside one that is there already", async () => {
    const { sandbox } = await teamOf({ seedConversations: "once-listened" })
    await (await pollerOf(sandbox)).poll({ ts: 3 })
    expect(sandbox.control.listConversations().total).toBe(1)
  })

  it("starts empty unless asked", async () => {
    expect((await sandboxOf()).control.listConversations().total).toBe(0)
  })

  it("can be closed twice and leaves its port free", async () => {
    const first = await sandboxOf()
    await first.close()
    await first.close()
    const second = await sandboxOf({ port: first.port })
    expect(second.port).toBe(first.port)
  })

  it("leads a client that came by another name back by that name", async () => {
    const sandbox = await sandboxOf()
    const url = `http://localhost:${sandbox.port}/method/groups.getLongPollServer`
    const query = `group_id=1&v=5.199&access_token=${sandbox.token}`
    const answer = await fetch(`${url}?${query}`).catch(() =>
      fetch(`${url.replace("localhost", "127.0.0.1")}?${query}`)
    )
    const { response } = (await answer.json()) as { response: { server: string } }
    expect(new URL(response.server).host).toBe(new URL(answer.url).host)
  })

  it("serves the web chat under a policy that lets no message become a script", async () => {
    const { url } = await sandboxOf()
    const page = await fetch(url)
    expect(page.headers.get("content-type")).toContain("text/html")
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'")
    expect(await page.text()).toContain("Песочница VK")
    for (const file of ["app.js", "style.css", "icon.svg"]) expect((await fetch(`${url}/${file}`)).status).toBe(200)
    expect((await fetch(`${url}/../package.json`)).status).toBe(404)
  })
})
