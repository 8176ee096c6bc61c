/** Every method is asked and every event told once by a sandbox that compares all of it with VK's schema. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest"
import { methodTable } from "../../src/api/method-table.ts"
import { AgainstSchema } from "../../src/schema/inspector.ts"
import { type Sandbox, startSandbox } from "../../src/sandbox.ts"
import { type Bot, botOf, button, type Poller, pollerOf, somePeople, teamOf, textButton } from "../sandbox-client.ts"

let sandbox: Sandbox
let bot: Bot
let poller: Poller
let peer: number
const anya = 1
let said: Array<string> = []

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, strict: true, warn: (text) => said.push(text) })
  bot = botOf(sandbox)
  poller = await pollerOf(sandbox)
  peer = sandbox.control.createConversation({ title: "Команда", members: somePeople }).peer_id
  sandbox.control.setFaults({ rateLimit: false })
  return () => sandbox.close()
})
beforeEach(() => {
  said = []
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

const listener = { group_id: 1, url: "http://127.0.0.1:9/vk", title: "бот" }

/** VK's servers are ten at most. */
const callbackServer = async () => {
  const { response } = await bot.call<{ server_id: number }>("groups.addCallbackServer", listener)
  return { group_id: 1, ...response }
}

const uploadDoc = async () => {
  const { response } = await bot.call<{ upload_url: string }>("docs.getMessagesUploadServer", { peer_id: peer })
  const form = new FormData()
  form.append("file", new File(["слова"], "words.txt"))
  return (await (await fetch(response.upload_url, { method: "POST", body: form })).json()) as object
}

const leaver = (): number | undefined =>
  sandbox.control.changeMembers(peer, { add: { first_name: "Глеб", last_name: "" } }).members[0]?.id

const calls: ReadonlyArray<readonly [method: string, params: () => object | Promise<object>]> = [
  ["messages.send", () => ({ peer_ids: `${peer},77`, message: "Привет", random_id: 1 })],
  ["messages.send", () => ({ peer_id: peer, message: "Привет", random_id: 2 })],
  ["messages.edit", async () => ({ peer_id: peer, cmid: await sendOne(), message: "Пока" })],
  ["messages.delete", async () => ({ peer_id: peer, cmids: `${await sendOne()},999` })],
  ["messages.sendMessageEventAnswer", async () => ({ ...(await press()), peer_id: peer })],
  [
    "messages.getByConversationMessageId",
    async () => ({ peer_id: peer, conversation_message_ids: `${await sendOne()}` })
  ],
  ["messages.getConversationMembers", () => ({ peer_id: peer })],
  ["messages.getConversationsById", () => ({ peer_ids: peer })],
  ["users.get", () => ({ user_ids: "1,2" })],
  ["groups.getById", () => ({})],
  ["groups.getLongPollServer", () => ({ group_id: 1 })],
  ["groups.setLongPollSettings", () => ({ group_id: 1, enabled: 1 })],
  ["groups.getTokenPermissions", () => ({})],
  ["photos.getMessagesUploadServer", () => ({})],
  ["photos.saveMessagesPhoto", upload],
  ["utils.getServerTime", () => ({})],
  ["messages.getHistory", () => ({ peer_id: peer, extended: 1, count: 50 })],
  ["messages.getById", async () => ({ peer_id: peer, cmids: await sendOne() })],
  ["messages.getConversations", () => ({ extended: 1 })],
  ["messages.pin", async () => ({ peer_id: peer, cmid: await sendOne() })],
  ["messages.unpin", () => ({ peer_id: peer })],
  ["messages.editChat", () => ({ chat_id: 1, title: "Команда" })],
  ["messages.markAsRead", () => ({ peer_id: peer })],
  ["messages.getInviteLink", () => ({ peer_id: peer })],
  ["messages.isMessagesFromGroupAllowed", () => ({ group_id: 1, user_id: anya })],
  ["messages.sendReaction", async () => ({ peer_id: peer, cmid: await sendOne(), reaction_id: 3 })],
  ["groups.isMember", () => ({ group_id: 1, user_id: anya })],
  ["groups.isMember", () => ({ group_id: 1, user_ids: "1,2" })],
  ["groups.getMembers", () => ({ group_id: 1 })],
  ["groups.getCallbackSettings", callbackServer],
  ["utils.resolveScreenName", () => ({ screen_name: "id1" })],
  ["messages.getHistory", () => ({ peer_id: peer, rev: 1 })],
  ["messages.getConversations", () => ({ filter: "unread" })],
  ["messages.removeChatUser", () => ({ chat_id: 1, member_id: leaver() })],
  ["messages.deleteReaction", async () => ({ peer_id: peer, cmid: await sendOne() })],
  ["messages.setActivity", () => ({ peer_id: peer, type: "typing" })],
  ["groups.getLongPollSettings", () => ({ group_id: 1 })],
  ["groups.getMembers", () => ({ group_id: 1, fields: "sex" })],
  ["groups.addCallbackServer", () => ({ ...listener, title: "ещё" })],
  ["groups.editCallbackServer", async () => ({ ...(await callbackServer()), ...listener, title: "иначе" })],
  ["groups.setCallbackSettings", async () => ({ ...(await callbackServer()), message_new: 1, api_version: "5.199" })],
  ["groups.getCallbackServers", () => ({ group_id: 1 })],
  ["groups.getCallbackConfirmationCode", () => ({ group_id: 1 })],
  ["groups.deleteCallbackServer", callbackServer],
  ["docs.getMessagesUploadServer", () => ({ peer_id: peer })],
  ["docs.save", uploadDoc],
  ["utils.resolveScreenName", () => ({ screen_name: "nobody" })],
  ["execute", () => ({ code: `return API.users.get({user_ids: 1});` })]
]

describe("VK's schema allows the question and the answer of", () => {
  it.each(calls)("%s", async (method, params) => {
    expect(await bot.call(method, await params())).toHaveProperty("response")
    expect(said).toEqual([])
  })

  it("every method there is", () => {
    const asked = new Set(calls.map(([method]) => method))
    expect([...methodTable.keys()].filter((method) => !asked.has(method))).toEqual([])
  })

  it("a refusal, alone and of one among several", async () => {
    expect(await bot.call("messages.send", {})).toHaveProperty("error")
    expect(await bot.send(2_000_000_777, "Некуда")).toHaveProperty("error")
    expect(said).toEqual([])
  })
})

const lastEvents = async () => (await poller.poll()).updates

describe("VK's schema allows the event of", () => {
  it("a message, a reply to one, a picture, a voice, a press of a text button and a service message", async () => {
    await bot.send(peer, "Меню", { keyboard: regular })
    const reply_to = await sendOne()
    const saved = await bot.call<readonly [object]>("photos.saveMessagesPhoto", await upload())
    await lastEvents()
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Привет" })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Ответ", reply_to })
    sandbox.control.writeMessage(peer, { from_id: anya, attachments: [{ type: "photo", photo: saved.response[0] }] })
    sandbox.control.writeMessage(peer, { from_id: anya, attachments: [{ type: "audio_message" }, { type: "sticker" }] })
    sandbox.control.pressButton(peer, { from_id: anya, button: "Счёт" })
    sandbox.control.changeMembers(peer, { add: { first_name: "Вера", last_name: "" } })
    sandbox.control.changeConversation(peer, { title: "Новое имя" })
    sandbox.control.writeMessage(peer, { from_id: anya, forwards: [reply_to] })
    sandbox.control.pinMessage(peer, { from_id: anya, conversation_message_id: reply_to })
    expect(await lastEvents()).toHaveLength(9)
    expect(said).toEqual([])
  })

  it("the allowance of a private dialog, what is said and changed there, and its end", async () => {
    const types = ["message_allow", "message_deny", "message_reply", "message_edit"]
    await bot.call("groups.setLongPollSettings", { group_id: 1, ...Object.fromEntries(types.map((type) => [type, 1])) })
    await lastEvents()
    sandbox.control.changePerson(anya, { allows_messages: true })
    const { conversation_message_id: cmid } = await bot.send(anya, "Привет")
    await bot.call("messages.edit", { peer_id: anya, cmid, message: "Здравствуйте" })
    sandbox.control.changePerson(anya, { allows_messages: false })
    const told = (await lastEvents()).map(({ type }) => type)
    expect(told).toEqual(["message_allow", "message_reply", "message_edit", "message_deny"])
    expect(said).toEqual([])
  })

  it("a press of a callback button", async () => {
    await lastEvents()
    await press()
    expect(await lastEvents()).toHaveLength(1)
    expect(said).toEqual([])
  })
})

describe("a sandbox that is strict", () => {
  it("tells of what VK would not have taken, and does not close in peace", async () => {
    const strict = await startSandbox({ port: 0, strict: true, warn: (text) => said.push(text) })
    const { peer_id } = strict.control.createConversation({ title: "Команда", members: somePeople })
    await botOf(strict).call("messages.send", { peer_id, random_id: 0, mesage: "Опечатка", message: "Привет" })
    const complaint = "messages.send: parameter mesage is none of VK's"
    expect(said).toEqual([complaint])
    expect(strict.control.calls()).toMatchObject([{ method: "messages.send", complaints: [complaint] }])
    await expect(strict.close()).rejects.toThrow(AgainstSchema)
  })

  it("says nothing of what the sandbox has refused itself", async () => {
    const { bot: polite } = await teamOf()
    expect(await polite.call("messages.send", { peer_id: "кому" })).toMatchObject({ error: { error_code: 100 } })
  })

  it("looks at the calls inside of a script as well", async () => {
    const strict = await startSandbox({ port: 0, strict: true, warn: () => {} })
    await botOf(strict).execute("return API.users.get({ids: 1});")
    await expect(strict.close()).rejects.toThrow("users.get: parameter ids is none of VK's")
  })
})
