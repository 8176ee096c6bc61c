import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import type { SandboxOptions } from "../src/sandbox.ts"
import { stateFileOf } from "./fixtures/state-folder.ts"
import { botOf, button, somePeople, sandboxOf, type Team, teamOf, textButton } from "./sandbox-client.ts"

const pasteAPicture = `{
  const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
  const clipboardData = new DataTransfer()
  const bytes = Uint8Array.from(atob(dot), (char) => char.codePointAt(0))
  clipboardData.items.add(new File([bytes], "dot.png", { type: "image/png" }))
  document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }))
}`

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8")

/** What axe finds wrong with the page as it stands: the rule, and where. */
const findings = async (page: Page): Promise<ReadonlyArray<string>> => {
  // The page's policy lets no script in; a browser's own tools may.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<Found> } }
    const { violations } = await axe.run()
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`))
  })
}

interface Found {
  readonly violations: ReadonlyArray<{
    readonly id: string
    readonly nodes: ReadonlyArray<{ readonly target: ReadonlyArray<string> }>
  }>
}

const writeAs = async (page: Page, text: string): Promise<void> => {
  await page.getByRole("textbox", { name: "Сообщение" }).fill(text)
  await page.keyboard.press("Enter")
  await page.getByRole("article").getByText(text, { exact: true }).waitFor()
}

/** A button of a message is seen when the message is pointed at. */
const useTool = async (page: Page, text: string, tool: string): Promise<void> => {
  const message = page.getByRole("article").filter({ hasText: text }).last()
  await message.hover()
  await message.getByRole("button", { name: tool, exact: true }).click()
}

describe.skipIf(isMissing)(`the web chat${whyNot}`, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await openBrowser()
  })

  afterAll(() => browser?.close())

  const openPage = async (url: string): Promise<Page> => {
    const context = await browser.newContext({ locale: "ru", viewport: { width: 1280, height: 800 } })
    const page = await context.newPage()
    const errors: string[] = []
    page.on("pageerror", (error) => errors.push(String(error)))
    onTestFinished(async () => {
      await context.close()
      expect(errors).toEqual([])
    })
    await page.goto(url)
    return page
  }

  const opened = async (options: SandboxOptions = {}): Promise<Team & { page: Page }> => {
    const team = await teamOf(options)
    const page = await openPage(`${team.sandbox.url}/#${team.peer}`)
    await page.getByRole("heading", { name: "Команда" }).waitFor()
    return { ...team, page }
  }

  it("writes as the person chosen and shows what the bot answers", async () => {
    const { bot, page, peer, sandbox, boris } = await opened()
    await page.getByRole("radio", { name: "Борис" }).click()
    await page.getByRole("textbox", { name: "Сообщение" }).fill("Всем привет")
    await page.keyboard.press("Enter")
    await page.getByText("Всем привет").first().waitFor()
    expect(sandbox.control.messages(peer).items.at(-1)).toMatchObject({ from_id: boris, text: "Всем привет" })
    await bot.send(peer, "[id1|Аня], ваш ход\nвторая строка")
    const bubble = page.getByRole("article", { name: /^Бот/ })
    await bubble.getByText("ваш ход").waitFor()
    expect(await bubble.locator(".mention").textContent()).toBe("Аня")
  })

  it("changes the person with Alt and a digit", async () => {
    const { page } = await opened()
    await page.keyboard.press("Alt+2")
    await expect.poll(() => page.getByRole("radio", { checked: true }).textContent()).toContain("Борис")
  })

  it("spins a pressed button until the bot answers, and shows its snackbar", async () => {
    const { anya, bot, page, peer, sandbox } = await opened()
    const events: string[] = []
    const server = await bot.call<{ server: string; key: string; ts: string }>("groups.getLongPollServer", {
      group_id: 1
    })
    await bot.send(peer, "Кто играет?", { keyboard: { inline: true, buttons: [[button("Я играю")]] } })
    const key = page.getByRole("button", { name: "Я играю" })
    await key.click()
    await page.locator(".key[aria-busy=true]").waitFor()
    const { key: pollKey, server: address, ts } = server.response
    const polled = await fetch(`${address}?act=a_check&key=${pollKey}&ts=${ts}&wait=5`)
    const { updates } = (await polled.json()) as { updates: { object: { event_id: string } }[] }
    events.push(...updates.map(({ object }) => object.event_id))
    await bot.call("messages.sendMessageEventAnswer", {
      event_id: events[0],
      user_id: anya,
      peer_id: peer,
      event_data: { type: "show_snackbar", text: "Вы за столом" }
    })
    await page.getByRole("status").getByText("Вы за столом").waitFor()
    await page.locator(".key:not([aria-busy])").waitFor()
    expect(sandbox.control.messages(peer).snackbars).toHaveLength(1)
  })

  it("presses the keyboard under the input, which sends its label", async () => {
    const { anya, bot, page, peer, sandbox } = await opened()
    await bot.send(peer, "Меню", { keyboard: { buttons: [[textButton("Счёт")]] } })
    await page.getByRole("button", { name: "Счёт" }).click()
    await page.getByRole("article", { name: /^Аня/ }).getByText("Счёт").waitFor()
    expect(sandbox.control.messages(peer).items.at(-1)).toMatchObject({ from_id: anya, payload: `{"label":"Счёт"}` })
  })

  it("shows edits, and takes the dropped buttons away", async () => {
    const { bot, page, peer } = await opened()
    const keyboard = { inline: true, buttons: [[button("Я играю")]] }
    const { conversation_message_id: cmid } = await bot.send(peer, "За столом пусто", { keyboard })
    await page.getByRole("button", { name: "Я играю" }).waitFor()
    await bot.call("messages.edit", { peer_id: peer, cmid, message: "За столом Аня" })
    await page.getByText("За столом Аня").first().waitFor()
    await page.getByText("изменено").waitFor()
    expect(await page.getByRole("button", { name: "Я играю" }).count()).toBe(0)
  })

  it("never lets a message become markup", async () => {
    const { bot, page, peer } = await opened()
    const text = "<img src=x onerror=\"document.title='взлом'\"><b>жирно</b>"
    await bot.send(peer, text, { keyboard: { inline: true, buttons: [[button("<i>наклон</i>")]] } })
    await page.getByRole("button", { name: "<i>наклон</i>" }).waitFor()
    expect(await page.getByRole("article").getByText("<b>жирно</b>").count()).toBe(1)
    expect(await page.locator(".messages b, .messages i, .messages img[src=x]").count()).toBe(0)
    expect(await page.title()).toBe("Песочница VK")
  })

  it("makes a new conversation and shows two side by side", async () => {
    const { page, sandbox } = await opened()
    await page.getByRole("button", { name: "Новая беседа" }).click()
    await page.getByRole("textbox", { name: "Название" }).fill("Соперники")
    await page.getByRole("textbox", { name: /Участники/ }).fill("Вера Крылова\nГлеб Морозов")
    await page.getByRole("button", { name: "Создать" }).click()
    await page.getByRole("heading", { name: "Соперники" }).waitFor()
    expect(sandbox.control.listConversations().items[0]?.members).toMatchObject([
      { first_name: "Вера" },
      { last_name: "Морозов" }
    ])
    await page.getByRole("button", { name: "Рядом" }).click()
    await page.getByRole("heading", { name: "Команда" }).waitFor()
    expect(await page.getByRole("region", { name: /^Беседа/ }).count()).toBe(2)
  })

  it("lets a member write to the bot in private, as VK's button «Начать» does", async () => {
    const { anya, page, sandbox } = await opened()
    await page.getByRole("button", { name: "Участники", exact: true }).click()
    expect(await findings(page)).toEqual([])
    await page
      .getByRole("button", { name: /^Написать боту лично: / })
      .first()
      .click()
    await page.getByRole("article").getByText("Начать", { exact: true }).waitFor()
    expect(sandbox.control.messages(anya).items).toMatchObject([{ from_id: anya, text: "Начать" }])
  })

  it("counts what is unread elsewhere, and forgets it once read", async () => {
    const { anya, bot, page, sandbox } = await opened()
    const other = sandbox.control.createConversation({ title: "Тихая", members: [anya] }).peer_id
    await bot.send(other, "Тук-тук")
    await page.getByRole("button", { name: /Тихая.*Не прочитано: 3/ }).click()
    await page.getByRole("heading", { name: "Тихая" }).waitFor()
    await page.getByRole("button", { name: /Тихая/ }).waitFor()
    expect(await page.getByLabel(/Не прочитано/).count()).toBe(0)
  })

  it("keeps the last message in sight, unless the reader has scrolled up", async () => {
    const { anya, bot, page, peer, sandbox } = await opened()
    const write = (text: string) => sandbox.control.writeMessage(peer, { from_id: anya, text })
    for (let n = 1; n <= 40; n++) write(`сообщение ${n}`)
    await bot.send(peer, "Меню", { keyboard: { buttons: Array.from({ length: 8 }, () => [textButton("Счёт")]) } })
    const left = () => page.getByRole("log").evaluate((log) => log.scrollHeight - log.scrollTop - log.clientHeight)
    await page.getByRole("button", { name: "Счёт" }).first().waitFor()
    await expect.poll(left).toBeLessThan(2)
    await page.getByRole("log").hover()
    await page.mouse.wheel(0, -600)
    await expect.poll(left).toBeGreaterThan(300)
    write("последнее")
    await page.getByRole("button", { name: "Вниз: 1 новое" }).click()
    await expect.poll(left).toBeLessThan(2)
  })

  it("comes back by itself when the sandbox is started anew", async () => {
    const { bot, page, peer, sandbox } = await opened()
    await bot.send(peer, "из прошлой жизни")
    await page.getByRole("article").getByText("из прошлой жизни").waitFor()
    await sandbox.close()
    await page.getByRole("alert").getByText("Нет связи").waitFor()
    const again = await sandboxOf({ port: sandbox.port })
    const reborn = again.control.createConversation({ title: "Новая жизнь", members: somePeople })
    await botOf(again).send(reborn.peer_id, "всё сначала")
    await page.getByRole("article").getByText("всё сначала").waitFor()
    expect(await page.getByText("из прошлой жизни").count()).toBe(0)
    expect(await page.getByRole("alert").isVisible()).toBe(false)
  })

  it("comes back with all that was said when the sandbox keeps its state", async () => {
    const stateFile = stateFileOf()
    const { peer, sandbox } = await teamOf({ stateFile })
    const page = await openPage(`${sandbox.url}/#${peer}`)
    await botOf(sandbox).send(peer, "до перерыва", { keyboard: { buttons: [[textButton("Счёт")]] } })
    await page.getByRole("article").getByText("до перерыва").waitFor()
    await sandbox.close()
    await page.getByRole("alert").getByText("Нет связи").waitFor()
    const again = await sandboxOf({ port: sandbox.port, stateFile })
    await botOf(again).send(peer, "после перерыва")
    await page.getByRole("article").getByText("после перерыва").waitFor()
    expect(await page.getByRole("article").allTextContents()).toEqual([
      expect.stringContaining("до перерыва"),
      expect.stringContaining("после перерыва")
    ])
    await page.getByRole("button", { name: "Счёт" }).click()
    await page.getByRole("article", { name: /^Аня/ }).getByText("Счёт").waitFor()
  })

  it("opens the first conversation there is by itself", async () => {
    const sandbox = await sandboxOf()
    const page = await openPage(sandbox.url)
    await page.getByText("Бесед пока нет").waitFor()
    sandbox.control.createConversation({ title: "Первая", members: somePeople })
    await page.getByRole("heading", { name: "Первая" }).waitFor()
  })

  it("lets a second person press a button that still spins for the first, once each", async () => {
    const { bot, page, peer, sandbox } = await opened()
    await bot.send(peer, "Кто играет?", { keyboard: { inline: true, buttons: [[button("Я играю")]] } })
    const key = page.getByRole("button", { name: "Я играю" })
    const before = sandbox.control.stats().events
    await key.click()
    await page.locator(".key[aria-busy=true]").waitFor()
    await key.click()
    await page.getByRole("radio", { name: "Борис" }).click()
    await key.click()
    await expect.poll(() => sandbox.control.stats().events - before).toBe(2)
  })

  it("loses no press to an edit of the text above the button", async () => {
    const { bot, page, peer, sandbox } = await opened()
    const keyboard = { inline: true, buttons: [[button("Я играю")]] }
    const { conversation_message_id: cmid } = await bot.send(peer, "За столом пусто", { keyboard })
    const before = sandbox.control.stats().events
    await page.getByRole("button", { name: "Я играю" }).hover()
    await page.mouse.down()
    await bot.call("messages.edit", { peer_id: peer, cmid, message: "За столом Вера", keyboard })
    await page.getByRole("article").getByText("За столом Вера").waitFor()
    await page.mouse.up()
    await expect.poll(() => sandbox.control.stats().events - before).toBe(1)
  })

  it("answers a message, and shows what it answers", async () => {
    const { bot, page, peer, sandbox } = await opened()
    const { conversation_message_id } = await bot.send(peer, "Как зовут автора?")
    await page.getByRole("article").getByText("Как зовут автора?").waitFor()
    await useTool(page, "Как зовут автора?", "Ответить")
    await page.getByText("Ответ: Бот").waitFor()
    await writeAs(page, "Пушкин")
    expect(sandbox.control.messages(peer).items.at(-1)?.reply_to).toBe(conversation_message_id)
    expect(await page.locator("blockquote").textContent()).toBe("БотКак зовут автора?")
  })

  it("lets a person change and delete what they wrote, and nobody else's", async () => {
    const { page, peer, sandbox } = await opened()
    await writeAs(page, "Превет")
    await useTool(page, "Превет", "Изменить")
    await page.getByRole("textbox", { name: "Сообщение" }).fill("Привет")
    await page.keyboard.press("Enter")
    await page.getByRole("article").getByText("Привет", { exact: true }).waitFor()
    await page.getByRole("radio", { name: "Борис" }).click()
    const message = page.getByRole("article").filter({ hasText: "Привет" })
    await message.hover()
    expect(await message.getByRole("button", { name: "Изменить" }).count()).toBe(0)
    await page.getByRole("radio", { name: "Аня" }).click()
    await useTool(page, "Привет", "Удалить")
    await page.getByText("Сообщение удалено").first().waitFor()
    expect(sandbox.control.messages(peer).items.at(-1)?.deleted).toBe(true)
  })

  it("pins a message over the others, and takes it down", async () => {
    const { page, peer, sandbox } = await opened()
    await writeAs(page, "Правила игры")
    await useTool(page, "Правила игры", "Закрепить")
    await page.locator(".pinned").getByText("Правила игры").waitFor()
    await page.getByText("Аня Соколова закрепляет сообщение «Правила игры»").first().waitFor()
    await useTool(page, "Правила игры", "Открепить")
    await expect.poll(() => sandbox.control.conversation(peer).pinned).toBeNull()
    await page.locator(".pinned").waitFor({ state: "hidden" })
  })

  it("finds messages by their words", async () => {
    const { anya, page, peer, sandbox } = await opened()
    for (const text of ["Сова", "Филин", "сова и филин"]) sandbox.control.writeMessage(peer, { from_id: anya, text })
    await page.getByText("сова и филин").first().waitFor()
    await page.getByRole("button", { name: "Поиск по беседе" }).click()
    await page.getByRole("searchbox", { name: "Поиск по беседе" }).fill("СОВА")
    await page.getByText("2 из 2").waitFor()
    await page.keyboard.press("Enter")
    await page.getByText("1 из 2").waitFor()
    expect(await page.locator(".here .text").textContent()).toBe("Сова")
  })

  it("sends a picture that is pasted, and a voice that is none", async () => {
    const { anya, page, peer, sandbox } = await opened()
    // Chromium alone can make a clipboard with a file in it.
    await page.getByRole("textbox", { name: "Сообщение" }).focus()
    await page.evaluate(pasteAPicture)
    await page.locator(".attachments img.photo").waitFor()
    await page.getByRole("button", { name: "Отправить голосовое" }).click()
    await page.getByRole("article").getByText("Голосовое сообщение").waitFor()
    expect(sandbox.control.messages(peer).items.slice(-2)).toMatchObject([
      { from_id: anya, attachments: [{ type: "photo" }] },
      { from_id: anya, attachments: [{ type: "audio_message" }] }
    ])
  })

  it("shows the bot's calls with what they were answered, and no token", async () => {
    const { bot, page, peer, sandbox } = await opened()
    await page.getByRole("button", { name: "Вызовы", exact: true }).click()
    await bot.send(peer, "Привет")
    await bot.call("fly.away", {})
    const panel = page.getByRole("complementary", { name: "Вызовы бота" })
    await panel.getByText("ошибка 3").waitFor()
    expect(await panel.textContent()).not.toContain(sandbox.token)
    await panel.getByRole("searchbox", { name: "Отбор вызовов" }).fill("messages.send")
    await panel.getByText("fly.away").first().waitFor({ state: "hidden" })
    await panel.getByText("messages.send").first().click()
    await panel.getByText("conversation_message_id").first().waitFor()
  })

  it.each(["light", "dark"] as const)("shuts nobody out, %s, on a screen and on a phone", async (colorScheme) => {
    const marks: Readonly<Record<string, string>> = {
      Вызовы: "messages.sendReaction",
      Состояние: "Ход мыслей",
      Сбои: "Нажатия теряются",
      "Новая беседа": "Участники, по одному в строке"
    }
    const knows = {
      phase: "Ход мыслей",
      table: ["Аня", "Борис"],
      endsAtMs: 1_767_225_600_000,
      score: { team: 2, bot: 1 }
    }
    const { anya, bot, page, peer, sandbox } = await opened({ botState: async () => knows })
    const keyboard = {
      inline: true,
      buttons: [["primary", "secondary", "positive", "negative"].map((color) => button("Да", { color }))]
    }
    await bot.send(peer, "[id1|Аня], ваш ход: https://vk.ru", { keyboard })
    await bot.send(peer, "Меню", { keyboard: { buttons: [[textButton("Счёт")]] } })
    sandbox.control.writeMessage(peer, { from_id: anya, text: "Хорошо", reply_to: 3 })
    await bot.call("messages.sendReaction", { peer_id: peer, cmid: 5, reaction_id: 1 })
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await page.getByRole("article").getByText("Хорошо").waitFor()
      expect(await findings(page)).toEqual([])
    }
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      const back = page.getByRole("button", { name: "К списку бесед" })
      if (await back.isVisible()) await back.click()
      for (const name of ["Вызовы", "Состояние", "Сбои", "Новая беседа"]) {
        await page.getByRole("button", { name, exact: true }).click()
        await page
          .getByText(marks[name] ?? "")
          .first()
          .waitFor()
        expect(await findings(page), `${name}, ${width}`).toEqual([])
        await page.keyboard.press("Escape")
      }
    }
  })

  it("keeps what was set elsewhere when a fault is switched on", async () => {
    const { page, sandbox } = await opened()
    const elsewhere = { hangs: [{ method: "messages.edit" }], loseAnswers: { method: "messages.send", times: 1 } }
    sandbox.control.setFaults({ ...elsewhere, errors: [{ method: "messages.send", code: 10 }] })
    await page.getByRole("button", { name: "Сбои" }).click()
    await page.getByRole("switch", { name: /Ошибка 9/ }).check()
    const errors = [
      { method: "messages.send", code: 10 },
      { method: "*", code: 9, rate: 0.2 }
    ]
    await expect.poll(() => sandbox.control.faults()).toEqual({ ...elsewhere, errors })
  })

  it("shows what the bot knows of the open conversation, and what of it has changed", async () => {
    let round = 1
    const { page, peer } = await opened({ botState: async (of) => ({ of, game: { round, table: [] } }) })
    await page.getByRole("button", { name: "Состояние" }).click()
    const panel = page.getByRole("complementary", { name: "Состояние бота" })
    await panel.getByText(String(peer)).waitFor()
    expect(await panel.getByRole("listitem").allTextContents()).toContain("round 1")
    round = 2
    await panel.locator(".changed").getByText("2", { exact: true }).waitFor()
    await page.keyboard.press("Escape")
    await panel.waitFor({ state: "hidden" })
    expect(await page.evaluate("document.activeElement.id")).toBe("state-open")
  })

  it("says of a bot that tells nothing how it might", async () => {
    const { page } = await opened()
    await page.getByRole("button", { name: "Состояние" }).click()
    await page.getByText("Этот бот не рассказывает о себе").waitFor()
  })

  it("is silent until sound is switched on, and remembers it", async () => {
    const { bot, page, peer } = await opened()
    const tones = `{
      globalThis.tones = 0
      const start = OscillatorNode.prototype.start
      OscillatorNode.prototype.start = function () { globalThis.tones++; start.call(this) }
    }`
    await page.evaluate(tones)
    const sound = page.getByRole("button", { name: "Звук" })
    expect(await sound.getAttribute("aria-pressed")).toBe("false")
    await bot.send(peer, "Тихо")
    await page.getByRole("article").getByText("Тихо").waitFor()
    expect(await page.evaluate("tones")).toBe(0)
    await sound.click()
    await bot.send(peer, "Громко")
    await page.getByRole("article").getByText("Громко").waitFor()
    expect(await page.evaluate("tones")).toBe(2)
    await page.reload()
    await page.getByRole("button", { name: "Звук", pressed: true }).waitFor()
  })

  it("is used by the keyboard alone: a conversation, who writes, a message, a button, the panels", async () => {
    const { bot, boris, page, peer, sandbox } = await opened()
    await bot.send(peer, "Кто играет?", { keyboard: { inline: true, buttons: [[button("Я играю")]] } })
    await page.getByRole("button", { name: "Я играю" }).waitFor()
    const focused = (): Promise<string> =>
      page.evaluate(`{
        const { activeElement: at, body } = document
        at === body ? "" : (at.getAttribute("aria-label") ?? at.textContent).trim()
      }`)
    /** Tab until it is there: what cannot be reached fails. */
    const reach = async (name: string, key = "Tab"): Promise<void> => {
      for (let step = 0; step < 60; step++) {
        if ((await focused()).includes(name)) return
        await page.keyboard.press(key)
      }
      throw new Error(`${name} is not reached by ${key}`)
    }
    await reach("Команда")
    await page.keyboard.press("Enter")
    await page.keyboard.press("Alt+Digit2")
    await reach("Сообщение")
    await page.keyboard.type("Я тут")
    await page.keyboard.press("Enter")
    await page
      .getByRole("article", { name: /^Борис/ })
      .getByText("Я тут")
      .waitFor()
    await reach("Я играю", "Shift+Tab")
    const before = sandbox.control.stats().events
    await page.keyboard.press("Enter")
    await expect.poll(() => sandbox.control.stats().events - before).toBe(1)
    expect(sandbox.control.messages(peer).items.at(-1)?.from_id).toBe(boris)
    for (const [name, inside] of [
      ["Вызовы", "Закрыть вызовы"],
      ["Состояние", "Закрыть состояние"]
    ] as const) {
      await reach(name, "Shift+Tab")
      await page.keyboard.press("Enter")
      await expect.poll(focused).toBe(inside)
      await page.keyboard.press("Escape")
      await expect.poll(focused).toBe(name)
    }
    await reach("Сбои")
    await page.keyboard.press("Enter")
    await page.getByRole("dialog", { name: "Сбои" }).waitFor()
    await reach("Готово")
    await page.keyboard.press("Enter")
    await expect.poll(focused).toBe("Сбои")
  })

  it("sets faults from its panel and clears them", async () => {
    const { page, sandbox } = await opened()
    await page.getByRole("button", { name: "Сбои" }).click()
    await page.getByRole("slider", { name: /Ошибка 6/ }).fill("50")
    await expect.poll(() => sandbox.control.faults()).toEqual({ errors: [{ method: "*", code: 6, rate: 0.5 }] })
    await page.getByRole("switch", { name: "Нажатия теряются" }).check()
    await page.getByRole("switch", { name: /Ошибка 6/ }).uncheck()
    await expect.poll(() => sandbox.control.faults()).toEqual({ loseEvents: { type: "message_event", rate: 0.2 } })
    await page.getByRole("button", { name: "Убрать все сбои" }).click()
    await expect.poll(() => sandbox.control.faults()).toEqual({})
  })
})
