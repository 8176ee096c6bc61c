import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { makePage } from "../../scripts/browser-page.ts"
import { type Embedder, embedder } from "./embedder.ts"

describe.skipIf(isMissing)(`the example page${whyNot}`, () => {
  let browser: Browser
  let installed: Embedder
  let folder: string
  let url: string

  beforeAll(async () => {
    installed = embedder()
    folder = mkdtempSync(join(tmpdir(), "znatoki-page-"))
    url = pathToFileURL(await makePage(join(installed.app, "examples", "browser-page"), folder)).href
    browser = await openBrowser()
  })

  afterAll(async () => {
    await browser?.close()
    installed?.remove()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  })

  it("plays a round by clicking, with no server behind it, and goes on after a reload", async () => {
    const page = await browser.newPage()
    const errors: Array<string> = []
    page.on("pageerror", (error) => errors.push(String(error)))
    const click = (name: string) => page.getByRole("button", { name, exact: true }).click()

    await page.goto(url)
    await click("Start")
    await click("Go")
    await expect.poll(() => page.locator("#story").textContent()).toContain("Which planet?")

    await page.reload()
    expect(await page.locator("#story").textContent()).toContain("Which planet?")
    await click("I know")
    await click("I answer")
    await page.getByLabel("Answer").fill("venus")
    await click("Answer")

    await expect.poll(() => page.locator("#story").textContent()).toBe("Right: Venus")
    expect(await page.locator("#score").textContent()).toBe("1:0")
    await click("Next")
    await expect.poll(() => page.locator("#story").textContent()).toContain("pharaohs")
    expect(errors).toEqual([])
    await page.close()
  })
})
