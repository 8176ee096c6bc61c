import { describe, expect, it } from "vitest"
import { button, fakeClock, teamOf } from "../sandbox-client.ts"

const inline = { inline: true, buttons: [[button("Да")]] }

describe("messages.edit", () => {
  it.each(["cmid", "conversation_message_id"])("finds the message by %s and marks it as edited", async (name) => {
    const { bot, peer, sandbox } = await teamOf()
    const { conversation_message_id } = await bot.send(peer, "было")
    const edit = { peer_id: peer, [name]: conversation_message_id, message: "стало" }
    expect(await bot.call("messages.edit", edit)).toEqual({ response: 1 })
    const edited = sandbox.control.messages(peer).items.at(-1)
    expect(edited).toMatchObject({ text: "стало", conversation_message_id })
    expect(edited?.edited_at).not.toBeNull()
  })

  it("drops the inline keyboard it does not repeat", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const { conversation_message_id: cmid } = await bot.send(peer, "было", { keyboard: inline })
    await bot.call("messages.edit", { peer_id: peer, cmid, message: "с кнопками", keyboard: inline })
    expect(sandbox.control.messages(peer).items.at(-1)?.keyboard?.buttons).toHaveLength(1)
    await bot.call("messages.edit", { peer_id: peer, cmid, message: "без кнопок" })
    expect(sandbox.control.messages(peer).items.at(-1)?.keyboard).toBeNull()
  })

  it("does not touch what a person wrote", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { conversation_message_id: cmid } = sandbox.control.writeMessage(peer, { from_id: anya, text: "моё" })
    const answer = await bot.call("messages.edit", { peer_id: peer, cmid, message: "не моё" })
    expect(answer).toMatchObject({ error: { error_code: 920 } })
  })

  it("comes too late after a day", async () => {
    const clock = fakeClock()
    const { bot, peer } = await teamOf({ clock })
    const { conversation_message_id: cmid } = await bot.send(peer, "было")
    clock.advance(24 * 3_600_000)
    expect(await bot.call("messages.edit", { peer_id: peer, cmid, message: "стало" })).toMatchObject({
      error: { error_code: 909 }
    })
  })

  it.each([
    [{ cmid: 555 }, 100],
    [{}, 100],
    [{ cmid: 3, message: "" }, 100],
    [{ cmid: 3, message: "ы".repeat(4097) }, 914]
  ])("refuses %o", async (change, code) => {
    const { bot, peer } = await teamOf()
    await bot.send(peer, "было")
    const answer = await bot.call("messages.edit", { peer_id: peer, message: "стало", ...change })
    expect(answer.error?.error_code).toBe(code)
  })
})

describe("messages.delete", () => {
  it("answers for every message and leaves an empty place", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const { conversation_message_id: cmid } = await bot.send(peer, "лишнее", { keyboard: inline })
    const answer = await bot.call("messages.delete", { peer_id: peer, cmids: `${cmid},555`, delete_for_all: 1 })
    expect(answer.response).toEqual([
      { peer_id: peer, message_id: 0, conversation_message_id: cmid, response: 1 },
      { peer_id: peer, message_id: 0, conversation_message_id: 555, response: 0 }
    ])
    expect(sandbox.control.messages(peer).items.at(-1)).toMatchObject({ deleted: true, text: "", keyboard: null })
  })

  it("is not there any more when who made the chat deleted it, and others may not", async () => {
    const { anya, boris, bot, peer, sandbox } = await teamOf()
    const { conversation_message_id: cmid } = await bot.send(peer, "Стол")
    expect(() => sandbox.control.deleteMessage(peer, cmid, boris)).toThrow("is not of person")
    sandbox.control.deleteMessage(peer, cmid, anya)
    expect(await bot.call("messages.edit", { peer_id: peer, cmid, message: "Стол: Аня" })).toMatchObject({
      error: { error_code: 100 }
    })
  })

  it("cannot delete a person's message without being an administrator", async () => {
    const { anya, bot, peer, sandbox } = await teamOf({}, { admin: false })
    const { conversation_message_id } = sandbox.control.writeMessage(peer, { from_id: anya, text: "моё" })
    const answer = await bot.call("messages.delete", { peer_id: peer, cmids: conversation_message_id })
    expect(answer.response).toMatchObject([{ response: 0, error: { code: 924 } }])
  })
})
