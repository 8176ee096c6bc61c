import { Effect, Exit, Scope } from "effect"
import { describe, expect, it } from "vitest"
import { listen } from "../src/server.ts"
import { makeClient, token } from "./admin-client.ts"
import { apiRoutes } from "./api-routes.ts"
import { isMissing, openBrowser, whyNot } from "@znatoki/test-browser/browser"

describe.skipIf(isMissing)(`the reference${whyNot}`, () => {
  it("tells of every route, asks nothing of any other server, and keeps to its policy", async () => {
    const scope = Effect.runSync(Scope.make())
    const { app } = makeClient()
    const { url } = await Effect.runPromise(listen(app, { port: 0, graceMs: 0 }).pipe(Scope.provide(scope)))
    const browser = await openBrowser()
    const context = await browser.newContext({ httpCredentials: { username: "anybody", password: token } })
    const page = await context.newPage()
    const [asked, errors] = [new Set<string>(), [] as Array<string>]
    page.on("request", (request) => void asked.add(new URL(request.url()).origin))
    page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())))
    page.on("pageerror", (error) => errors.push(String(error)))
    // The document is not for Basic: as a program, by the token.
    await page.route("**/api/v1/openapi.json", (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } })
    )
    await page.goto(`${url}/reference`)
    await page
      .locator(".opblock")
      .nth(apiRoutes.length - 1)
      .waitFor()
    expect(await page.locator(".opblock").count()).toBe(apiRoutes.length)
    expect(errors).toEqual([])
    expect([...asked].filter((origin) => origin !== url && origin !== "null")).toEqual([])
    await browser.close()
    await Effect.runPromise(Scope.close(scope, Exit.void))
  })
})
