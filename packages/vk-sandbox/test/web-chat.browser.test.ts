import { existsSync } from "node:fs"
import { type Browser, chromium, type Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { stateFileOf } from "./fixtures/state-folder.ts"
import { botOf, button, PEOPLE, sandboxOf, type Team, teamOf, textButton } from "./sandbox-client.ts"

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path)
)
const REQUIRED = (process.env["ZNATOKI_REQUIRE"] ?? "").split(",").includes("browser")
const MISSING = CHROMIUM === undefined && !REQUIRED
const WHY_NOT = MISSING ? " (skipped: no chromium found)" : ""
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

describe.skipIf(MISSING)(`the web chat${WHY_NOT}`, () => {
  let browser: Browser

  beforeAll(async () => {
    if (CHROMIUM === undefined) throw new Error("ZNATOKI_REQUIRE asks for a browser, and no chromium was found")
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGS })
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

  const opened = async (): Promise<Team & { page: Page }> => {
    const team = await teamOf()
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
    const reborn = again.control.createConversation({ title: "Новая жизнь", members: PEOPLE })
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
    sandbox.control.createConversation({ title: "Первая", members: PEOPLE })
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

  it("sets faults from its panel and clears them", async () => {
    const { page, sandbox } = await opened()
    await page.getByRole("button", { name: "Сбои" }).click()
    await page.getByRole("slider", { name: /Ошибка 6/ }).fill("50")
    await expect.poll(() => sandbox.control.faults()).toEqual({ errors: [{ method: "*", code: 6, rate: 0.5 }] })
    await page.getByRole("button", { name: "Убрать все сбои" }).click()
    await expect.poll(() => sandbox.control.faults()).toEqual({})
  })
})
