import { describe, expect, it } from "vitest"
import { pollerOf, teamOf } from "../sandbox-client.ts"

describe("an administrator", () => {
  it("pins a message, which everybody sees, and takes it down again", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { conversation_message_id: cmid } = sandbox.control.writeMessage(peer, { from_id: anya, text: "Правила" })
    const pinned = await bot.call("messages.pin", { peer_id: peer, cmid })
    expect(pinned.response).toMatchObject({ conversation_message_id: cmid, text: "Правила", peer_id: peer })
    expect(sandbox.control.conversation(peer).pinned).toBe(cmid)
    const { response } = await bot.call("messages.getConversationsById", { peer_ids: peer })
    expect(response).toMatchObject({ items: [{ chat_settings: { pinned_message: { text: "Правила" } } }] })
    expect(await bot.call("messages.unpin", { peer_id: peer })).toEqual({ response: 1 })
    expect(sandbox.control.conversation(peer).pinned).toBeNull()
    const actions = sandbox.control.messages(peer).items.map(({ action }) => action?.type)
    expect(actions.slice(-2)).toEqual(["chat_pin_message", "chat_unpin_message"])
  })

  it("renames the chat", async () => {
    const { bot, peer, sandbox } = await teamOf()
    expect(await bot.call("messages.editChat", { chat_id: peer - 2_000_000_000, title: "Знатоки" })).toEqual({
      response: 1
    })
    expect(sandbox.control.conversation(peer).title).toBe("Знатоки")
  })

  it("puts a person out, once, and never the owner", async () => {
    const { anya, boris, bot, peer, sandbox } = await teamOf()
    const putOut = (member_id: number) =>
      bot.call("messages.removeChatUser", { chat_id: peer - 2_000_000_000, member_id })
    expect(await putOut(boris)).toEqual({ response: 1 })
    expect(sandbox.control.conversation(peer).members.map(({ id }) => id)).toEqual([anya])
    expect(await putOut(boris)).toMatchObject({ error: { error_code: 935 } })
    expect(await putOut(anya)).toMatchObject({ error: { error_code: 15 } })
  })

  it("has a link of invitation, and another one on request", async () => {
    const { bot, peer } = await teamOf()
    const ask = async (reset?: number) =>
      (await bot.call<{ link: string }>("messages.getInviteLink", { peer_id: peer, reset })).response.link
    const link = await ask()
    expect(link).toMatch(/^https:\/\/vk\.me\/join\//)
    expect(await ask()).toBe(link)
    expect(await ask(1)).not.toBe(link)
  })
})

describe("who is no administrator", () => {
  it.each([
    ["messages.pin", 925, { cmid: 1 }],
    ["messages.unpin", 925, {}],
    ["messages.editChat", 925, { chat_id: 1, title: "Нет" }],
    ["messages.removeChatUser", 925, { chat_id: 1, member_id: 2 }],
    ["messages.getInviteLink", 919, {}]
  ])("cannot %s", async (method, error_code, params) => {
    const { bot, peer } = await teamOf({}, { admin: false })
    expect(await bot.call(method, { peer_id: peer, ...params })).toMatchObject({ error: { error_code } })
  })
})

describe("a reaction", () => {
  it("is one, is replaced by the next, and can be taken back", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { conversation_message_id: cmid } = sandbox.control.writeMessage(peer, { from_id: anya, text: "/ура" })
    const reactions = () => sandbox.control.messages(peer).items.at(-1)?.reactions
    for (const reaction_id of [1, 4]) await bot.call("messages.sendReaction", { peer_id: peer, cmid, reaction_id })
    expect(reactions()).toEqual([{ member_id: -1, reaction_id: 4 }])
    const { response } = await bot.call("messages.getByConversationMessageId", { peer_id: peer, cmids: cmid })
    expect(response).toMatchObject({ items: [{ reactions: [{ reaction_id: 4, count: 1, user_ids: [-1] }] }] })
    await bot.call("messages.deleteReaction", { peer_id: peer, cmid })
    expect(reactions()).toEqual([])
  })

  it("of a kind that is not there is refused", async () => {
    const { bot, peer } = await teamOf()
    const answer = await bot.call("messages.sendReaction", { peer_id: peer, cmid: 1, reaction_id: 99 })
    expect(answer.error?.error_code).toBe(1009)
  })
})

describe("a bot", () => {
  it("does not hear of what it did itself", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const poller = await pollerOf(sandbox)
    await bot.call("messages.pin", { peer_id: peer, cmid: 1 })
    await bot.call("messages.editChat", { chat_id: peer - 2_000_000_000, title: "Знатоки" })
    expect((await poller.poll()).updates).toEqual([])
  })
})
