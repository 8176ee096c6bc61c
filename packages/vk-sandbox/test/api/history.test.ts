import { describe, expect, it } from "vitest"
import { type Bot, type Team, teamOf } from "../sandbox-client.ts"

interface History {
  readonly count: number
  readonly items: ReadonlyArray<{
    readonly text: string
    readonly out: number
    readonly conversation_message_id: number
  }>
}

/** Two service messages stand before. */
const talk = async (): Promise<Team> => {
  const team = await teamOf()
  for (const text of ["раз", "два"]) team.sandbox.control.writeMessage(team.peer, { from_id: team.anya, text })
  await team.bot.send(team.peer, "три")
  return team
}

const history = async (bot: Bot, params: object): Promise<History> =>
  (await bot.call<History>("messages.getHistory", params)).response

const textsOf = ({ items }: History): ReadonlyArray<string> => items.map(({ text }) => text)

describe("messages.getHistory", () => {
  it("gives the newest first, the bot's own among them", async () => {
    const { bot, peer } = await talk()
    const { count, items } = await history(bot, { peer_id: peer, count: 2 })
    expect(count).toBe(5)
    expect(items).toMatchObject([
      { text: "три", out: 1 },
      { text: "два", out: 0 }
    ])
  })

  it("goes on where it is asked to, in both directions", async () => {
    const { bot, peer } = await talk()
    expect(textsOf(await history(bot, { peer_id: peer, count: 1, offset: 1 }))).toEqual(["два"])
    expect(textsOf(await history(bot, { peer_id: peer, count: 2, rev: 1, offset: 2 }))).toEqual(["раз", "два"])
    expect(textsOf(await history(bot, { peer_id: peer, count: 2, start_message_id: 4 }))).toEqual(["два", "раз"])
  })

  it("leaves out what was deleted", async () => {
    const { anya, bot, peer, sandbox } = await talk()
    sandbox.control.deleteMessage(peer, 4, anya)
    expect(textsOf(await history(bot, { peer_id: peer, count: 2 }))).toEqual(["три", "раз"])
  })

  it("names the people on request", async () => {
    const { anya, bot, peer } = await talk()
    expect(await history(bot, { peer_id: peer, extended: 1 })).toMatchObject({
      profiles: [{ id: anya, first_name: "Аня" }],
      groups: [{ id: 1 }],
      conversations: [{ peer: { id: peer } }]
    })
  })

  it("refuses more than 200 at once, and a conversation that is not there", async () => {
    const { bot, peer } = await talk()
    expect(await bot.call("messages.getHistory", { peer_id: peer, count: 201 })).toMatchObject({
      error: { error_code: 100 }
    })
    expect(await bot.call("messages.getHistory", { peer_id: 2_000_000_777 })).toMatchObject({
      error: { error_code: 917 }
    })
  })
})

describe("messages.getById", () => {
  it("finds messages of a private dialog by their ids, those of a chat by their numbers", async () => {
    const { anya, bot, peer, sandbox } = await talk()
    sandbox.control.writeMessage(anya, { from_id: anya, text: "Лично" })
    const byId = await bot.call<History>("messages.getById", { message_ids: "1,0,99" })
    expect(textsOf(byId.response)).toEqual(["Лично"])
    const byNumber = await bot.call<History>("messages.getById", { peer_id: peer, cmids: "4,3" })
    expect(textsOf(byNumber.response)).toEqual(["два", "раз"])
  })
})

describe("messages.getConversations", () => {
  it("gives the liveliest first, those unread on request, without those the bot was put out of", async () => {
    const { anya, bot, peer, sandbox } = await talk()
    const other = sandbox.control.createConversation({ title: "Вторая", members: [anya] }).peer_id
    const gone = sandbox.control.createConversation({ title: "Третья", members: [anya] }).peer_id
    sandbox.control.changeMembers(gone, { remove: -1 })
    sandbox.control.writeMessage(other, { from_id: anya, text: "Последнее" })
    const list = async (params: object = {}) =>
      (
        await bot.call<{ items: ReadonlyArray<{ conversation: { peer: { id: number } } }> }>(
          "messages.getConversations",
          params
        )
      ).response.items.map(({ conversation }) => conversation.peer.id)
    expect((await list()).toSorted()).toEqual([peer, other].toSorted())
    await bot.call("messages.markAsRead", { peer_id: peer })
    expect(await list({ filter: "unread" })).toEqual([other])
  })
})
