/** A real browser, where there is one: tests that need it say so by name when they are skipped. */
import { existsSync } from "node:fs"
import { type Browser, chromium } from "playwright-core"

const found = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path)
)
const isRequired = (process.env["ZNATOKI_REQUIRE"] ?? "").split(",").includes("browser")
/** It talks to nobody but the page under test. */
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

export const isMissing = found === undefined && !isRequired
export const whyNot = isMissing ? " (skipped: no chromium found)" : ""

/** A bound for what hangs: where programs, servers and browsers share two cores, half a minute is none. */
const patienceMs = 150_000

export const openBrowser = async (): Promise<Browser> => {
  if (found === undefined) throw new Error("ZNATOKI_REQUIRE asks for a browser, and no chromium was found")
  const browser = await chromium.launch({ executablePath: found, args })
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    context.setDefaultTimeout(patienceMs)
    return context
  }
  return browser
}
