import { Effect, Exit, Scope } from "effect"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import { listen } from "../src/server.ts"
import { makeClient, token } from "./admin-client.ts"
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import { beginGame, game, playOn } from "./played-game.ts"

describe.skipIf(isMissing)(`the page of a live game${whyNot}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  const opened = async () => {
    const client = makeClient()
    const scope = Effect.runSync(Scope.make())
    const { url } = await Effect.runPromise(listen(client.app, { port: 0, graceMs: 0 }).pipe(Scope.provide(scope)))
    const context = await browser.newContext({ httpCredentials: { username: "anybody", password: token } })
    const page = await context.newPage()
    const errors: Array<string> = []
    page.on("pageerror", (error) => errors.push(String(error)))
    const end = () => Effect.runPromise(Scope.close(scope, Exit.void))
    onTestFinished(async () => {
      await context.close()
      await end()
      expect(errors).toEqual([])
    })
    await beginGame(client)
    await page.goto(`${url}/games`)
    await page.getByRole("link", { name: /game 1/ }).click()
    await page.getByRole("heading", { name: /3\. QuestionDrawn/ }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/games/${game}`)
    return { client, end, page }
  }

  it("shows the next step by itself, and leaves what was opened open and the focus where it is", async () => {
    const { client, page } = await opened()
    const state = page.locator("[id='step-3/state'] > summary")
    await state.focus()
    await page.keyboard.press("Enter")
    await page.locator("[id='step-3/state/players'] > summary").click()
    await state.focus()
    await playOn(client)
    await page.getByText("Refused to 17: not now").waitFor()
    const open = await page.locator(".steps details[open]").evaluateAll((all) => all.map(({ id }) => id))
    expect(open).toEqual(["step-3/state", "step-3/state/players"])
    expect(await page.locator("[id='step-3/state'] > summary:focus").count()).toBe(1)
  })

  it("says that it is not up to date when the server is gone", async () => {
    const { end, page } = await opened()
    await end()
    await page.getByText("Not up to date").waitFor()
  })
})
