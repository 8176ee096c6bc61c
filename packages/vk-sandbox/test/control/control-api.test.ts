import { describe, expect, it } from "vitest"
import { button, control, somePeople, sandboxOf, teamOf, textButton } from "../sandbox-client.ts"

describe("POST /sandbox/conversations", () => {
  it("makes a chat with its people and the bot, who is invited by the first of them", async () => {
    const sandbox = await sandboxOf()
    const { body, status } = await control(sandbox, "POST", "/conversations", { title: "Знатоки", members: somePeople })
    expect(status).toBe(200)
    expect(body).toEqual({
      peer_id: 2_000_000_001,
      members: [
        { id: 1, ...somePeople[0] },
        { id: 2, ...somePeople[1] }
      ]
    })
    expect(sandbox.control.messages(2_000_000_001).items.map(({ action, from_id }) => [from_id, action?.type])).toEqual(
      [
        [1, "chat_create"],
        [1, "chat_invite_user"]
      ]
    )
  })

  it("takes people who are already known by their ids", async () => {
    const { anya, sandbox } = await teamOf()
    const { body } = await control(sandbox, "POST", "/conversations", { title: "Другая", members: [anya] })
    expect(body).toMatchObject({ peer_id: 2_000_000_002, members: [{ id: anya, first_name: "Аня" }] })
  })

  it("lists the conversations, the liveliest first", async () => {
    const { anya, boris, peer, sandbox } = await teamOf()
    sandbox.control.createConversation({ title: "Другая", members: [boris] })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "я тут" })
    const { body } = await control(sandbox, "GET", "/conversations?limit=1")
    expect(body).toMatchObject({ total: 2, items: [{ title: "Команда", last_message: { text: "я тут" } }] })
  })
})

describe("POST …/messages", () => {
  it("writes for a person and gives the message's number", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const path = `/conversations/${peer}/messages`
    const { body } = await control(sandbox, "POST", path, { from_id: anya, text: "Привет", payload: { go: 1 } })
    expect(body).toEqual({ conversation_message_id: 3 })
    expect((await control(sandbox, "GET", `${path}?after=2`)).body).toMatchObject({
      items: [
        {
          conversation_message_id: 3,
          from_id: anya,
          text: "Привет",
          keyboard: null,
          attachments: [],
          edited_at: null,
          deleted: false,
          payload: `{"go":1}`
        }
      ],
      snackbars: [],
      keyboard: null,
      last_conversation_message_id: 3
    })
  })

  it("shows only what came after the number asked for", async () => {
    const { anya, peer, sandbox } = await teamOf()
    for (const text of ["раз", "два"]) sandbox.control.writeMessage(peer, { from_id: anya, text })
    const after = async (cmid: number) => sandbox.control.messages(peer, cmid).items.map(({ text }) => text)
    expect(await after(2)).toEqual(["раз", "два"])
    expect(await after(3)).toEqual(["два"])
    expect(await after(99)).toEqual([])
  })
})

describe("POST …/presses", () => {
  const keyboard = {
    inline: true,
    buttons: [[button("Да"), textButton("Счёт")], [button("Да", { color: "negative" })]]
  }

  it("answers with the event of a callback button and with the message of a text button", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { conversation_message_id } = await bot.send(peer, "Готовы?", { keyboard })
    const press = (label: unknown) =>
      control(sandbox, "POST", `/conversations/${peer}/presses`, {
        from_id: anya,
        conversation_message_id,
        button: label
      })
    expect((await press("Да")).body).toEqual({ event_id: expect.any(String) })
    expect((await press({ row: 1, column: 0 })).body).toEqual({ event_id: expect.any(String) })
    expect((await press("Счёт")).body).toEqual({ conversation_message_id: 4 })
    expect(await press("Нет")).toMatchObject({ status: 400, body: { error: expect.stringContaining("«Да», «Счёт»") } })
  })

  it("cannot press what is deleted, was never there, or belongs to a stranger's chat", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { conversation_message_id } = await bot.send(peer, "Готовы?", { keyboard })
    const press = async (change: object) => {
      const body = { from_id: anya, conversation_message_id, button: "Да", ...change }
      return (await control(sandbox, "POST", `/conversations/${peer}/presses`, body)).status
    }
    expect(await press({ from_id: 99 })).toBe(400)
    expect(await press({ conversation_message_id: 1 })).toBe(400)
    expect(await press({ conversation_message_id: undefined })).toBe(400)
    await bot.call("messages.delete", { peer_id: peer, cmids: conversation_message_id })
    expect(await press({})).toBe(400)
  })
})

describe("POST …/members", () => {
  it("adds and removes people, one or several", async () => {
    const { anya, boris, peer, sandbox } = await teamOf()
    const path = `/conversations/${peer}/members`
    const add = [
      { first_name: "Вера", last_name: "" },
      { first_name: "Глеб", last_name: "" }
    ]
    const { body } = await control(sandbox, "POST", path, { add })
    expect(body).toMatchObject({ members: [{ first_name: "Вера" }, { first_name: "Глеб" }] })
    await control(sandbox, "POST", path, { remove: boris })
    expect(sandbox.control.conversation(peer).members.map(({ first_name }) => first_name)).toEqual([
      "Аня",
      "Вера",
      "Глеб"
    ])
    expect((await control(sandbox, "POST", path, { remove: boris })).status).toBe(400)
    expect((await control(sandbox, "POST", path, { add: anya })).status).toBe(400)
  })
})

describe("a request that cannot be done", () => {
  it.each([
    ["POST", "/conversations", { title: "", members: somePeople }, 400, "title"],
    ["POST", "/conversations", { title: "Без людей", members: [] }, 400, "members"],
    ["POST", "/conversations", { title: "Опечатка", members: somePeople, fullaccess: true }, 400, "fullaccess"],
    ["POST", "/conversations", "{", 400, "JSON"],
    ["GET", "/conversations/2000000009", undefined, 404, "2000000009"],
    ["GET", "/conversations/abc/messages", undefined, 400, "peer_id"],
    ["GET", "/conversations/2000000001/messages?after=x", undefined, 400, "after"],
    ["POST", "/conversations/2000000001/messages", { from_id: 1, text: " " }, 400, "text"],
    ["POST", "/conversations/2000000001/messages", { from_id: 1, text: "ы".repeat(4097) }, 400, "4096"],
    ["POST", "/conversations/2000000001/messages", { from_id: 9, text: "чужой" }, 400, "from_id 9"],
    ["POST", "/conversations/2000000001/messages", { text: "ничей" }, 400, "from_id"],
    ["POST", "/conversations/2000000001/messages", { from_id: 1, text: "да", reply_to: 77 }, 400, "reply_to"]
  ])("%s %s with %o says what is wrong", async (method, path, body, status, word) => {
    const { sandbox } = await teamOf()
    const answer = await control(sandbox, method, path, body)
    expect(answer.status).toBe(status)
    expect(answer.body["error"]).toContain(word)
  })
})

describe("GET /sandbox/stats", () => {
  it("counts calls by method, errors by code and what was dropped", async () => {
    const { bot, peer, sandbox } = await teamOf()
    await bot.send(peer, "раз", { random_id: 5 })
    await bot.send(peer, "раз", { random_id: 5 })
    await bot.execute("return [API.users.get({}), API.messages.send({})];")
    await bot.call("no.such")
    const { body } = await control(sandbox, "GET", "/stats")
    expect(body).toEqual({
      calls: { "messages.send": 3, execute: 1, "users.get": 1, "no.such": 1 },
      errors: { 3: 1, 100: 1 },
      rate_limit_hits: 0,
      duplicates_dropped: 1,
      events_given_up: 0,
      messages: 3,
      events: 1,
      conversations: 1,
      bot_online: false
    })
  })
})
