/** Pages of the desk on paper: nothing is cut off, and nothing of the screen stands around what is told. */
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { appealed, appealIn } from "./appealed-game.ts"
import { openDesk } from "./desk-browser.ts"

/** The width of A4 without the margins that browsers leave. */
const paper = { width: 718, height: 1_000 }

const pages = [`/desk/games/${appealed}`, "/desk/questions", "/desk/jobs", "/desk/admins", "/desk/audit"]

describe.skipIf(isMissing)(`on paper${whyNot}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("every table is whole, and the way to other pages is left out", async () => {
    const { client, open, signIn, url } = await openDesk(browser)
    await appealIn(client)
    await client.post("/api/v1/questions", { text: "Превысокомногорассмотрительствующий? ".repeat(9), answer: "да" })
    await client.post("/api/v1/tokens", { name: "ночная выгрузка вопросов и ответов", role: "viewer", days: 9 })
    const { page } = await open({ storageState: await signIn(), viewport: paper })
    const cut: Array<string> = []
    for (const path of pages) {
      await page.goto(`${url}${path}`)
      await page.emulateMedia({ media: "print" })
      expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0)
      expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true)
      for (const table of await page.locator("table").all()) {
        const box = await table.boundingBox()
        const over = box === null ? 0 : box.x + box.width - paper.width
        if (over > 0) cut.push(`${path}: ${over} px`)
      }
      await page.emulateMedia({ media: null })
    }
    expect(cut).toEqual([])
  })
})
