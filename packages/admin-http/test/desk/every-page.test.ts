/** Walks every page of the desk and every form of it as everybody who may come. */
import { describe, expect, it } from "vitest"
import { pagesOf } from "../../src/desk/add-desk.ts"
import type { Page } from "../../src/desk/page.ts"
import { OneTimeLinks } from "../../src/auth/one-time-links.ts"
import { type Client, makeClient } from "../admin-client.ts"
import { plain } from "../plain-options.ts"

const roles = ["viewer", "editor", "owner"] as const
const own = { Origin: "http://localhost" }
const asForm = { "Content-Type": "application/x-www-form-urlencoded" }

const pages = pagesOf(plain)
const forms = pages.filter(({ method }) => method === "POST")
const urlOf = ({ path }: Page): string => path.replaceAll(/:\w+/g, "1")
const nameOf = ({ method, path }: Page): string => `${method} ${path}`

const send = (client: Client, page: Page, headers: Record<string, string>) =>
  client.bare(urlOf(page), {
    method: page.method,
    headers: { ...own, ...headers, ...(page.method === "POST" ? asForm : {}) },
    body: page.method === "POST" ? "name=a" : null
  })

const tokenOf = async (client: Client, role: string): Promise<string> => {
  const { json } = await client.post("/api/v1/tokens", { name: role, role, days: null })
  return (json as { readonly token: string }).token
}

describe("every page and every role", () => {
  it("lets in whoever has the role, and nobody else", async () => {
    const client = makeClient()
    for (const role of roles) {
      const Authorization = `Bearer ${await tokenOf(client, role)}`
      for (const page of pages) {
        const { status } = await send(client, page, { Authorization })
        const mayDo = page.role === "anyone" || roles.indexOf(role) >= roles.indexOf(page.role)
        expect([nameOf(page), status === 403], `${role}: ${status}`).toEqual([nameOf(page), !mayDo])
        expect(status, nameOf(page)).toBeLessThan(500)
      }
    }
  })

  it("sends whoever is not known to the sign-in, where nothing typed would be lost by that, and streams nothing to them", async () => {
    const client = makeClient()
    for (const page of pages.filter(({ role }) => role !== "anyone")) {
      const { headers, status } = await send(client, page, {})
      const isSent = status === 303 && headers.get("Location")?.startsWith("/sign-in") === true
      expect(isSent || (status === 401 && page.method === "POST"), `${nameOf(page)}: ${status}`).toBe(true)
      if (page.live !== undefined) expect((await client.bare(`${urlOf(page)}/live`)).status).toBe(204)
    }
  })

  it("no form is taken from a page of another site, nor from none", async () => {
    const links = new OneTimeLinks()
    const client = makeClient({ options: { links } })
    const secret = links.make(null, Date.now())
    const came = await client.bare("/sign-in/link", {
      method: "POST",
      headers: { ...own, ...asForm },
      body: `secret=${secret}`
    })
    const Cookie = (came.headers.get("Set-Cookie") ?? "").split(";")[0] ?? ""
    const others = [{ Origin: "https://evil.example" }, { ...own, "Sec-Fetch-Site": "cross-site" }, { Origin: "null" }]
    for (const page of forms) {
      for (const headers of others)
        expect((await send(client, page, { Cookie, ...headers })).status, nameOf(page)).toBe(403)
      const bare = { method: "POST", headers: { Cookie, ...asForm }, body: "name=a" }
      expect((await client.bare(urlOf(page), bare)).status, nameOf(page)).toBe(403)
    }
    expect((await client.bare("/desk/me", { headers: { Cookie } })).status).toBe(200)
  })
})
