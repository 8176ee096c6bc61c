import { describe, expect, it, vi } from "vitest"
import type { Sandbox } from "../../src/sandbox.ts"
import { botOf, button, control, somePeople, pollerOf, type Team, teamOf } from "../sandbox-client.ts"

const texts = (team: Team) => team.sandbox.control.messages(team.peer, 2).items.map(({ text }) => text)

const pollAddress = async (sandbox: Sandbox, ts: string): Promise<string> => {
  const { response } = await botOf(sandbox).call<{ server: string; key: string }>("groups.getLongPollServer", {
    group_id: 1
  })
  return `${response.server}?act=a_check&key=${response.key}&ts=${ts}&wait=5`
}

const codes = async ({ bot, peer }: Team, count: number) => {
  const seen = []
  for (let n = 0; n < count; n++) {
    const answer = await bot.call("messages.send", { peer_id: peer, random_id: 0, message: String(n) })
    seen.push(answer.error?.error_code ?? 0)
  }
  return seen
}

describe("a planned error", () => {
  it("strikes its method as often as told, then no more", async () => {
    const team = await teamOf()
    team.sandbox.control.setFaults({ errors: [{ method: "messages.send", code: 10, times: 2 }] })
    expect(await codes(team, 3)).toEqual([10, 10, 0])
    expect(await team.bot.call("users.get")).toEqual({ response: [] })
    expect(texts(team)).toEqual(["2"])
    expect(team.sandbox.control.stats().errors).toEqual({ 10: 2 })
  })

  it("strikes at a rate that repeats with the seed and changes with it", async () => {
    const team = await teamOf()
    const draw = (seed: number) => {
      team.sandbox.control.setFaults({
        seed,
        rateLimit: false,
        errors: [{ method: "messages.send", code: 1, rate: 0.5 }]
      })
      return codes(team, 30)
    }
    const first = await draw(7)
    expect(await draw(7)).toEqual(first)
    expect(await draw(8)).not.toEqual(first)
    expect(new Set(first)).toEqual(new Set([0, 1]))
  })

  it("of one peer sits in that peer's item", async () => {
    const { bot, peer, sandbox } = await teamOf()
    sandbox.control.setFaults({ errors: [{ method: "messages.send", code: 945, times: 1 }] })
    expect(await bot.send(peer, "Привет")).toMatchObject({ peer_id: peer, error: { code: 945 } })
    expect(await bot.send(peer, "Привет")).not.toHaveProperty("error")
  })

  it("may strike one conversation alone, in a list as well", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const other = sandbox.control.createConversation({ title: "Другие", members: somePeople }).peer_id
    sandbox.control.setFaults({ errors: [{ method: "*", code: 10, peer }] })
    expect(await bot.call("messages.send", { peer_ids: peer, random_id: 0, message: "1" })).toHaveProperty("error")
    expect(await bot.call("messages.send", { peer_id: peer, random_id: 0, message: "2" })).toHaveProperty("error")
    expect(await bot.send(other, "3")).not.toHaveProperty("error")
    expect(await bot.call("users.get")).not.toHaveProperty("error")
  })

  it("strikes inside a script", async () => {
    const { bot, sandbox } = await teamOf()
    sandbox.control.setFaults({ errors: [{ method: "users.get", code: 29, times: 1 }] })
    expect(await bot.execute("return [API.users.get({}), API.users.get({})];")).toMatchObject({
      response: [false, []],
      execute_errors: [{ method: "users.get", error_code: 29 }]
    })
  })

  it("14 asks for a captcha", async () => {
    const { bot, sandbox } = await teamOf()
    sandbox.control.setFaults({ errors: [{ method: "*", code: 14 }] })
    expect(await bot.call("users.get")).toMatchObject({ error: { error_code: 14, captcha_sid: expect.any(String) } })
  })
})

describe("a connection", () => {
  it("is cut before the call has any effect", async () => {
    const team = await teamOf()
    team.sandbox.control.setFaults({ cutConnections: { method: "messages.send", times: 1 } })
    await expect(team.bot.send(team.peer, "раз")).rejects.toThrow("fetch failed")
    await team.bot.send(team.peer, "два")
    expect(texts(team)).toEqual(["два"])
  })

  it("is lost after the effect, so that a retry with the same random_id is dropped", async () => {
    const team = await teamOf()
    team.sandbox.control.setFaults({ loseAnswers: { method: "messages.send", times: 1 } })
    await expect(team.bot.send(team.peer, "раз", { random_id: 7 })).rejects.toThrow("fetch failed")
    expect(await team.bot.send(team.peer, "раз", { random_id: 7 })).toMatchObject({ conversation_message_id: 3 })
    expect(texts(team)).toEqual(["раз"])
  })

  it("is lost also for the script that calls the method", async () => {
    const team = await teamOf()
    team.sandbox.control.setFaults({ loseAnswers: { method: "messages.send", times: 1 } })
    const code = `return [API.messages.send({peer_id: ${team.peer}, random_id: 7, message: "раз"})];`
    await expect(team.bot.execute(code)).rejects.toThrow("fetch failed")
    expect(texts(team)).toEqual(["раз"])
  })

  it("of a Long Poll request can be cut too", async () => {
    const { sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    sandbox.control.setFaults({ cutConnections: { method: "a_check", times: 1 } })
    await expect(poll()).rejects.toThrow("fetch failed")
    expect(await poll()).toEqual({ ts, updates: [] })
  })
})

describe("an HTTP 500", () => {
  it("has a body that is no JSON, and no effect", async () => {
    const team = await teamOf()
    team.sandbox.control.setFaults({ http500: { times: 1 } })
    const answer = await fetch(`${team.sandbox.apiUrl}users.get`)
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain("<html>")
    expect(await team.bot.call("users.get")).toEqual({ response: [] })
  })
})

describe("Long Poll", () => {
  it.each([{ status: 503, body: "<html>" }, { body: "no JSON" }, { status: 302, location: "http://other.test/" }])(
    "says %j instead of its answer, and no event is lost",
    async (says) => {
      const { anya, peer, sandbox } = await teamOf()
      const { ts } = await pollerOf(sandbox)
      const address = await pollAddress(sandbox, ts)
      sandbox.control.setFaults({ longPoll: { says, times: 1 } })
      sandbox.control.writeMessage(peer, { from_id: anya, text: "раз" })
      const answer = await fetch(address, { redirect: "manual" })
      expect(answer.status).toBe(says.status ?? 200)
      expect(await answer.text()).toBe(says.body ?? "")
      expect(await (await fetch(address)).json()).toMatchObject({
        updates: [{ object: { message: { text: "раз" } } }]
      })
    }
  )

  it("says nothing, not even to who waits already", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { ts } = await pollerOf(sandbox)
    const address = await pollAddress(sandbox, ts)
    const gaveUp = new AbortController()
    const waiting = fetch(address, { signal: gaveUp.signal })
    sandbox.control.setFaults({ longPoll: { says: "nothing" } })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "раз" })
    const nothing = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 50, "nothing"))])
    expect(nothing).toBe("nothing")
    gaveUp.abort()
    await expect(waiting).rejects.toThrow("abort")
    sandbox.control.setFaults({})
    expect(await (await fetch(address)).json()).toMatchObject({ updates: [{ type: "message_new" }] })
  })
})

describe("events", () => {
  it("hold so many letters of a message as told, and the whole can be asked for", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    sandbox.control.setFaults({ cropText: 3 })
    const { conversation_message_id } = sandbox.control.writeMessage(peer, { from_id: anya, text: "Пушкин" })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "раз" })
    const [long, short] = (await poll()).updates.map(({ object }) => object["message"])
    expect(long).toMatchObject({ text: "Пуш", is_cropped: true })
    expect(short).not.toHaveProperty("is_cropped")
    const asked = { peer_id: peer, conversation_message_ids: `${conversation_message_id},99` }
    expect((await bot.call("messages.getByConversationMessageId", asked)).response).toMatchObject({
      count: 1,
      items: [{ conversation_message_id, text: "Пушкин", from_id: anya }]
    })
  })

  it("come twice with the same event_id", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    sandbox.control.setFaults({ duplicateEvents: true })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "раз" })
    const [first, second, ...more] = (await poll()).updates
    expect(second).toEqual(first)
    expect(more).toEqual([])
  })

  it("overtake each other, and none is lost", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    sandbox.control.setFaults({ reorder: true })
    for (const text of ["1", "2", "3", "4", "5"]) sandbox.control.writeMessage(peer, { from_id: anya, text })
    const seen: unknown[] = []
    while (seen.length < 5) seen.push(...(await poll({ wait: 5 })).updates.map(({ object }) => object["message"]))
    expect(seen).toMatchObject(["2", "1", "4", "3", "5"].map((text) => ({ text })))
  })
})

describe("PUT /sandbox/faults", () => {
  it("replaces the whole plan, and an empty one clears it", async () => {
    const team = await teamOf()
    await control(team.sandbox, "PUT", "/faults", { errors: [{ method: "users.get", code: 10 }] })
    expect(await team.bot.call("users.get")).toMatchObject({ error: { error_code: 10 } })
    await control(team.sandbox, "PUT", "/faults", { latencyMs: 1 })
    expect(await team.bot.call("users.get")).toEqual({ response: [] })
    expect((await control(team.sandbox, "PUT", "/faults", {})).body).toEqual({})
  })

  it.each([{ latency: 5 }, { errors: [{ code: "6" }] }, { loseAnswers: { rate: 2 } }, "{"])(
    "refuses %o and says where the mistake is",
    async (plan) => {
      const { sandbox } = await teamOf()
      const { body, status } = await control(sandbox, "PUT", "/faults", plan)
      expect(status).toBe(400)
      expect(body["error"]).toEqual(expect.stringMatching(/latency|code|rate|JSON/))
    }
  )
})

const sendCall = (to: number) => `API.messages.send({"peer_ids":"${to}","random_id":0,"message":"ау"})`

describe("a lost event", () => {
  it("never comes, of its type alone and as often as told; the button goes on spinning", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const poller = await pollerOf(sandbox)
    const keyboard = { inline: true, buttons: [[button("Да")]] }
    const { conversation_message_id } = await bot.send(peer, "Играем?", { keyboard })
    sandbox.control.setFaults({ loseEvents: { type: "message_event", times: 1 } })
    const press = () => sandbox.control.pressButton(peer, { from_id: anya, conversation_message_id, button: "Да" })
    const lost = press()
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Эй" })
    const heard = press()
    expect((await poller.poll()).updates).toMatchObject([{ type: "message_new" }, { object: heard }])
    const answer = { ...lost, user_id: anya, peer_id: peer }
    expect((await bot.call("messages.sendMessageEventAnswer", answer)).response).toBe(1)
  })
})

describe("a call that hangs", () => {
  it("is not answered, nor the script it stands in, while others are", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const other = sandbox.control.createConversation({ title: "Другие", members: somePeople }).peer_id
    sandbox.control.setFaults({ hangs: [{ method: "messages.send", peer, times: 2 }] })
    let answered = 0
    const count = () => void answered++
    const hanging = [bot.send(peer, "ау"), bot.execute(`return [${sendCall(other)},${sendCall(peer)}];`)]
    for (const each of hanging) each.then(count, count)
    await vi.waitUntil(() => sandbox.control.stats().calls["messages.send"] === 3)
    await bot.send(other, "а мы говорим")
    expect(answered).toBe(0)
    expect(sandbox.control.messages(other).items.at(-2)).toMatchObject({ text: "ау" })
    expect(await bot.send(peer, "и мы")).not.toHaveProperty("error")
    await sandbox.close()
    await vi.waitUntil(() => answered === 2)
  })
})
