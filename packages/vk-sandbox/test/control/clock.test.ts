import { createServer } from "node:http"
import { expect, it, onTestFinished } from "vitest"
import { type ClockView, makeTurnedClock } from "../../src/state/turned-clock.ts"
import { teamOf, until } from "../sandbox-client.ts"

const turn = async (url: string, body: object): Promise<ClockView> => {
  const headers = { "content-type": "application/json" }
  const answer = await fetch(`${url}/sandbox/clock`, { method: "POST", headers, body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
  return (await answer.json()) as ClockView
}

it("a second that stands still holds twenty calls, and the next one as many", async () => {
  const { bot, sandbox } = await teamOf()
  const held = await turn(sandbox.url, { frozen: true, jump_ms: 1_000 })
  const codes = async (count: number) => {
    const answers: Array<number> = []
    for (let n = 0; n < count; n++) answers.push((await bot.call("users.get")).error?.error_code ?? 0)
    return answers
  }
  expect((await codes(21)).filter((code) => code === 6)).toHaveLength(1)
  expect(await turn(sandbox.url, { jump_ms: 1_000 })).toMatchObject({ now: held.now + 1_000, frozen: true })
  expect(await codes(1)).toEqual([0])
  expect((await turn(sandbox.url, { frozen: false })).frozen).toBe(false)
})

it("a message is too old to be edited after a day", async () => {
  const { bot, peer, sandbox } = await teamOf()
  const { conversation_message_id: cmid } = await bot.send(peer, "вопрос")
  const edit = async () =>
    (await bot.call("messages.edit", { peer_id: peer, cmid, message: "другой" })).error?.error_code ?? 0
  await turn(sandbox.url, { jump_ms: 23 * 3_600_000 })
  expect(await edit()).toBe(0)
  await turn(sandbox.url, { jump_ms: 3_600_000 })
  expect(await edit()).toBe(909)
})

it("Callback's new attempts come by this clock, and not before", async () => {
  const { anya, bot, peer, sandbox } = await teamOf()
  const retries: Array<string> = []
  const server = createServer(async (request, response) => {
    let text = ""
    for await (const chunk of request) text += String(chunk)
    if (text.includes('"confirmation"')) return void response.end("sandbox1")
    retries.push(String(request.headers["x-retry-counter"] ?? "0"))
    response.writeHead(500).end()
  })
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === "object" && address !== null ? address.port : 0
  const added = { group_id: 1, url: `http://127.0.0.1:${port}/`, title: "бот" }
  const { response } = await bot.call<{ server_id: number }>("groups.addCallbackServer", added)
  const servers = () =>
    bot.call<{ items: ReadonlyArray<{ status: string }> }>("groups.getCallbackServers", { group_id: 1 })
  await until(async () => (await servers()).response.items.find(({ status }) => status === "ok"), "the confirmation")
  await bot.call("groups.setCallbackSettings", { group_id: 1, server_id: response.server_id, message_new: 1 })
  await turn(sandbox.url, { frozen: true })
  sandbox.control.writeMessage(peer, { from_id: anya, text: "Привет" })
  for (const [already, delayMs] of [
    [1, 10_000],
    [2, 180_000],
    [3, 600_000]
  ] as const) {
    await until(() => (sandbox.control.clock().waiting === 1 ? true : undefined), "a failed attempt")
    expect(retries).toHaveLength(already)
    expect((await turn(sandbox.url, { jump_ms: delayMs - 1 })).waiting).toBe(1)
    expect((await turn(sandbox.url, { jump_ms: 1 })).waiting).toBe(0)
  }
  await until(() => (retries.length === 4 ? true : undefined), "the last attempt")
  expect(retries).toEqual(["0", "1", "2", "3"])
})

it("what is due happens in its order, once, and what was called off never", () => {
  let real = 0
  const clock = makeTurnedClock({ now: () => real })
  clock.turn({ frozen: true })
  const done: Array<string> = []
  clock.after(20, () => done.push("второе"))
  clock.after(10, () => done.push("первое"))
  clock.after(15, () => done.push("никогда"))()
  real = 1_000
  expect(clock.now()).toBe(0)
  clock.turn({ jump_ms: 9 })
  expect(done).toEqual([])
  clock.turn({ jump_ms: 100 })
  clock.turn({ jump_ms: 100 })
  expect(done).toEqual(["первое", "второе"])
  expect(clock.view()).toEqual({ now: 209, frozen: true, waiting: 0 })
})
