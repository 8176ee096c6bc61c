import { describe, expect, it } from "vitest"
import { button, control, type Json, pollerOf, teamOf } from "../sandbox-client.ts"

describe("a person", () => {
  it("edits and deletes what they wrote, and nobody else's", async () => {
    const { anya, boris, peer, sandbox } = await teamOf()
    const { conversation_message_id: cmid } = sandbox.control.writeMessage(peer, { from_id: anya, text: "Превет" })
    const path = `/conversations/${peer}/messages/${cmid}`
    expect(await control(sandbox, "PATCH", path, { from_id: boris, text: "Нет" })).toMatchObject({ status: 400 })
    expect(await control(sandbox, "PATCH", path, { from_id: anya, text: "Привет" })).toMatchObject({
      status: 200,
      body: { text: "Привет", edited_at: expect.any(Number) }
    })
    expect(await control(sandbox, "DELETE", path, { from_id: anya })).toMatchObject({
      body: { deleted: true, text: "" }
    })
    expect(await control(sandbox, "DELETE", path, { from_id: anya })).toMatchObject({ status: 404 })
  })

  it("pins a message, and the bot hears of it", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { conversation_message_id } = sandbox.control.writeMessage(peer, { from_id: anya, text: "Главное" })
    const poller = await pollerOf(sandbox)
    const path = `/conversations/${peer}/pinned`
    await control(sandbox, "PUT", path, { from_id: anya, conversation_message_id })
    await control(sandbox, "PUT", path, { from_id: anya, conversation_message_id: null })
    const told = (await poller.poll()).updates.map(({ object }) => (object["message"] as Json)["action"])
    expect(told).toMatchObject([
      { type: "chat_pin_message", member_id: anya, conversation_message_id, message: "Главное" },
      { type: "chat_unpin_message", member_id: anya, conversation_message_id }
    ])
  })

  it("with an old client writes a label where others press, and says what it stands for", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const keyboard = { inline: true, buttons: [[button("Да")]] }
    const { conversation_message_id } = await bot.send(peer, "Играем?", { keyboard })
    const poller = await pollerOf(sandbox)
    sandbox.control.pressButton(peer, { from_id: anya, conversation_message_id, button: "Да", old_client: true })
    const [event] = (await poller.poll()).updates
    expect(event).toMatchObject({ type: "message_new", object: { message: { text: "Да" } } })
    const message = event?.object["message"] as { payload: string } | undefined
    expect(JSON.parse(message?.payload ?? "")).toEqual({
      command: "not_supported_button",
      button_type: "callback",
      payload: JSON.stringify({ label: "Да" })
    })
  })

  it("forwards what was said", async () => {
    const { anya, boris, peer, sandbox } = await teamOf()
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Пушкин" })
    const poller = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: boris, forwards: [3] })
    expect((await poller.poll()).updates).toMatchObject([
      { object: { message: { from_id: boris, text: "", fwd_messages: [{ from_id: anya, text: "Пушкин" }] } } }
    ])
  })

  it("comes by the link of invitation", async () => {
    const { peer, sandbox } = await teamOf()
    const poller = await pollerOf(sandbox)
    const { members } = sandbox.control.changeMembers(peer, {
      add: { first_name: "Вера", last_name: "" },
      by_link: true
    })
    const vera = members[0]?.id
    expect((await poller.poll()).updates).toMatchObject([
      { object: { message: { from_id: vera, action: { type: "chat_invite_user_by_link", member_id: vera } } } }
    ])
  })
})

describe("a private dialog", () => {
  it("is allowed by the first message, forbidden and allowed again, and the bot hears of each", async () => {
    const { anya, bot, sandbox } = await teamOf()
    for (const type of ["message_allow", "message_deny", "message_reply"]) {
      await bot.call("groups.setLongPollSettings", { group_id: 1, [type]: 1 })
    }
    const poller = await pollerOf(sandbox)
    const isAllowed = async () =>
      (await bot.call("messages.isMessagesFromGroupAllowed", { group_id: 1, user_id: anya })).response
    expect(await isAllowed()).toEqual({ is_allowed: 0 })
    sandbox.control.writeMessage(anya, { from_id: anya, text: "Привет" })
    expect(await isAllowed()).toEqual({ is_allowed: 1 })
    await bot.send(anya, "И вам")
    sandbox.control.changePerson(anya, { allows_messages: false })
    expect(await isAllowed()).toEqual({ is_allowed: 0 })
    expect((await bot.send(anya, "Ещё раз")).error?.code).toBe(901)
    sandbox.control.writeMessage(anya, { from_id: anya, text: "Я тут" })
    const types = (await poller.poll()).updates.map(({ type }) => type)
    expect(types).toEqual([
      "message_allow",
      "message_new",
      "message_reply",
      "message_deny",
      "message_allow",
      "message_new"
    ])
  })
})

describe("another community", () => {
  it("is added to a chat, and the bot hears what it writes", async () => {
    const { peer, sandbox } = await teamOf()
    sandbox.control.changeMembers(peer, { add: -55 })
    const poller = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: -55, text: "Я тоже бот" })
    expect((await poller.poll()).updates).toMatchObject([{ object: { message: { from_id: -55, text: "Я тоже бот" } } }])
  })
})
