import { describe, expect, it } from "vitest"
import { fakeClock, pollerOf, teamOf, until } from "../sandbox-client.ts"

describe("the Long Poll server", () => {
  it("gives a full address, a key and a counter written as a string", async () => {
    const { sandbox } = await teamOf()
    const server = await pollerOf(sandbox)
    expect(server.server).toBe(`${sandbox.url}/whp/1`)
    expect(server.ts).toMatch(/^\d+$/)
    expect(server.key).toMatch(/^[0-9a-f]{40}$/)
  })

  it("answers an empty list and the same counter when nothing happens in the wait", async () => {
    const { sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    expect(await poll()).toEqual({ ts, updates: [] })
  })

  it("adds one to the counter for every event", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    for (const text of ["раз", "два", "три"]) sandbox.control.writeMessage(peer, { from_id: anya, text })
    const answer = await poll()
    expect(answer.ts).toBe(String(Number(ts) + 3))
    expect(answer.updates).toHaveLength(3)
  })

  it("holds the request until something happens", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    const held = poll({ wait: 60 })
    await until(() => sandbox.control.stats().bot_online || undefined, "the poll")
    sandbox.control.writeMessage(peer, { from_id: anya, text: "наконец" })
    expect((await held).updates).toMatchObject([{ type: "message_new", object: { message: { text: "наконец" } } }])
  })

  it("gives the same events again to who asks with the old counter, also after a new key request", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "раз" })
    const first = await poll({ ts })
    const restarted = await pollerOf(sandbox)
    expect(await restarted.poll({ ts })).toEqual(first)
  })

  it("answers failed 2 to a wrong key", async () => {
    const { sandbox } = await teamOf()
    expect(await (await pollerOf(sandbox)).poll({ key: "wrong" })).toEqual({ failed: 2 })
  })

  it("answers failed 2 to an expired key; a new key with the old counter loses nothing", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "раз" })
    sandbox.control.setFaults({ expireKey: true })
    expect(await poll()).toEqual({ failed: 2 })
    const renewed = await pollerOf(sandbox)
    expect((await renewed.poll({ ts })).updates).toHaveLength(1)
  })

  it("answers failed 1 with a number when the counter is ahead of the community's", async () => {
    const { sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    expect(await poll({ ts: Number(ts) + 1 })).toEqual({ failed: 1, ts: Number(ts) })
    expect(await poll({ ts: "вчера" })).toEqual({ failed: 1, ts: Number(ts) })
  })

  it("answers failed 1 when events are gone because there were too many of them", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    sandbox.control.setFaults({ retention: { count: 2 } })
    for (const text of ["раз", "два", "три"]) sandbox.control.writeMessage(peer, { from_id: anya, text })
    expect(await poll({ ts })).toEqual({ failed: 1, ts: Number(ts) + 3 })
    expect((await poll({ ts: Number(ts) + 1 })).updates).toHaveLength(2)
  })

  it("answers failed 1 when events are gone because they are too old", async () => {
    const clock = fakeClock()
    const { anya, peer, sandbox } = await teamOf({ clock })
    const { poll, ts } = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "раз" })
    clock.advance(3_600_000)
    expect(await poll({ ts })).toEqual({ failed: 1, ts: Number(ts) + 1 })
  })

  it("answers failed 1 once when the counter is said to be stale", async () => {
    const { sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    sandbox.control.setFaults({ staleTs: true })
    expect(await poll()).toEqual({ failed: 1, ts: Number(ts) })
    expect(await poll()).toEqual({ ts, updates: [] })
  })

  it("answers failed 3 once when information is lost; then key and counter are new and the events are gone", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { key, poll, ts } = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "пропало" })
    sandbox.control.setFaults({ loseHistory: true })
    expect(await poll()).toEqual({ failed: 3 })
    const renewed = await pollerOf(sandbox)
    expect(renewed.key).not.toBe(key)
    expect(Number(renewed.ts)).toBe(Number(ts) + 1)
    expect(await renewed.poll()).toEqual({ ts: renewed.ts, updates: [] })
  })

  it("lets held requests go when the sandbox closes", async () => {
    const { sandbox } = await teamOf()
    const { poll, ts } = await pollerOf(sandbox)
    const held = poll({ wait: 90 })
    await until(() => sandbox.control.stats().bot_online || undefined, "the poll")
    await sandbox.close()
    expect(await held).toEqual({ ts, updates: [] })
  })

  it("carries on with what is left when one answer cannot hold all", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const { poll } = await pollerOf(sandbox)
    for (let n = 0; n < 1500; n++) sandbox.control.writeMessage(peer, { from_id: anya, text: String(n) })
    const sizes = [(await poll()).updates.length, (await poll()).updates.length, (await poll()).updates.length]
    expect(sizes).toEqual([1000, 500, 0])
  })
})
