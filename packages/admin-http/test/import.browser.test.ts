import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { flawsOf, openDesk, schemes, widths } from "./desk-browser.ts"
import { pictureFile } from "./picture-files.ts"
import { smallDocx } from "@znatoki/questions/testing/small-docx"
import { zipOf } from "@znatoki/questions/testing/zip-of"
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"

const docx = smallDocx([
  "Кубок ручья",
  "Вопрос 1. Кто [чтецу: тихо] там?",
  "Ответ: он",
  "Автор: Анна",
  "",
  "Вопрос 2. Где?",
  "Ответ: там"
])

describe.skipIf(isMissing)(`a document in a browser${whyNot}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("is looked at, brought in as drafts, edited and published; then its questions are asked", async () => {
    const { client, open, signIn, url } = await openDesk(browser)
    const { page } = await open({ storageState: await signIn() })
    await page.goto(`${url}/desk/imports`)
    await page
      .locator("[name=file]")
      .setInputFiles({ name: "cup.docx", mimeType: "application/octet-stream", buffer: docx })
    await page.locator("[name=licence]").fill("CC BY 4.0")
    await page.getByRole("button", { name: "Посмотреть, что в файле" }).click()
    await page.getByText("Прочитан, ждёт вашего слова").waitFor()
    await page.getByText("2 вопроса", { exact: true }).waitFor()
    await page.getByRole("row", { name: /Кто там\?.*он/ }).waitFor()
    await page.getByRole("button", { name: "Внести в базу" }).click()
    await page.getByRole("link", { name: "К пакету" }).click()
    await page.getByRole("heading", { name: "Кубок ручья" }).waitFor()
    expect(await page.locator("[name=licence]").inputValue()).toBe("CC BY 4.0")
    expect(await client.drawn()).toEqual(new Set([null]))
    await page.getByRole("link", { name: "Черновик" }).click()
    await page.getByRole("link", { name: "Где?" }).click()
    await page.getByLabel("Комментарий").fill("Не здесь")
    await page.getByLabel("Состояние").selectOption("published")
    await page.getByRole("button", { name: "Сохранить" }).click()
    await page.getByText("Сохранено.").waitFor()
    await page.goto(`${url}/desk/packs/cup`)
    await page.getByRole("button", { name: "Черновик: 1 вопрос → Опубликован" }).click()
    await page.getByText("Опубликован: 2", { exact: true }).waitFor()
    expect(await client.drawn()).toEqual(new Set(["Кто там?", "Где?"]))
    const { text } = await client.get("/api/v1/packs/cup/file?format=4s")
    expect(text).toContain("? Кто [чтецу: тихо] там?")
    expect(text).toContain("/ Не здесь")
  })

  it("pictures of an archive are seen before it is brought in and with their question, where one sends another", async () => {
    const { open, signIn, url } = await openDesk(browser)
    const storageState = await signIn()
    const { page } = await open({ storageState })
    const seen = async () => {
      const picture = page.locator("img.picture").first()
      // What nobody has scrolled to is not asked for.
      await picture.scrollIntoViewIfNeeded()
      return await picture.evaluate((img) => Reflect.get(img, "naturalWidth"))
    }
    await page.goto(`${url}/desk/imports`)
    const buffer = Buffer.from(
      zipOf({
        "cup.4s": "? (img карта.png) Что на карте?\n! река\n\n? (img портрет.png) Кто на портрете?\n! он\n",
        "карта.png": pictureFile(1, 480, 240),
        "портрет.png": pictureFile(2, 200, 400)
      })
    )
    await page.locator("[name=file]").setInputFiles({ name: "cup.zip", mimeType: "application/zip", buffer })
    await page.getByRole("button", { name: "Посмотреть, что в файле" }).click()
    await page.getByRole("heading", { name: "Картинки: 2" }).waitFor()
    await expect.poll(seen).toBe(480)
    const report = page.url()
    await page.getByRole("button", { name: "Внести в базу" }).click()
    await page.getByRole("link", { name: "К пакету" }).click()
    await page.getByRole("link", { name: "Черновик" }).click()
    await page.getByRole("link", { name: "Что на карте?" }).click()
    await page.getByRole("heading", { name: "Картинка" }).waitFor()
    await expect.poll(seen).toBe(480)
    await page
      .locator("[name=file]")
      .setInputFiles({ name: "b.png", mimeType: "image/png", buffer: pictureFile(3, 300, 150) })
    await page.getByRole("button", { name: "Загрузить" }).click()
    await page.getByText("Сохранено.").waitFor()
    await expect.poll(seen).toBe(300)
    const question = page.url()
    for (const width of widths) {
      for (const colorScheme of schemes) {
        const { page: seenPage } = await open({ storageState, colorScheme, viewport: { width, height: 900 } })
        for (const address of [report, question]) {
          await seenPage.goto(address)
          expect(await flawsOf(seenPage), `${address} ${width} ${colorScheme}`).toEqual([])
        }
      }
    }
    await page.getByRole("button", { name: "Убрать картинку" }).click()
    await page.getByText("Картинки нет.").waitFor()
  })
})
