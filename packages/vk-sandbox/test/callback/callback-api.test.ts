import { createServer } from "node:http"
import { describe, expect, it, onTestFinished } from "vitest"
import { type Json, type Team, teamOf, until } from "../sandbox-client.ts"

interface Told {
  readonly body: Json
  readonly retry: string | undefined
}

type Reply = (told: Told) => {
  readonly status?: number
  readonly body?: string
  readonly headers?: Record<string, string>
}

/** A bot's own server: what it was told, answered as the test says. */
const listener = async (reply: Reply = () => ({}), confirmationString = "sandbox1") => {
  const told: Told[] = []
  const server = createServer(async (request, response) => {
    let text = ""
    for await (const chunk of request) text += String(chunk)
    const retry = request.headers["x-retry-counter"]
    const seen: Told = { body: JSON.parse(text), retry: typeof retry === "string" ? retry : undefined }
    told.push(seen)
    const confirmation = seen.body["type"] === "confirmation"
    const { body = "ok", headers = {}, status = 200 } = confirmation ? { body: confirmationString } : reply(seen)
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  return {
    url: `http://127.0.0.1:${address.port}/vk`,
    events: () => told.filter(({ body }) => body["type"] !== "confirmation"),
    told
  }
}

const servers = async ({ bot }: Team) =>
  (await bot.call<{ items: { id: number; status: string }[] }>("groups.getCallbackServers", { group_id: 1 })).response
    .items

const register = async (team: Team, url: string) => {
  team.sandbox.control.setFaults({ callbackDelayScale: 0 })
  const server = { group_id: 1, url, title: "бот", secret_key: "тайна" }
  const { response } = await team.bot.call<{ server_id: number }>("groups.addCallbackServer", server)
  await until(async () => (await servers(team)).find(({ status }) => status === "ok"), "the confirmation")
  await team.bot.call("groups.setCallbackSettings", { group_id: 1, server_id: response.server_id, message_new: 1 })
  return response.server_id
}

const write = ({ anya, peer, sandbox }: Team, text = "Привет") =>
  sandbox.control.writeMessage(peer, { from_id: anya, text })

const add = async (team: Team, url: string) =>
  (await team.bot.call("groups.addCallbackServer", { group_id: 1, url, title: "бот" })).error?.error_code

describe("a Callback server", () => {
  it("confirms itself, then is told of the events it asked for, with the secret", async () => {
    const team = await teamOf()
    const { events, told, url } = await listener()
    await register(team, url)
    write(team)
    const [event] = await until(() => (events().length > 0 ? events() : undefined), "the event")
    expect(told[0]?.body).toEqual({ type: "confirmation", group_id: 1, v: "5.199", secret: "тайна" })
    expect(event?.retry).toBeUndefined()
    expect(event?.body).toMatchObject({
      type: "message_new",
      group_id: 1,
      secret: "тайна",
      event_id: expect.stringMatching(/^[0-9a-f]{40}$/),
      object: { message: { text: "Привет" } }
    })
  })

  it("is told again, with a counter and the same event_id, until it says exactly ok", async () => {
    const team = await teamOf()
    const answers = [{ status: 500 }, { body: "\uFEFFok" }, { body: "OK" }, { status: 204 }]
    const { events, url } = await listener(({ retry }) => answers[Number(retry ?? 0)] ?? {})
    await register(team, url)
    write(team)
    await until(() => events().length === 5 || undefined, "the fifth attempt")
    expect(events().map(({ retry }) => retry)).toEqual([undefined, "1", "2", "3", "4"])
    expect(new Set(events().map(({ body }) => body["event_id"])).size).toBe(1)
  })

  it("is given up after the first attempt and five more", async () => {
    const team = await teamOf()
    const { events, url } = await listener(({ body }) =>
      JSON.stringify(body).includes("упрямо") ? { status: 500 } : {}
    )
    await register(team, url)
    write(team, "упрямо")
    await until(() => events().length === 6 || undefined, "the sixth attempt")
    write(team, "дальше")
    await until(() => events().length === 7 || undefined, "the next event")
    expect(events().at(-1)?.body).toMatchObject({ object: { message: { text: "дальше" } } })
    expect(team.sandbox.control.stats().events_given_up).toBe(1)
  })

  it("deletes itself by answering remove", async () => {
    const team = await teamOf()
    const { events, url } = await listener(() => ({ body: "remove" }))
    await register(team, url)
    write(team)
    await until(async () => (await servers(team)).length === 0 || undefined, "the removal")
    expect(events()).toHaveLength(1)
  })

  it("that does not confirm itself is told nothing", async () => {
    const team = await teamOf()
    const { events, url } = await listener(() => ({}), "не та строка")
    const server = { group_id: 1, url, title: "бот" }
    const { response } = await team.bot.call<{ server_id: number }>("groups.addCallbackServer", server)
    await team.bot.call("groups.setCallbackSettings", { group_id: 1, server_id: response.server_id, message_new: 1 })
    await until(async () => (await servers(team)).find(({ status }) => status === "failed"), "the failure")
    write(team)
    expect(events()).toEqual([])
  })

  it("is on this machine, unless it was allowed elsewhere", async () => {
    const elsewhere = ["http://10.0.0.1/", "http://169.254.169.254/latest", "http://evil.example/", "http://[::2]/"]
    const here = ["http://localhost:1/", "http://127.0.0.1:1/", "http://[::1]:1/", "http://2130706433:1/"]
    const strict = await teamOf()
    for (const url of [...elsewhere, "http://127.0.0.1.evil.example/"]) expect(await add(strict, url)).toBe(100)
    for (const url of here) expect(await add(strict, url)).toBeUndefined()
    const { response } = await strict.bot.call<{ server_id: number }>("groups.addCallbackServer", {
      group_id: 1,
      url: here[0],
      title: "бот"
    })
    const moved = { group_id: 1, server_id: response.server_id, url: elsewhere[0], title: "бот" }
    expect((await strict.bot.call("groups.editCallbackServer", moved)).error?.error_code).toBe(100)
    expect(await add(await teamOf({ callbackHosts: ["bot.internal"] }), "http://bot.internal:1/")).toBeUndefined()
    expect(await add(await teamOf({ callbackHosts: ["*"] }), "http://192.0.2.1:1/")).toBeUndefined()
  })

  it("is not followed to where it leads", async () => {
    const team = await teamOf()
    const elsewhere = await listener()
    const { url } = await listener(() => ({ status: 307, headers: { location: elsewhere.url } }))
    await register(team, url)
    write(team)
    const goOn = await listener()
    await register(team, goOn.url)
    write(team)
    await until(() => goOn.events().length > 0 || undefined, "an event that came later")
    expect(elsewhere.told).toEqual([])
  })

  it("is one of ten at most", async () => {
    const team = await teamOf()
    const addOne = () =>
      team.bot.call("groups.addCallbackServer", { group_id: 1, url: "http://127.0.0.1:1/", title: "бот" })
    for (let n = 0; n < 10; n++) expect(await addOne()).toHaveProperty("response.server_id")
    expect(await addOne()).toMatchObject({ error: { error_code: 2000 } })
  })
})
