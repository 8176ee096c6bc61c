import { describe, expect, it } from "vitest"
import { fakeClock, teamOf } from "../sandbox-client.ts"

describe("messages.send", () => {
  it("answers 0 when one chat is named by peer_id", async () => {
    const { bot, peer, sandbox } = await teamOf()
    expect(await bot.call("messages.send", { peer_id: peer, random_id: 1, message: "Привет" })).toEqual({ response: 0 })
    expect(sandbox.control.messages(peer).items.at(-1)).toMatchObject({ from_id: -1, text: "Привет" })
  })

  it("answers with the message's number in the conversation when peers are a list", async () => {
    const { bot, peer } = await teamOf()
    const first = await bot.send(peer, "раз")
    const second = await bot.send(peer, "два")
    expect(first).toEqual({ peer_id: peer, message_id: 0, conversation_message_id: 3 })
    expect(second.conversation_message_id).toBe(4)
  })

  it("names a chat by chat_id too", async () => {
    const { bot, peer, sandbox } = await teamOf()
    await bot.call("messages.send", { chat_id: 1, random_id: 1, message: "Привет" })
    expect(sandbox.control.messages(peer).items.at(-1)?.text).toBe("Привет")
  })

  it("puts a peer's refusal into that peer's item and sends to the others", async () => {
    const { anya, bot, peer } = await teamOf()
    const answer = await bot.call("messages.send", {
      peer_ids: `${anya},${peer},2000000777`,
      random_id: 1,
      message: "Привет"
    })
    expect(answer.response).toMatchObject([
      { peer_id: anya, message_id: 0, error: { code: 901 } },
      { peer_id: peer, conversation_message_id: 3 },
      { peer_id: 2_000_000_777, error: { code: 917, description: "You don't have access to this chat" } }
    ])
  })

  it("refuses one unreachable peer as a whole", async () => {
    const { bot } = await teamOf()
    const answer = await bot.call("messages.send", { peer_id: 2_000_000_777, random_id: 1, message: "Привет" })
    expect(answer).toMatchObject({ error: { error_code: 917 } })
  })

  it("cannot write where the bot was excluded", async () => {
    const { bot, peer, sandbox } = await teamOf()
    sandbox.control.changeMembers(peer, { remove: -1 })
    expect(await bot.send(peer, "Привет")).toMatchObject({ error: { code: 917 } })
  })

  it("writes to a person with a real id once the person has written", async () => {
    const { anya, bot, sandbox } = await teamOf()
    sandbox.control.writeMessage(anya, { from_id: anya, text: "Здравствуйте" })
    const answer = await bot.call("messages.send", { peer_id: anya, random_id: 1, message: "Привет" })
    expect(answer.response).toBeGreaterThan(0)
  })

  it.each([
    ["no random_id", { random_id: undefined }, 100, "random_id is a required parameter"],
    ["a random_id that is not a number", { random_id: "x" }, 100, "random_id should be integer"],
    [
      "no addressee",
      { peer_ids: undefined },
      100,
      "you should specify peer_id, user_id, domain, chat_id or user_ids param"
    ],
    ["an empty text", { message: "  " }, 100, "message is empty"],
    ["4097 characters", { message: "ы".repeat(4097) }, 914, "Message is too long"],
    ["101 peers", { peer_ids: Array.from({ length: 101 }, (_, i) => i + 1).join(",") }, 100, "no more than 100"],
    ["a keyboard of broken JSON", { keyboard: "{" }, 100, "keyboard contains incorrect JSON"],
    ["reply_to in a chat", { reply_to: 5 }, 100, "reply_to have to be message from same chat"],
    ["a carousel beside a keyboard", { template: "{}", keyboard: { buttons: [] } }, 100, "Only template or keyboard"],
    ["an attachment nobody uploaded", { attachment: "photo-1_5" }, 100, "attachment is incorrect"]
  ])("refuses %s", async (_case, change, code, text) => {
    const { bot, peer, sandbox } = await teamOf()
    const before = sandbox.control.messages(peer).items.length
    const answer = await bot.call("messages.send", { peer_ids: peer, random_id: 1, message: "Привет", ...change })
    expect(answer.error?.error_code).toBe(code)
    expect(answer.error?.error_msg).toContain(text)
    expect(sandbox.control.messages(peer).items).toHaveLength(before)
  })

  it("takes exactly 4096 characters", async () => {
    const { bot, peer } = await teamOf()
    expect(await bot.send(peer, "ы".repeat(4096))).not.toHaveProperty("error")
  })

  it("answers a message by forward, the form chats take", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const { conversation_message_id } = sandbox.control.writeMessage(peer, { from_id: anya, text: "Париж" })
    const forward = { peer_id: peer, conversation_message_ids: [conversation_message_id], is_reply: 1 }
    await bot.send(peer, "Верно!", { forward })
    expect(sandbox.control.messages(peer).items.at(-1)?.reply_to).toBe(conversation_message_id)
  })

  it("turns @id1 (Имя) into a mention", async () => {
    const { bot, peer, sandbox } = await teamOf()
    await bot.send(peer, "Ход за @id1 (Аней), а почта a@b.ru не тронута")
    expect(sandbox.control.messages(peer).items.at(-1)?.text).toBe("Ход за [id1|Аней], а почта a@b.ru не тронута")
  })

  it("refuses a person more messages than an hour allows", async () => {
    const clock = fakeClock()
    const { anya, bot, sandbox } = await teamOf({ clock })
    sandbox.control.setFaults({ rateLimit: false, floodPerHour: 3 })
    sandbox.control.writeMessage(anya, { from_id: anya, text: "Здравствуйте" })
    for (let n = 0; n < 3; n++) expect(await bot.send(anya, "Привет")).not.toHaveProperty("error")
    expect(await bot.call("messages.send", { peer_id: anya, random_id: 0, message: "Привет" })).toMatchObject({
      error: { error_code: 9, error_msg: "Flood control: too much messages sent to user" }
    })
    clock.advance(3_600_000)
    expect(await bot.send(anya, "Привет")).not.toHaveProperty("error")
  })
})

describe("a repeated random_id", () => {
  it("gives the first message again instead of a second one", async () => {
    const { bot, peer, sandbox } = await teamOf()
    const first = await bot.send(peer, "Вопрос", { random_id: 77 })
    expect(await bot.send(peer, "Вопрос", { random_id: 77 })).toEqual(first)
    expect(sandbox.control.stats().duplicates_dropped).toBe(1)
    expect(sandbox.control.messages(peer).items.filter(({ text }) => text === "Вопрос")).toHaveLength(1)
  })

  it("is no repetition in another dialog, and 0 never is", async () => {
    const { anya, bot, boris, peer, sandbox } = await teamOf()
    const other = sandbox.control.createConversation({ title: "Другая", members: [anya, boris] }).peer_id
    await bot.send(peer, "Вопрос", { random_id: 77 })
    await bot.send(other, "Вопрос", { random_id: 77 })
    await bot.send(peer, "Ноль", { random_id: 0 })
    await bot.send(peer, "Ноль", { random_id: 0 })
    expect(sandbox.control.stats().duplicates_dropped).toBe(0)
    expect(sandbox.control.messages(peer).items).toHaveLength(5)
  })

  it("is forgotten after an hour", async () => {
    const clock = fakeClock()
    const { bot, peer } = await teamOf({ clock })
    const first = await bot.send(peer, "Вопрос", { random_id: 77 })
    clock.advance(3_599_999)
    expect(await bot.send(peer, "Вопрос", { random_id: 77 })).toEqual(first)
    clock.advance(1)
    expect(await bot.send(peer, "Вопрос", { random_id: 77 })).not.toEqual(first)
  })

  it("is forgotten a hundred messages later", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const first = await bot.send(peer, "Вопрос", { random_id: 77 })
    for (let n = 0; n < 99; n++) sandbox.control.writeMessage(peer, { from_id: anya, text: "шум" })
    expect(await bot.send(peer, "Вопрос", { random_id: 77 })).toEqual(first)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "шум" })
    expect(await bot.send(peer, "Вопрос", { random_id: 77 })).not.toEqual(first)
  })
})
