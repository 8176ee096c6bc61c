/** The desk in a real browser: the app over stores in memory on a port of its own, and somebody who has signed in. */
import { Effect, Exit, Scope } from "effect"
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { expect, onTestFinished } from "vitest"
import { OneTimeLinks } from "../src/auth/one-time-links.ts"
import { listen } from "../src/server.ts"
import { makeClient } from "./admin-client.ts"

/** What a browser complains of: a script that failed, a policy that was broken, a file that was not there. */
const watched = (page: Page, errors: Array<string>): Page => {
  page.on("pageerror", (error) => errors.push(String(error)))
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text())
  })
  return page
}

/** A server, and pages of it by whoever came in by a link; whatever a page complains of fails the test. */
export const openDesk = async (browser: Browser) => {
  const links = new OneTimeLinks()
  const client = makeClient({ options: { links } })
  const scope = Effect.runSync(Scope.make())
  const { url } = await Effect.runPromise(listen(client.app, { port: 0, graceMs: 0 }).pipe(Scope.provide(scope)))
  const errors: Array<string> = []
  const open = async (options: BrowserContextOptions = {}) => {
    const context = await browser.newContext({ locale: "ru-RU", ...options })
    onTestFinished(() => context.close())
    return { context, page: watched(await context.newPage(), errors) }
  }
  onTestFinished(async () => {
    await Effect.runPromise(Scope.close(scope, Exit.void))
    expect(errors).toEqual([])
  })
  const link = () => `${url}/sign-in#${links.make(null, Date.now())}`
  /** The cookies of whoever presses the button of a link. */
  const signIn = async () => {
    const { context, page } = await open()
    await page.goto(link())
    await page.getByRole("button", { name: "Войти по ссылке" }).click()
    await page.waitForURL(`${url}/desk`)
    return context.storageState()
  }
  return { client, errors, link, open, signIn, url }
}

export const schemes = ["light", "dark"] as const
/** A phone, and a screen. */
export const widths = [390, 1280] as const

const axeSource = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8")

interface Found {
  readonly violations: ReadonlyArray<{
    readonly id: string
    readonly nodes: ReadonlyArray<{ readonly target: ReadonlyArray<string> }>
  }>
}

/** What anybody would stumble over, and whether the page is wider than the screen. */
export const flawsOf = async (page: Page): Promise<ReadonlyArray<string>> => {
  // The page's policy lets no script in; a browser's own tools may.
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate<Found>("axe.run()")
  const tooWide = await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth")
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`)),
    ...(tooWide > 0 ? [`${tooWide} px too wide`] : [])
  ]
}
