import { describe, expect, it } from "vitest"
import { somePeople, sandboxOf, botOf, teamOf } from "../sandbox-client.ts"

describe("messages.getConversationMembers", () => {
  it("lists the people and the bot, with the owner's rights and everybody's names", async () => {
    const { anya, bot, boris, peer } = await teamOf()
    const { response } = await bot.call("messages.getConversationMembers", { peer_id: peer })
    expect(response).toMatchObject({
      count: 3,
      items: [{ member_id: anya, is_owner: true, is_admin: true }, { member_id: boris }, { member_id: -1 }],
      profiles: [
        { id: anya, ...somePeople[0] },
        { id: boris, ...somePeople[1] }
      ],
      groups: [{ id: 1 }]
    })
  })

  it("gives 20 people unless asked for more, from an offset", async () => {
    const sandbox = await sandboxOf()
    const members = Array.from({ length: 30 }, (_, n) => ({ first_name: `Игрок${n}`, last_name: "" }))
    const { peer_id } = sandbox.control.createConversation({ title: "Толпа", members })
    const ask = async (more: object) =>
      (await botOf(sandbox).call<{ items: object[] }>("messages.getConversationMembers", { peer_id, ...more })).response
    expect((await ask({})).items).toHaveLength(20)
    expect((await ask({ count: 1000 })).items).toHaveLength(31)
    expect((await ask({ offset: 25 })).items).toHaveLength(6)
  })

  it("is refused to a bot that is no administrator, and for an impossible count", async () => {
    const { bot, peer } = await teamOf({}, { admin: false })
    const call = (params: object) => bot.call("messages.getConversationMembers", params)
    expect(await call({ peer_id: peer })).toMatchObject({ error: { error_code: 917 } })
    const admin = await teamOf()
    const asked = { peer_id: admin.peer, count: 1001 }
    expect(await admin.bot.call("messages.getConversationMembers", asked)).toMatchObject({ error: { error_code: 100 } })
  })
})

describe("messages.getConversationsById", () => {
  it("shows the title and how many are in the chat", async () => {
    const { bot, peer } = await teamOf()
    const { response } = await bot.call("messages.getConversationsById", { peer_ids: peer })
    expect(response).toMatchObject({
      count: 1,
      items: [{ peer: { id: peer, type: "chat", local_id: 1 }, chat_settings: { title: "Команда", members_count: 3 } }]
    })
  })

  it("is silently empty for a bot that is no administrator", async () => {
    const { bot, peer } = await teamOf({}, { admin: false })
    const { response } = await bot.call("messages.getConversationsById", { peer_ids: peer })
    expect(response).toEqual({ count: 0, items: [] })
  })
})

const ids = (count: number) => Array.from({ length: count }, (_, n) => n + 1).join(",")

describe("users.get", () => {
  it("names the people it knows and passes over the others", async () => {
    const { anya, bot, boris } = await teamOf()
    const { response } = await bot.call("users.get", { user_ids: `id${anya},${boris},999` })
    expect(response).toMatchObject([
      { id: anya, first_name: "Аня" },
      { id: boris, last_name: "Лебедев" }
    ])
  })

  it("takes a thousand ids and not one more", async () => {
    const { bot } = await teamOf()
    expect((await bot.call("users.get", { user_ids: ids(1000) })).response).toHaveLength(2)
    expect(await bot.call("users.get", { user_ids: ids(1001) })).toMatchObject({ error: { error_code: 100 } })
  })
})

describe("the community", () => {
  it("tells who it is and what its token may", async () => {
    const { bot } = await teamOf({ groupId: 42 })
    expect(await bot.call("groups.getById")).toMatchObject({
      response: { groups: [{ id: 42, screen_name: "club42" }] }
    })
    const { response } = await bot.call<{ permissions: { name: string }[] }>("groups.getTokenPermissions")
    expect(response.permissions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["messages", "manage", "photos"])
    )
  })

  it("gives no Long Poll server while Long Poll is off", async () => {
    const { bot } = await teamOf()
    await bot.call("groups.setLongPollSettings", { group_id: 1, enabled: 0 })
    expect(await bot.call("groups.getLongPollServer", { group_id: 1 })).toMatchObject({ error: { error_code: 100 } })
    await bot.call("groups.setLongPollSettings", { group_id: 1, enabled: 1 })
    expect(await bot.call("groups.getLongPollServer", { group_id: 1 })).toHaveProperty("response.server")
  })
})
