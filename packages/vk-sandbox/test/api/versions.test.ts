import { describe, expect, it } from "vitest"
import { pollerOf, teamOf } from "../sandbox-client.ts"

describe("an older version", () => {
  it("gets communities as a bare list", async () => {
    const { bot } = await teamOf()
    expect((await bot.call("groups.getById", { v: "5.103" })).response).toMatchObject([{ id: 1 }])
    expect((await bot.call("groups.getById")).response).toMatchObject({ groups: [{ id: 1 }], profiles: [] })
  })

  it("gets what was deleted as a map", async () => {
    const { bot, peer } = await teamOf()
    const { conversation_message_id: cmid } = await bot.send(peer, "Лишнее")
    const cmids = `${cmid},99`
    expect((await bot.call("messages.delete", { peer_id: peer, cmids, v: "5.131" })).response).toEqual({
      [cmid]: 1,
      99: 0
    })
  })

  it("gets the message of an event bare", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const poller = await pollerOf(sandbox)
    await bot.call("groups.setLongPollSettings", { group_id: 1, api_version: "5.100" })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Привет" })
    expect((await poller.poll()).updates).toMatchObject([{ v: "5.100", object: { text: "Привет", peer_id: peer } }])
    expect((await bot.call("groups.getLongPollSettings", { group_id: 1 })).response).toMatchObject({
      api_version: "5.100"
    })
  })
})

describe("a request", () => {
  it("that does not say what it sends is read as a form", async () => {
    const { sandbox } = await teamOf()
    const body = new TextEncoder().encode(`access_token=${sandbox.token}&v=5.199`)
    const answer = await fetch(`${sandbox.apiUrl}utils.getServerTime`, { method: "POST", body })
    expect(await answer.json()).toMatchObject({ response: expect.any(Number) })
  })

  it.each(["apps.get", "wall.get", "friends.get", "newsfeed.get"])("for %s is not for communities", async (method) => {
    expect(await (await teamOf()).bot.call(method)).toMatchObject({ error: { error_code: 27 } })
  })
})
