import { describe, expect, it } from "vitest"
import { button, fakeClock, pollerOf, teamOf, textButton } from "../sandbox-client.ts"

describe("an event", () => {
  it("of a message in a chat looks as VK's recorded ones", async () => {
    const { anya, peer, sandbox } = await teamOf({ clock: fakeClock(1_709_725_647_000) })
    const { poll } = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "hello bot" })
    const [event] = (await poll()).updates
    expect(event).toEqual({
      group_id: 1,
      type: "message_new",
      event_id: expect.stringMatching(/^[0-9a-f]{40}$/),
      v: "5.199",
      object: {
        message: {
          date: 1_709_725_647,
          from_id: anya,
          id: 0,
          out: 0,
          version: 10_000_003,
          attachments: [],
          conversation_message_id: 3,
          fwd_messages: [],
          important: false,
          is_hidden: false,
          peer_id: peer,
          random_id: 0,
          text: "hello bot",
          is_unavailable: true
        },
        client_info: {
          button_actions: [
            "text",
            "vkpay",
            "open_app",
            "location",
            "open_link",
            "open_photo",
            "callback",
            "intent_subscribe",
            "intent_unsubscribe"
          ],
          keyboard: true,
          inline_keyboard: true,
          carousel: true,
          lang_id: 0
        }
      }
    })
  })

  it("of a private message has a real id and is available", async () => {
    const { anya, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    sandbox.control.writeMessage(anya, { from_id: anya, text: "Здравствуйте" })
    const message = (await poll()).updates[0]?.object["message"]
    expect(message).toMatchObject({ peer_id: anya, id: expect.any(Number) })
    expect(message).not.toMatchObject({ id: 0 })
    expect(message).not.toHaveProperty("is_unavailable")
  })

  it("of a callback press carries the payload as a JSON value and an event id of its own", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    const keyboard = { inline: true, buttons: [[button("Да")]] }
    const { conversation_message_id } = await bot.send(peer, "Готовы?", { keyboard })
    const pressed = sandbox.control.pressButton(peer, { from_id: anya, conversation_message_id, button: "Да" })
    expect((await poll()).updates).toMatchObject([
      {
        type: "message_event",
        object: { user_id: anya, peer_id: peer, payload: { label: "Да" }, conversation_message_id, ...pressed }
      }
    ])
  })

  it("of a text button is a message with the label and the payload as a JSON string", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    await bot.send(peer, "Меню", { keyboard: { buttons: [[textButton("Счёт")]] } })
    sandbox.control.pressButton(peer, { from_id: anya, button: "Счёт" })
    expect((await poll()).updates).toMatchObject([
      { type: "message_new", object: { message: { from_id: anya, text: "Счёт", payload: `{"label":"Счёт"}` } } }
    ])
  })

  it("of people coming, leaving and renaming the chat is a message with an action", async () => {
    const { anya, boris, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    const added = sandbox.control.changeMembers(peer, { add: { first_name: "Вера", last_name: "" } }).members
    sandbox.control.changeMembers(peer, { remove: boris, by: boris })
    sandbox.control.changeConversation(peer, { title: "Новое имя" })
    expect((await poll()).updates.map(({ object }) => object["message"])).toMatchObject([
      { from_id: anya, text: "", action: { type: "chat_invite_user", member_id: added[0]?.id } },
      { from_id: boris, action: { type: "chat_kick_user", member_id: boris } },
      { from_id: anya, action: { type: "chat_title_update", text: "Новое имя" } }
    ])
  })

  it("of the chat's picture coming and going is a message with an action", async () => {
    const { anya, boris, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    const photo = { type: "photo", photo: { sizes: [{ url: "http://127.0.0.1/sandbox/photos/1" }] } } as const
    sandbox.control.changeConversation(peer, { photo, by: boris })
    sandbox.control.changeConversation(peer, { photo: null })
    expect((await poll()).updates.map(({ object }) => object["message"])).toMatchObject([
      {
        from_id: boris,
        action: { type: "chat_photo_update", photo: { photo_200: "http://127.0.0.1/sandbox/photos/1" } }
      },
      { from_id: anya, action: { type: "chat_photo_remove" } }
    ])
  })

  it("tells the bot that it was invited and excluded, and nothing while it is out", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    expect((await poll({ ts: Number(ts) - 1 })).updates).toMatchObject([
      { object: { message: { action: { type: "chat_invite_user", member_id: -1 } } } }
    ])
    sandbox.control.changeMembers(peer, { remove: -1 })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "/слышишь?" })
    expect((await poll()).updates).toMatchObject([
      { object: { message: { action: { type: "chat_kick_user", member_id: -1 } } } }
    ])
  })

  it("of an answered message shows what was answered", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    const { conversation_message_id } = await bot.send(peer, "Вопрос")
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Ответ", reply_to: conversation_message_id })
    expect((await poll()).updates).toMatchObject([
      { object: { message: { reply_message: { from_id: -1, text: "Вопрос", conversation_message_id } } } }
    ])
  })

  it("of a sticker has no text", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: anya, attachments: [{ type: "sticker" }] })
    expect((await poll()).updates).toMatchObject([
      { object: { message: { text: "", attachments: [{ type: "sticker", sticker: {} }] } } }
    ])
  })

  it("comes only when its type is switched on", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    await bot.call("groups.setLongPollSettings", { group_id: 1, enabled: 1, message_new: 0 })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "никто не слышит" })
    await bot.call("groups.setLongPollSettings", { group_id: 1, message_new: 1 })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "слышно" })
    expect((await poll()).updates).toMatchObject([{ object: { message: { text: "слышно" } } }])
  })

  it("never tells the bot of its own messages", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    await bot.send(peer, "сам себе")
    expect((await poll()).updates).toEqual([])
  })
})

describe("a bot without access to the whole talk", () => {
  it("hears commands, mentions, presses and who comes, but no other talk", async () => {
    const { anya, bot, peer, sandbox } = await teamOf({}, { full_access: false })
    const { poll } = await pollerOf(sandbox)
    const keyboard = { inline: true, buttons: [[button("Да"), textButton("Счёт")]] }
    const { conversation_message_id } = await bot.send(peer, "Готовы?", { keyboard })
    const write = (text: string) => sandbox.control.writeMessage(peer, { from_id: anya, text })
    const press = (label: string) =>
      sandbox.control.pressButton(peer, { from_id: anya, conversation_message_id, button: label })
    write("болтаем")
    write("/начать")
    write("[club1|Бот], привет")
    write("@club1 привет")
    write("[club2|Чужой], привет")
    press("Да")
    press("Счёт")
    sandbox.control.changeMembers(peer, { add: { first_name: "Вера", last_name: "" } })
    expect((await poll()).updates.map(({ object, type }) => [type, object["message"] ?? null])).toMatchObject([
      ["message_new", { text: "/начать" }],
      ["message_new", { text: "[club1|Бот], привет" }],
      ["message_new", { text: "[club1|@club1] привет" }],
      ["message_event", null],
      ["message_new", { text: "Счёт" }],
      ["message_new", { action: { type: "chat_invite_user" } }]
    ])
  })

  it("hears everything once access is given", async () => {
    const { anya, peer, sandbox } = await teamOf({}, { full_access: false })
    const { poll } = await pollerOf(sandbox)
    sandbox.control.changeConversation(peer, { full_access: true })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "болтаем" })
    expect((await poll()).updates).toHaveLength(1)
  })
})
