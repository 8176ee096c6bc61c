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

export const openBrowser = (): Promise<Browser> => {
  if (found === undefined) throw new Error("ZNATOKI_REQUIRE asks for a browser, and no chromium was found")
  return chromium.launch({ executablePath: found, args })
}
