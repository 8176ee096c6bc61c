/** Forms of the desk where the answer takes its time or does not come: what is sent is sent once, and nothing comes to nothing in silence. */
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"
import { once } from "node:events"
import { type AddressInfo, connect, createServer } from "node:net"
import type { Browser } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest"
import type { Client } from "./admin-client.ts"
import { openDesk } from "./desk-browser.ts"

const question = { text: "Кто там?", answer: "Это я", state: "published" }

const written = async (client: Client): Promise<number> =>
  ((await client.get("/api/v1/questions")).json as { readonly items: ReadonlyArray<unknown> }).items.length

/** A way to the server on which what is sent arrives at once, and what is answered waits for a word. */
const slowWay = async (url: string) => {
  const { promise: answers, resolve: answer } = Promise.withResolvers<void>()
  const way = { isSlow: false, sent: 0, answer }
  const server = createServer((near) => {
    const far = connect(Number(new URL(url).port), "127.0.0.1")
    near.on("data", (bytes) => {
      if (bytes.toString("latin1").startsWith("POST /desk/questions/new")) way.sent++
      far.write(bytes)
    })
    far.on("data", (bytes) => {
      if (way.isSlow) void answers.then(() => near.write(bytes))
      else near.write(bytes)
    })
    for (const end of [near, far])
      end.on("error", () => {}).on("close", () => [near, far].forEach((one) => one.destroy()))
  })
  await once(server.listen(0, "127.0.0.1"), "listening")
  onTestFinished(() => void server.close())
  return { way, slowUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

describe.skipIf(isMissing)(`a form of the desk${whyNot}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  it("is sent once, however often its button is pressed before the answer", async () => {
    const { client, open, signIn, url } = await openDesk(browser)
    const { page } = await open({ storageState: await signIn() })
    const { slowUrl, way } = await slowWay(url)
    await page.goto(`${slowUrl}/desk/questions/new`)
    await page.locator("[name=text]").fill(question.text)
    await page.locator("[name=answer]").fill(question.answer)
    const button = page.getByRole("button", { name: "Сохранить" })
    await button.scrollIntoViewIfNeeded()
    const { x, y } = (await button.boundingBox()) ?? { x: 0, y: 0 }
    // The hand of somebody who waits for nothing.
    const press = () => page.mouse.click(x + 5, y + 5)
    way.isSlow = true
    await press()
    await expect.poll(() => written(client)).toBe(1)
    await press()
    await press()
    way.answer()
    await page.getByText("Сохранено.").waitFor()
    expect([way.sent, await written(client)]).toEqual([1, 1])
    // Whoever comes back may write another one.
    await page.goBack()
    await page.locator("[name=text]").fill("Кто здесь?")
    await button.click()
    await page.getByText("Сохранено.").waitFor()
    expect(await written(client)).toBe(2)
  })

  it("that tries answers tells that the session is over, or that nobody answers, and tries once more", async () => {
    const { client, errors, open, signIn, url } = await openDesk(browser)
    const { json } = await client.post("/api/v1/questions", question)
    const { id } = json as { readonly id: string }
    const { context, page } = await open({ storageState: await signIn() })
    await page.goto(`${url}/desk/questions/${id}`)
    await page.locator("[name=given]").fill("это я")
    const button = page.getByRole("button", { name: "Проверить" })
    const cookies = await context.cookies()
    await context.clearCookies()
    await button.click()
    await page.locator("#verdicts").getByText("Нужно войти").waitFor()
    await page.locator("#verdicts").getByRole("link", { name: "Войти в новой вкладке" }).waitFor()
    await context.addCookies(cookies)
    await context.setOffline(true)
    await button.click()
    await page.getByText("Сервер не отвечает").waitFor()
    await context.setOffline(false)
    await button.click()
    await page.locator("#verdicts table").waitFor()
    expect(await page.getByText("Сервер не отвечает").isVisible()).toBe(false)
    expect(errors.splice(0).length).toBeGreaterThan(0)
  })
})
