/** The whole work of an editor by the keys alone: what has the focus is seen, and nothing that changes by itself takes it away. */
import { AdminOrders } from "@znatoki/ports/admin-orders"
import { wholeSlice } from "@znatoki/ports/slice"
import { PlayerId } from "@znatoki/engine"
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { appealed, appealIn } from "./appealed-game.ts"
import { openDesk } from "./desk-browser.ts"

const file = "### Кубок ручья\n\n? Кто там?\n! он\n\n? Где?\n! там\n"

interface Focus {
  /** As it is read out: of a field its label, of anything else its words. */
  readonly name: string
  /** Null: it is seen. */
  readonly flaw: string | null
}

/** What has the focus, and why one would not see that it has. */
const focusNow = (page: Page): Promise<Focus> =>
  page.evaluate<Focus>(`(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return { name: "", flaw: null }
    const label = at.labels?.[0]
    const words = at.getAttribute("aria-label") ?? (label === undefined ? at.textContent : label.childNodes[0].textContent)
    const { outlineStyle, outlineWidth } = getComputedStyle(at)
    const box = at.getBoundingClientRect()
    const isOnScreen = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
    const flaw = outlineStyle === "none" || parseFloat(outlineWidth) < 2 ? "no outline" : isOnScreen ? null : "off the screen"
    return { name: words.replaceAll(/\\s+/g, " ").trim(), flaw }
  })()`)

/** More than any page has. */
const tabsMax = 120

/** Goes on to what has this name, and sees on the way that the focus can be seen wherever it is. */
const tabTo = async (page: Page, name: string): Promise<void> => {
  const passed = []
  for (let i = 0; i < tabsMax; i++) {
    await page.keyboard.press("Tab")
    const focus = await focusNow(page)
    // A page scrolls to what has the focus a moment after it has it.
    if (focus.flaw !== null)
      await expect.poll(async () => (await focusNow(page)).flaw, { message: `${page.url()}: ${focus.name}` }).toBeNull()
    if (focus.name === name) return
    passed.push(focus.name)
  }
  throw new Error(`The keys do not lead to «${name}», only to ${passed.join(" | ")}`)
}

/** Goes where a link or a button with this name leads. */
const press = async (page: Page, name: string): Promise<void> => {
  await tabTo(page, name)
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")])
}

const signInByKeys = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}/sign-in`)
  await tabTo(page, "Имя")
  await page.keyboard.type("вера")
  await tabTo(page, "Пароль")
  await page.keyboard.type("несколько слов подряд")
  await page.keyboard.press("Enter")
  await page.getByRole("heading", { name: "Сводка" }).waitFor()
}

const sendFile = async (page: Page): Promise<void> => {
  await press(page, "Загрузка")
  await tabTo(page, "Файл")
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.keyboard.press("Space")])
  await chooser.setFiles({ name: "cup.4s", mimeType: "application/octet-stream", buffer: Buffer.from(file) })
  await press(page, "Посмотреть, что в файле")
  await page.getByText("Прочитан, ждёт вашего слова").waitFor()
  await press(page, "Внести в базу")
  await press(page, "К пакету")
  await page.getByRole("heading", { name: "Кубок ручья" }).waitFor()
}

describe.skipIf(isMissing)(`the desk by the keys alone${whyNot}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("an editor signs in, brings a file, mends a question, publishes, and rules on an appeal", async () => {
    const { client, open, url } = await openDesk(browser)
    await client.post("/api/v1/admins", { name: "вера", role: "editor", password: "несколько слов подряд" })
    await appealIn(client)
    const { page } = await open()
    await signInByKeys(page, url)
    await sendFile(page)
    await press(page, "Черновик")
    await press(page, "Где?")
    await tabTo(page, "Комментарий")
    await page.keyboard.type("Не здесь")
    await tabTo(page, "Состояние")
    await page.keyboard.press("ArrowDown")
    await press(page, "Сохранить")
    await page.getByText("Сохранено.").waitFor()
    await tabTo(page, "Проверить ответ")
    await page.keyboard.type("тут")
    await tabTo(page, "Проверить")
    await page.keyboard.press("Enter")
    await page.locator("#verdicts table").waitFor()
    await expect.poll(async () => (await focusNow(page)).name).toBe("Проверить")
    await press(page, "Пакеты")
    await press(page, "Кубок ручья")
    await press(page, "Черновик: 1 вопрос → Опубликован")
    await page.getByText("Опубликован: 1", { exact: true }).waitFor()
    expect(await client.drawn()).toEqual(new Set(["Кто там?"]))
    await press(page, "Апелляции")
    await press(page, "Засчитать")
    await page.waitForURL(`${url}/desk/appeals`)
    const waiting = await client.run(AdminOrders.use((orders) => orders.waiting(wholeSlice, 9)))
    expect(waiting).toMatchObject([{ order: { _tag: "Rule", round: 1, accepted: true } }])
  })

  it("what keeps itself as things are leaves the focus where it is, and keeps it near when its place is gone", async () => {
    const { client, open, signIn, url } = await openDesk(browser)
    await appealIn(client)
    const { page } = await open({ storageState: await signIn() })
    await page.goto(`${url}/desk/games/${appealed}`)
    await tabTo(page, "Отклонить")
    await appealIn(client, [{ _tag: "NextRequested", atMs: 1, seed: 1, seen: null, by: PlayerId.make("17") }])
    await page.locator("#live").getByText("Волчок").waitFor()
    expect((await focusNow(page)).name).toBe("Отклонить")
    await appealIn(client, [
      { _tag: "NextRequested", atMs: 1, seed: 1, seen: null, by: PlayerId.make("17") },
      { _tag: "RulingMade", atMs: 1, seed: 1, game: 1, round: 1, accepted: true }
    ])
    await page.getByText("Апелляция ждёт решения").waitFor({ state: "detached" })
    expect(await page.evaluate("document.activeElement.id")).toBe("live")
  })
})
