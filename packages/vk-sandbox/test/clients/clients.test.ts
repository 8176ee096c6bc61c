/** Four clients that nobody here wrote, as they are on npm: what each can do, it can do here. */
import { createServer } from "node:net"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import type { MessageView } from "../../src/chat/message-view.ts"
import { type Team, teamOf, until } from "../sandbox-client.ts"
import { areInstalled, type BotProcess, startClient } from "./bot-process.ts"

const isWanted = (process.env["ZNATOKI_REQUIRE"] ?? "").split(",").includes("clients")

const patience = { forMs: 20_000 }

/** What the bot writes next after this person wrote. */
const ask = async ({ anya, peer, sandbox }: Team, bot: BotProcess, text: string): Promise<MessageView> => {
  const { conversation_message_id } = sandbox.control.writeMessage(peer, { from_id: anya, text })
  const answered = () =>
    sandbox.control.messages(peer, conversation_message_id).items.find(({ from_id }) => from_id < 0)
  return until(answered, `an answer to «${text}»`, { ...patience, because: bot.output })
}

const polled = async ({ sandbox }: Team, bot: BotProcess): Promise<void> => {
  await bot.says("ready")
  await until(() => sandbox.control.stats().bot_online || undefined, "the poll", patience)
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

describe.skipIf(!areInstalled && !isWanted)("clients (installed apart by `npm ci` in their folder)", () => {
  it(
    "node-vk-bot-api: echo, keyboards, a callback button, errors of execute, every failed of Long Poll",
    { timeout: 60_000 },
    async () => {
      const team = await teamOf()
      const { anya, peer, sandbox } = team
      const bot = startClient(sandbox, "node-vk-bot-api.cjs")
      await polled(team, bot)
      expect((await ask(team, bot, "/эхо Привет, «знатоки»!")).text).toBe("Привет, «знатоки»!")
      const menu = await ask(team, bot, "/кнопки")
      expect(menu.keyboard?.buttons.flat().map(({ action }) => action.label)).toEqual(["Да", "Нет"])
      const { conversation_message_id } = menu
      sandbox.control.pressButton(peer, { from_id: anya, conversation_message_id, button: "Да" })
      const shown = await until(() => sandbox.control.messages(peer).snackbars[0], "the snackbar", patience)
      expect(shown).toMatchObject({ user_id: anya, text: "Принято: yes" })
      expect((await ask(team, bot, "/ошибка")).text).toBe("ошибка 917")
      for (const fault of [{ staleTs: true }, { expireKey: true }, { loseHistory: true }]) {
        sandbox.control.setFaults(fault)
        // It takes its place in the queue anew, so what is written before that is lost to it.
        await until(() => sandbox.control.stats().bot_online || undefined, "the next poll", patience)
        const text = `/эхо ${Object.keys(fault)[0]}`
        const heard = async () => {
          const { conversation_message_id: asked } = sandbox.control.writeMessage(peer, { from_id: anya, text })
          await new Promise((resolve) => setTimeout(resolve, 300))
          return sandbox.control.messages(peer, asked).items.find(({ from_id }) => from_id < 0)
        }
        await until(heard, `an answer after ${text}`, { ...patience, because: bot.output })
      }
    }
  )

  it("node-vk-bot-api: the example answers", { timeout: 60_000 }, async () => {
    const team = await teamOf()
    const more = { VK_API_URL: team.sandbox.apiUrl, NODE_PATH: fileURLToPath(new URL("node_modules", import.meta.url)) }
    const bot = startClient(team.sandbox, "../../examples/node-vk-bot-api.cjs", more)
    await until(() => team.sandbox.control.stats().bot_online || undefined, "the poll", patience)
    expect((await ask(team, bot, "привет")).text).toBe("Вы сказали: привет")
  })

  it("vk-chat-bot: Callback API with its secret, text buttons, a call of its own", { timeout: 60_000 }, async () => {
    const team = await teamOf()
    const { anya, bot: api, peer, sandbox } = team
    sandbox.control.setFaults({ callbackDelayScale: 0 })
    const port = await freePort()
    const secrets = { SANDBOX_SECRET: "тайна", SANDBOX_CONFIRMATION: "sandbox1", BOT_PORT: String(port) }
    const bot = startClient(sandbox, "vk-chat-bot.cjs", secrets)
    await bot.says("ready")
    const server = { group_id: 1, url: `http://127.0.0.1:${port}/`, title: "бот", secret_key: "тайна" }
    const confirmed = async () => {
      const { response } = await api.call<{ server_id: number }>("groups.addCallbackServer", server)
      const { server_id } = response
      await new Promise((resolve) => setTimeout(resolve, 200))
      const { response: all } = await api.call<{ items: ReadonlyArray<{ id: number; status: string }> }>(
        "groups.getCallbackServers",
        { group_id: 1 }
      )
      if (all.items.some(({ id, status }) => id === server_id && status === "ok")) return server_id
      await api.call("groups.deleteCallbackServer", { group_id: 1, server_id })
      return undefined
    }
    const server_id = await until(confirmed, "the confirmation", { ...patience, because: bot.output })
    await api.call("groups.setCallbackSettings", { group_id: 1, server_id, message_new: 1, api_version: "5.95" })
    expect((await ask(team, bot, "/эхо Привет")).text).toBe("Привет")
    expect((await ask(team, bot, "/кто")).text).toBe("это Аня")
    const menu = await ask(team, bot, "/кнопки")
    expect(menu.keyboard?.buttons.flat().map(({ action }) => action.label)).toEqual(["Да", "Нет"])
    sandbox.control.pressButton(peer, { from_id: anya, button: "Да" })
    expect(sandbox.control.messages(peer).items.findLast(({ from_id }) => from_id === anya)?.text).toBe("Да")
  })

  it.each(["one call at a time", "highload"])(
    "easyvk (%s): Long Poll it takes for https, pictures, errors",
    { timeout: 60_000 },
    async (mode) => {
      // It sends parameters that VK does not have, and VK overlooks them.
      const team = await teamOf({ strict: false })
      const picture = fileURLToPath(new URL("picture.png", import.meta.url))
      const bot = startClient(team.sandbox, "easyvk.cjs", { BOT_MODE: mode, BOT_PICTURE: picture })
      await polled(team, bot)
      expect((await ask(team, bot, "/эхо Привет")).text).toBe("Привет")
      expect((await ask(team, bot, "/фото")).attachments).toMatchObject([{ type: "photo" }])
      expect((await ask(team, bot, "/ошибка")).text).toBe("ошибка 917")
    }
  )

  it("vk-call: forms of no type, chains in one execute, errors by their kind", { timeout: 60_000 }, async () => {
    const { peer, sandbox } = await teamOf()
    const bot = startClient(sandbox, "vk-call.cjs", { SANDBOX_PEER: String(peer) })
    const answers: unknown = JSON.parse(await bot.says("answers "))
    expect(answers).toMatchObject({ user: "Аня", group: 1, refused: 917, wrong: true })
    expect(sandbox.control.messages(peer).items.at(-1)?.text).toBe("из цепочки")
  })
})
