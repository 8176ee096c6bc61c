/** A page that keeps itself as things are, and cannot do so any more: it says so, and asks in vain no more than once. */
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import type { Browser, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openDesk } from "./desk-browser.ts"
import { beginGame, endGame } from "./played-game.ts"

const notice = (page: Page) => page.getByRole("alert").getByText("показанное могло устареть")

/** What was answered to the page that asked to be kept as things are. */
const answersTo = (page: Page): ReadonlyArray<number> => {
  const statuses: Array<number> = []
  page.on("response", (response) => {
    if (response.url().endsWith("/live")) statuses.push(response.status())
  })
  return statuses
}

describe.skipIf(isMissing)(`a page that is live no more${whyNot}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("says so when the session is over, and asks no more", async () => {
    const { client, errors, open, signIn, url } = await openDesk(browser)
    await beginGame(client)
    const { context, page } = await open({ storageState: await signIn() })
    const answers = answersTo(page)
    await page.goto(`${url}/desk`)
    await page.getByRole("cell", { name: "0 : 0" }).waitFor()
    expect(await notice(page).isVisible()).toBe(false)
    const beside = await context.newPage()
    await beside.goto(`${url}/desk/me`)
    await beside.getByRole("button", { name: "Выйти", exact: true }).click()
    await beside.getByRole("heading", { name: "Вход" }).first().waitFor()
    await endGame(client)
    await notice(page).waitFor()
    // Longer than it waits between two tries at first.
    await page.waitForTimeout(3_000)
    expect(answers).toEqual([200, 204])
    await page.getByRole("link", { name: "Обновить страницу" }).click()
    await page.waitForURL(`${url}/sign-in?to=%2Fdesk`)
    errors.splice(0)
  })

  it("says so when nobody answers it, and no more when somebody does", async () => {
    const { client, errors, open, signIn, url } = await openDesk(browser)
    await beginGame(client)
    const { page } = await open({ storageState: await signIn() })
    await page.route("**/desk/live", (route) => route.abort())
    await page.goto(`${url}/desk`)
    await notice(page).waitFor()
    await page.unroute("**/desk/live")
    await page.reload()
    await page.getByRole("cell", { name: "0 : 0" }).waitFor()
    expect(await notice(page).isVisible()).toBe(false)
    errors.splice(0)
  })
})
