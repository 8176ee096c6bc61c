import { readdirSync } from "node:fs"
import { dirname } from "node:path"
import { describe, expect, it } from "vitest"
import type { Sandbox } from "../../src/sandbox.ts"
import { keepState } from "../../src/state/keep-state.ts"
import { stateFileOf } from "../fixtures/state-folder.ts"
import {
  botOf,
  button,
  control,
  type Json,
  somePeople,
  pollerOf,
  sandboxOf,
  type Team,
  teamOf,
  textButton
} from "../sandbox-client.ts"

/** One pixel. */
const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64"
)

const keptTeam = async (): Promise<Team & { again: () => Promise<Sandbox> }> => {
  const stateFile = stateFileOf()
  const team = await teamOf({ stateFile })
  const again = async (): Promise<Sandbox> => {
    await team.sandbox.close()
    return sandboxOf({ stateFile })
  }
  return { ...team, again }
}

const updatesOf = (polled: { readonly updates: ReadonlyArray<{ readonly object: Json }> }) =>
  polled.updates.map(({ object }) => object["message"] as Json).map((message) => message["text"])

describe("a sandbox with a state file, closed and started again", () => {
  it("shows the same conversations, people and messages with their edits, buttons and snackbars", async () => {
    const { again, anya, boris, bot, peer, sandbox } = await keptTeam()
    const asked = sandbox.control.writeMessage(peer, { from_id: anya, text: "Начать игру" })
    const keyboard = { inline: true, buttons: [[button("Я играю")]] }
    const { conversation_message_id: cmid } = await bot.send(peer, "Кто играет?", { keyboard })
    await bot.send(peer, "Меню", { keyboard: { buttons: [[textButton("Правила")]] } })
    await bot.call("messages.edit", { peer_id: peer, cmid, message: "Играет Аня", keyboard })
    const gone = await bot.send(peer, "лишнее")
    await bot.call("messages.delete", { peer_id: peer, cmids: gone.conversation_message_id, delete_for_all: 1 })
    const press = sandbox.control.pressButton(peer, {
      from_id: boris,
      conversation_message_id: cmid,
      button: "Я играю"
    })
    const event_id = "event_id" in press ? press.event_id : ""
    const answer = { event_id, user_id: boris, peer_id: peer, event_data: { type: "show_snackbar", text: "Готово" } }
    await bot.call("messages.sendMessageEventAnswer", answer)
    sandbox.control.writeMessage(peer, { from_id: boris, reply_to: asked.conversation_message_id, text: "И я" })
    sandbox.control.writeMessage(anya, { from_id: anya, text: "Лично" })
    sandbox.control.changeConversation(peer, { title: "Другое имя", admin: false })
    sandbox.control.changeMembers(peer, { remove: boris })
    const before = [sandbox.control.listConversations(), sandbox.control.messages(peer), sandbox.control.messages(anya)]
    const { bot_online: _before, ...counted } = sandbox.control.stats()

    const restarted = (await again()).control
    expect([restarted.listConversations(), restarted.messages(peer), restarted.messages(anya)]).toEqual(before)
    expect(restarted.messages(peer)).toMatchObject({ keyboard: { buttons: [[{ action: { label: "Правила" } }]] } })
    expect(restarted.messages(peer).snackbars).toMatchObject([{ text: "Готово" }])
    expect(restarted.stats()).toMatchObject(counted)
  })

  it("goes on counting where it stopped", async () => {
    const { again, anya, peer, sandbox } = await keptTeam()
    const { conversation_message_id: last } = sandbox.control.writeMessage(peer, { from_id: anya, text: "раз" })
    sandbox.control.writeMessage(anya, { from_id: anya, text: "лично" })
    const first = sandbox.control.stats().events
    const restarted = await again()
    const next = restarted.control.writeMessage(peer, { from_id: anya, text: "два" })
    expect(next.conversation_message_id).toBe(last + 1)
    expect(restarted.control.createConversation({ title: "Ещё одна", members: somePeople })).toMatchObject({
      peer_id: peer + 1,
      members: [{ id: 3 }, { id: 4 }]
    })
    expect(await botOf(restarted).send(anya, "ответ")).toMatchObject({ message_id: 2 })
    expect(restarted.control.stats().events).toBeGreaterThan(first)
  })

  it("still drops a repeated random_id", async () => {
    const { again, bot, peer } = await keptTeam()
    const { conversation_message_id: cmid } = await bot.send(peer, "один раз", { random_id: 77 })
    const restarted = await again()
    expect(await botOf(restarted).send(peer, "один раз", { random_id: 77 })).toMatchObject({
      conversation_message_id: cmid
    })
    expect(restarted.control.messages(peer).last_conversation_message_id).toBe(cmid)
  })

  it("takes the answer to a press that was open, once", async () => {
    const { again, anya, bot, peer, sandbox } = await keptTeam()
    await bot.send(peer, "Меню", { keyboard: { buttons: [[button("Я играю")]] } })
    const press = sandbox.control.pressButton(peer, { from_id: anya, button: "Я играю" })
    const answer = { ...press, user_id: anya, peer_id: peer }
    const after = botOf(await again())
    expect(await after.call("messages.sendMessageEventAnswer", answer)).toEqual({ response: 1 })
    expect(await after.call("messages.sendMessageEventAnswer", answer)).toMatchObject({ error: { error_code: 100 } })
  })

  it("gives a bot that kept its ts a new key and every event it has missed", async () => {
    const { again, anya, peer, sandbox } = await keptTeam()
    const before = await pollerOf(sandbox)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "слышал" })
    const { ts } = await before.poll()
    sandbox.control.writeMessage(peer, { from_id: anya, text: "не слышал" })
    const restarted = await again()
    restarted.control.writeMessage(peer, { from_id: anya, text: "и это" })
    const after = await pollerOf(restarted)
    expect(await after.poll({ key: before.key, ts })).toEqual({ failed: 2 })
    expect(updatesOf(await after.poll({ ts }))).toEqual(["не слышал", "и это"])
  })

  it("keeps pictures, what Long Poll is told and the Callback servers", async () => {
    const { again, bot, peer, sandbox } = await keptTeam()
    const form = new FormData()
    form.set("photo", new File([png], "card.png"))
    const uploaded = (await (
      await fetch(`${sandbox.url}/upload/photo`, { method: "POST", body: form })
    ).json()) as object
    const { response } = await bot.call<ReadonlyArray<{ id: number; access_key: string }>>(
      "photos.saveMessagesPhoto",
      uploaded
    )
    const [photo] = response
    const attachment = `photo-1_${photo?.id}_${photo?.access_key}`
    await bot.call("groups.setLongPollSettings", { group_id: 1, message_event: 0 })
    await bot.call("groups.addCallbackServer", { group_id: 1, url: "http://127.0.0.1:1/", title: "наш" })

    const restarted = await again()
    const after = botOf(restarted)
    expect(await after.send(peer, "", { attachment })).not.toHaveProperty("error")
    const bytes = await (await fetch(`${restarted.url}/sandbox/photos/${photo?.id}`)).arrayBuffer()
    expect(Buffer.from(bytes)).toEqual(png)
    expect(await after.call("groups.getLongPollSettings", { group_id: 1 })).toMatchObject({
      response: { events: { message_new: 1, message_event: 0 } }
    })
    expect(await after.call("groups.getCallbackServers", { group_id: 1 })).toMatchObject({
      response: { count: 1, items: [{ title: "наш" }] }
    })
  })

  it("creates no conversations for demonstration beside those that are there", async () => {
    const stateFile = stateFileOf()
    await (await sandboxOf({ stateFile, seedConversations: true })).close()
    const { control } = await sandboxOf({ stateFile, seedConversations: true })
    expect(control.listConversations().total).toBe(2)
  })
})

describe("a state file", () => {
  it("has no writer unless it was asked for", () => {
    expect(keepState({ groupId: 1, token: "", clock: Date }, null, () => {}).writer).toBeUndefined()
  })

  it("holds what was answered before the answer has left", async () => {
    const stateFile = stateFileOf()
    const { anya, peer, sandbox } = await teamOf({ stateFile })
    const first = await pollerOf(sandbox)
    await control(sandbox, "POST", `/conversations/${peer}/messages`, { from_id: anya, text: "на диске" })
    // The first one is neither closed nor asked to write.
    const copy = await sandboxOf({ stateFile })
    expect(copy.control.messages(peer).items.at(-1)).toMatchObject({ text: "на диске" })
    expect(updatesOf(await (await pollerOf(copy)).poll({ ts: first.ts }))).toEqual(["на диске"])
  })

  it("lies alone in its folder while there are no pictures", async () => {
    const stateFile = stateFileOf()
    const { anya, peer, sandbox } = await teamOf({ stateFile })
    await control(sandbox, "POST", `/conversations/${peer}/messages`, { from_id: anya, text: "раз" })
    expect(readdirSync(dirname(stateFile))).toEqual(["sandbox.json"])
  })
})
