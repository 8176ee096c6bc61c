import { Agent } from "node:http"
import { describe, expect, it, onTestFinished } from "vitest"
import { Keyboard, type MessageContext, type MessageEventContext, VK } from "vk-io"
import type { Sandbox } from "../../src/sandbox.ts"
import { teamOf, until } from "../sandbox-client.ts"

/** vk-io's own agent speaks only https, and its types want no other. */
const plainHttp: object = { agent: new Agent() }

/** vk-io, a client written by others, pointed at the sandbox by its address alone. */
const vkIo = (sandbox: Sandbox, more: object = {}): VK =>
  new VK({
    token: sandbox.token,
    apiBaseUrl: `${sandbox.url}/method`,
    pollingGroupId: sandbox.groupId,
    apiLimit: 20,
    ...plainHttp,
    ...more
  })

const polling = async (vk: VK): Promise<void> => {
  await vk.updates.startPolling()
  onTestFinished(() => vk.updates.stop())
}

describe("vk-io", () => {
  it("hears a message and answers it", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const vk = vkIo(sandbox)
    vk.updates.on("message_new", async (context: MessageContext) => {
      if (context.text === "/привет") await context.send("И вам привет!")
    })
    await polling(vk)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "/привет" })
    const answer = await until(() => sandbox.control.messages(peer, 3).items[0], "the answer")
    expect(answer).toMatchObject({ from_id: -1, text: "И вам привет!" })
  })

  it("sees who was invited", async () => {
    const { peer, sandbox } = await teamOf()
    const vk = vkIo(sandbox)
    const seen: unknown[] = []
    vk.updates.on("chat_invite_user", (context: MessageContext) => {
      seen.push([context.isChat, context.isEvent, context.eventType, context.eventMemberId])
    })
    await polling(vk)
    const [vera] = sandbox.control.changeMembers(peer, { add: { first_name: "Вера", last_name: "" } }).members
    await until(() => (seen.length > 0 ? seen : undefined), "the event")
    expect(seen).toEqual([[true, true, "chat_invite_user", vera?.id]])
  })

  it("sends a keyboard it built, hears the press, shows a snackbar and edits the message", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const vk = vkIo(sandbox)
    const payloads: unknown[] = []
    vk.updates.on("message_new", async (context: MessageContext) => {
      const keyboard = Keyboard.builder()
        .callbackButton({ label: "Я играю", payload: { go: "join" }, color: Keyboard.POSITIVE_COLOR })
        .inline()
      await context.send("Кто играет?", { keyboard })
    })
    vk.updates.on("message_event", async (context: MessageEventContext) => {
      payloads.push(context.eventPayload)
      await context.answer({ type: "show_snackbar", text: "Записал!" })
      const { conversationMessageId: conversation_message_id, peerId: peer_id } = context
      await vk.api.messages.edit({ peer_id, conversation_message_id, message: "Играет Аня" })
    })
    await polling(vk)
    sandbox.control.writeMessage(peer, { from_id: anya, text: "/начать" })
    const question = await until(() => sandbox.control.messages(peer, 3).items[0], "the question")
    const { conversation_message_id } = question
    sandbox.control.pressButton(peer, { from_id: anya, conversation_message_id, button: "Я играю" })
    const edited = await until(
      () => sandbox.control.messages(peer, 3).items.find(({ edited_at }) => edited_at !== null),
      "the edit"
    )
    expect(edited).toMatchObject({ text: "Играет Аня", keyboard: null })
    expect(payloads).toEqual([{ go: "join" }])
    expect(sandbox.control.messages(peer).snackbars).toMatchObject([{ user_id: anya, text: "Записал!" }])
  })

  it("packs calls into execute and gets each one's own result", async () => {
    const { anya, boris, peer, sandbox } = await teamOf()
    const vk = vkIo(sandbox, { apiMode: "parallel", apiExecuteMethods: ["messages.send", "users.get"] })
    const [sent, users, refused] = await Promise.allSettled([
      vk.api.messages.send({ peer_ids: [peer], random_id: 1, message: 'Кавычки " и\nстроки' }),
      vk.api.users.get({ user_ids: [anya, boris] }),
      vk.api.messages.send({ peer_id: 2_000_000_777, random_id: 1, message: "Некуда" })
    ])
    expect(sent).toMatchObject({ value: [{ peer_id: peer, conversation_message_id: 3 }] })
    expect(users).toMatchObject({ value: [{ first_name: "Аня" }, { first_name: "Борис" }] })
    expect(refused).toMatchObject({ reason: { code: 917 } })
    expect(sandbox.control.stats().calls["execute"]).toBe(1)
    expect(sandbox.control.messages(peer).items.at(-1)?.text).toBe('Кавычки " и\nстроки')
  })

  it("uploads a picture", async () => {
    const { peer, sandbox } = await teamOf()
    const vk = vkIo(sandbox)
    const attachment = await vk.upload.messagePhoto({
      peer_id: peer,
      source: { value: Buffer.from("picture"), filename: "card.png", contentType: "image/png" }
    })
    await vk.api.messages.send({ peer_ids: [peer], random_id: 0, attachment: String(attachment) })
    expect(sandbox.control.messages(peer).items.at(-1)?.attachments).toMatchObject([{ type: "photo" }])
  })

  it("recovers by itself when its key expires", async () => {
    const { anya, peer, sandbox } = await teamOf()
    const vk = vkIo(sandbox)
    const seen: unknown[] = []
    vk.updates.on("message_new", (context: MessageContext) => seen.push(context.text))
    await polling(vk)
    await until(() => sandbox.control.stats().bot_online || undefined, "the poll")
    const asked = () => sandbox.control.stats().calls["groups.getLongPollServer"]
    sandbox.control.setFaults({ expireKey: true })
    await until(() => asked() === 2 || undefined, "the second request of a key")
    sandbox.control.writeMessage(peer, { from_id: anya, text: "/слышно?" })
    await until(() => seen.length > 0 || undefined, "the message")
    expect(seen).toEqual(["/слышно?"])
  })
})
