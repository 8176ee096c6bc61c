import { beforeAll, describe, expect, it } from "vitest"
import { type Sandbox, startSandbox } from "../../src/sandbox.ts"
import { type Bot, botOf, button, type Poller, somePeople, pollerOf, textButton } from "../sandbox-client.ts"
import { complaints } from "./vk-schema.ts"

let sandbox: Sandbox
let bot: Bot
let poller: Poller
let peer: number
const anya = 1

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 })
  bot = botOf(sandbox)
  poller = await pollerOf(sandbox)
  peer = sandbox.control.createConversation({ title: "Команда", members: somePeople }).peer_id
  sandbox.control.setFaults({ rateLimit: false })
  return () => sandbox.close()
})

const inline = { inline: true, buttons: [[button("Да"), button("Нет", { color: "secondary" })]] }
const regular = { one_time: true, buttons: [[textButton("Счёт")]] }

const sendOne = async (): Promise<number> =>
  (await bot.send(peer, "Привет", { keyboard: inline })).conversation_message_id

const press = async () => {
  const conversation_message_id = await sendOne()
  return {
    ...sandbox.control.pressButton(peer, { from_id: anya, conversation_message_id, button: "Да" }),
    user_id: anya
  }
}

const upload = async () => {
  const { response } = await bot.call<{ upload_url: string }>("photos.getMessagesUploadServer", { peer_id: peer })
  const form = new FormData()
  form.append("photo", new File([new Uint8Array(64)], "card.jpg"))
  return (await (await fetch(response.upload_url, { method: "POST", body: form })).json()) as object
}

const callbackServer = async () => {
  const server = { group_id: 1, url: "http://127.0.0.1:9/vk", title: "бот" }
  const { response } = await bot.call<{ server_id: number }>("groups.addCallbackServer", server)
  return { group_id: 1, ...response }
}

describe("VK's schema allows the answer of", () => {
  it.each<[string, string, string, () => object | Promise<object>]>([
    [
      "messages.send",
      "messages/responses.json",
      "messages_send_user_ids_response",
      () => ({ peer_ids: `${peer},77`, message: "Привет", random_id: 1 })
    ],
    [
      "messages.send",
      "messages/responses.json",
      "messages_send_deprecated_response",
      () => ({ peer_id: peer, message: "Привет", random_id: 2 })
    ],
    [
      "messages.edit",
      "base/responses.json",
      "base_bool_response",
      async () => ({ peer_id: peer, cmid: await sendOne(), message: "Пока" })
    ],
    [
      "messages.delete",
      "messages/responses.json",
      "messages_delete_full_response",
      async () => ({ peer_id: peer, cmids: `${await sendOne()},999` })
    ],
    [
      "messages.sendMessageEventAnswer",
      "base/responses.json",
      "base_ok_response",
      async () => ({ ...(await press()), peer_id: peer })
    ],
    [
      "messages.getByConversationMessageId",
      "messages/responses.json",
      "messages_getByConversationMessageId_response",
      async () => ({ peer_id: peer, conversation_message_ids: `${await sendOne()}` })
    ],
    [
      "messages.getConversationMembers",
      "messages/responses.json",
      "messages_getConversationMembers_response",
      () => ({ peer_id: peer })
    ],
    [
      "messages.getConversationsById",
      "messages/responses.json",
      "messages_getConversationsById_response",
      () => ({ peer_ids: peer })
    ],
    ["users.get", "users/responses.json", "users_get_response", () => ({ user_ids: "1,2" })],
    ["groups.getById", "groups/responses.json", "groups_getById_object_response", () => ({})],
    ["groups.getLongPollServer", "groups/responses.json", "groups_getLongPollServer_response", () => ({ group_id: 1 })],
    ["groups.setLongPollSettings", "base/responses.json", "base_ok_response", () => ({ group_id: 1, enabled: 1 })],
    ["groups.getTokenPermissions", "groups/responses.json", "groups_getTokenPermissions_response", () => ({})],
    ["photos.getMessagesUploadServer", "photos/responses.json", "photos_getMessagesUploadServer_response", () => ({})],
    ["photos.saveMessagesPhoto", "photos/responses.json", "photos_saveMessagesPhoto_response", upload],
    ["utils.getServerTime", "utils/responses.json", "utils_getServerTime_response", () => ({})],
    [
      "messages.getHistory",
      "messages/responses.json",
      "messages_getHistory_extended_response",
      async () => ({ peer_id: peer, extended: 1, count: 50, from: await sendOne() })
    ],
    [
      "messages.getById",
      "messages/responses.json",
      "messages_getById_response",
      async () => ({ peer_id: peer, cmids: await sendOne() })
    ],
    [
      "messages.getConversations",
      "messages/responses.json",
      "messages_getConversations_response",
      () => ({ extended: 1 })
    ],
    [
      "messages.pin",
      "messages/responses.json",
      "messages_pin_response",
      async () => ({ peer_id: peer, cmid: await sendOne() })
    ],
    ["messages.unpin", "base/responses.json", "base_ok_response", () => ({ peer_id: peer })],
    ["messages.editChat", "base/responses.json", "base_ok_response", () => ({ chat_id: 1, title: "Команда" })],
    ["messages.markAsRead", "base/responses.json", "base_ok_response", () => ({ peer_id: peer })],
    ["messages.getInviteLink", "messages/responses.json", "messages_getInviteLink_response", () => ({ peer_id: peer })],
    [
      "messages.isMessagesFromGroupAllowed",
      "messages/responses.json",
      "messages_isMessagesFromGroupAllowed_response",
      () => ({ group_id: 1, user_id: anya })
    ],
    [
      "messages.sendReaction",
      "base/responses.json",
      "base_bool_response",
      async () => ({ peer_id: peer, cmid: await sendOne(), reaction_id: 3 })
    ],
    ["groups.isMember", "base/responses.json", "base_bool_response", () => ({ group_id: 1, user_id: anya })],
    [
      "groups.isMember",
      "groups/responses.json",
      "groups_isMember_user_ids_response",
      () => ({ group_id: 1, user_ids: "1,2" })
    ],
    ["groups.getMembers", "groups/responses.json", "groups_getMembers_response", () => ({ group_id: 1 })],
    ["groups.getCallbackSettings", "groups/responses.json", "groups_getCallbackSettings_response", callbackServer],
    [
      "utils.resolveScreenName",
      "utils/responses.json",
      "utils_resolveScreenName_response",
      () => ({ screen_name: "id1" })
    ]
  ])("%s (%s, %s)", async (method, file, definition, params) => {
    const answer = await bot.call(method, await params())
    expect(answer).toHaveProperty("response")
    expect(complaints(file, definition, answer)).toEqual([])
  })

  it("a refusal", async () => {
    const { error } = await bot.call("messages.send", {})
    expect(error).toBeDefined()
    expect(complaints("base/objects.json", "base_error", error)).toEqual([])
  })
})

const lastEvents = async () => (await poller.poll()).updates

describe("VK's schema allows the event of", () => {
  it("a message, a reply to one, a picture, a press of a text button and a service message", async () => {
    await bot.send(peer, "Меню", { keyboard: regular })
    const reply_to = await sendOne()
    const saved = await bot.call<readonly [object]>("photos.saveMessagesPhoto", await upload())
    await lastEvents()
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Привет" })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Ответ", reply_to })
    sandbox.control.writeMessage(peer, { from_id: anya, attachments: [{ type: "photo", photo: saved.response[0] }] })
    sandbox.control.pressButton(peer, { from_id: anya, button: "Счёт" })
    sandbox.control.changeMembers(peer, { add: { first_name: "Вера", last_name: "" } })
    sandbox.control.changeConversation(peer, { title: "Новое имя" })
    sandbox.control.writeMessage(peer, { from_id: anya, forwards: [reply_to] })
    sandbox.control.pinMessage(peer, { from_id: anya, conversation_message_id: reply_to })
    const events = await lastEvents()
    expect(events).toHaveLength(8)
    for (const { object } of events) {
      expect(complaints("callback/objects.json", "callback_message_new", object)).toEqual([])
    }
  })

  it("the allowance of a private dialog and its end", async () => {
    await bot.call("groups.setLongPollSettings", { group_id: 1, message_allow: 1, message_deny: 1 })
    await lastEvents()
    sandbox.control.changePerson(anya, { allows_messages: true })
    sandbox.control.changePerson(anya, { allows_messages: false })
    const [allowed, denied] = await lastEvents()
    expect(complaints("callback/objects.json", "callback_message_allow", allowed?.object)).toEqual([])
    expect(complaints("callback/objects.json", "callback_message_deny", denied?.object)).toEqual([])
  })

  it("a press of a callback button", async () => {
    await lastEvents()
    await press()
    const events = await lastEvents()
    expect(events).toHaveLength(1)
    expect(complaints("callback/objects.json", "callback_message_event", events[0]?.object)).toEqual([])
  })
})

describe("the schema", () => {
  it("notices an answer that VK would not give", () => {
    const wrong = { response: [{ peer_id: "1", message_id: 0 }] }
    expect(complaints("messages/responses.json", "messages_send_user_ids_response", wrong)).toEqual([
      "/response/0 must have required property 'conversation_message_id'",
      "/response/0/peer_id must be integer"
    ])
  })

  it("allows the keyboards the sandbox has taken", () => {
    const taken = sandbox.control
      .messages(peer)
      .items.map((item) => item.keyboard)
      .filter((keyboard) => keyboard !== null)
    expect(taken.length).toBeGreaterThan(1)
    expect(taken.flatMap((keyboard) => complaints("messages/objects.json", "messages_keyboard", keyboard))).toEqual([])
  })
})
