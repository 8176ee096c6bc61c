/** Moments at the desk: of two that are years apart each is told from the other. */
import { describe, expect, it } from "vitest"
import { makeClient } from "../admin-client.ts"
import { moment } from "../../src/desk/parts/when.ts"

describe("a moment", () => {
  it("has its year, by Moscow time", () => {
    const last = Date.UTC(2026, 11, 31, 21, 5)
    expect(String(moment(last, "ru"))).toContain(">01.01.2027, 00:05<")
    expect(String(moment(last, "en"))).toContain(">1 Jan 2027, 00:05<")
  })

  it("until which a token holds is not read as one of today", async () => {
    const client = makeClient()
    const { json } = await client.post("/api/v1/tokens", { name: "выгрузка", role: "viewer", days: 365 })
    const { expiresAt } = json as { readonly expiresAt: string }
    const { text } = await client.get("/desk/admins")
    expect(text).toContain(`${new Date(Date.parse(expiresAt) + 3 * 3_600_000).getUTCFullYear()}, `)
  })
})
