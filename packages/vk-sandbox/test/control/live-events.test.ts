import { describe, expect, it } from "vitest"
import { button, type Json, teamOf, until } from "../sandbox-client.ts"

/** Reads server-sent events into a list until it is told to stop. */
const listen = async (url: string) => {
  const stop = new AbortController()
  const response = await fetch(url, { signal: stop.signal })
  const seen: Array<{ type: string; data: Json }> = []
  const read = async () => {
    let rest = ""
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const parts = (rest + chunk).split("\n\n")
      rest = parts.pop() ?? ""
      for (const part of parts) {
        const [, type, data] = /^event: (\w+)\ndata: (.*)$/s.exec(part) ?? []
        if (type !== undefined && data !== undefined) seen.push({ type, data: JSON.parse(data) })
      }
    }
  }
  const done = read().catch(() => {})
  return { seen, response, done, stop: () => stop.abort() }
}

describe("the live events of a conversation", () => {
  it("tell of messages, edits, deletions, keyboards, snackbars and answers as they happen", async () => {
    const { anya, bot, peer, sandbox } = await teamOf()
    const live = await listen(`${sandbox.url}/sandbox/conversations/${peer}/events`)
    expect(live.response.headers.get("content-type")).toContain("text/event-stream")
    const inline = { inline: true, buttons: [[button("Да")]] }
    const { conversation_message_id: cmid } = await bot.send(peer, "Готовы?", { keyboard: inline })
    await bot.call("messages.edit", { peer_id: peer, cmid, message: "Готовы!", keyboard: inline })
    const pressed = sandbox.control.pressButton(peer, { from_id: anya, conversation_message_id: cmid, button: "Да" })
    const event_data = { type: "show_snackbar", text: "Есть" }
    await bot.call("messages.sendMessageEventAnswer", { ...pressed, user_id: anya, peer_id: peer, event_data })
    await bot.send(peer, "Меню", { keyboard: { buttons: [[button("Счёт")]] } })
    await bot.call("messages.delete", { peer_id: peer, cmids: cmid })
    await until(() => live.seen.find(({ type }) => type === "delete"), "the deletion")
    expect(live.seen.map(({ type }) => type)).toEqual([
      "message",
      "edit",
      "snackbar",
      "answer",
      "message",
      "keyboard",
      "delete"
    ])
    expect(live.seen[1]?.data).toMatchObject({ peer_id: peer, message: { text: "Готовы!" } })
    expect(live.seen[2]?.data).toMatchObject({ snackbar: { user_id: anya, text: "Есть" } })
    live.stop()
  })

  it("keep quiet about other conversations", async () => {
    const { anya, bot, boris, peer, sandbox } = await teamOf()
    const other = sandbox.control.createConversation({ title: "Другая", members: [anya, boris] }).peer_id
    const live = await listen(`${sandbox.url}/sandbox/conversations/${peer}/events`)
    await bot.send(other, "не сюда")
    await bot.send(peer, "сюда")
    await until(() => live.seen[0], "the first event")
    expect(live.seen).toMatchObject([{ type: "message", data: { message: { text: "сюда" } } }])
    live.stop()
  })

  it("end when the sandbox closes", async () => {
    const { peer, sandbox } = await teamOf()
    const live = await listen(`${sandbox.url}/sandbox/conversations/${peer}/events`)
    await sandbox.close()
    await live.done
    expect(live.seen).toEqual([])
  })

  it("of a page carry the open conversations whole and a digest of all", async () => {
    const { anya, bot, boris, peer, sandbox } = await teamOf()
    const other = sandbox.control.createConversation({ title: "Другая", members: [anya, boris] }).peer_id
    const live = await listen(`${sandbox.url}/sandbox/events?peer_ids=${peer}`)
    await bot.send(peer, "сюда")
    await bot.send(other, "и туда")
    const digest = await until(() => live.seen.find(({ type }) => type === "digest"), "the digest")
    expect(digest.data).toMatchObject({
      items: [{ peer_id: peer }, { peer_id: other, last_message: { text: "и туда" } }]
    })
    expect(live.seen.filter(({ type }) => type === "message")).toMatchObject([{ data: { message: { text: "сюда" } } }])
    live.stop()
  })
})
