import { describe, expect, it } from "vitest"
import { makeClient } from "./admin-client.ts"

const ask = async (headers: Record<string, string>, localAddress = "10.0.0.5") => {
  const client = makeClient({ options: { hosts: ["Admin.example"] } })
  const env = { incoming: { socket: { localAddress, remoteAddress: "10.0.0.9" } } }
  return client.app.request("/health/live", { headers }, env)
}

describe("a request by name", () => {
  it.each([
    "localhost:8480",
    "LOCALHOST",
    "api.localhost:1",
    "127.0.0.1:8480",
    "127.9.9.9",
    "[::1]:8480",
    "10.0.0.5:8480",
    "admin.example",
    "ADMIN.example:443"
  ])("%s is answered", async (Host) => {
    expect((await ask({ Host })).status).toBe(200)
  })

  it("an address of IPv4 that Node writes as one of IPv6 is the same", async () => {
    expect((await ask({ Host: "10.0.0.5" }, "::ffff:10.0.0.5")).status).toBe(200)
  })

  it.each([
    "evil.example",
    "evil.example:8480",
    "10.0.0.6:8480",
    "localhost.evil.example",
    "127.0.0.1.evil.example",
    "evillocalhost",
    "admin.example.evil.example",
    "evil.example#@localhost",
    "localhost, evil.example",
    ""
  ])("«%s» is not ours", async (Host) => {
    const answer = await ask({ Host })
    expect(answer.status).toBe(421)
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json")
    expect(await answer.json()).toMatchObject({ type: "urn:znatoki:problem:unknown-host", status: 421 })
  })
})

it("is not told by a header of a proxy", async () => {
  expect((await ask({ Host: "evil.example", "X-Forwarded-Host": "localhost" })).status).toBe(421)
  expect((await ask({ Host: "localhost", "X-Forwarded-Host": "evil.example" })).status).toBe(200)
})

describe("a request of a page", () => {
  it.each([
    ["localhost:8480", "http://localhost:8480"],
    ["admin.example", "https://admin.example"]
  ])("of %s from %s is its own", async (Host, Origin) => {
    expect((await ask({ Host, Origin })).status).toBe(200)
  })

  it.each(["https://evil.example", "http://localhost:3000", "http://127.0.0.1:8480", "null", "file://", ""])(
    "from «%s» is refused",
    async (Origin) => {
      const answer = await ask({ Host: "localhost:8480", Origin })
      expect(answer.status).toBe(403)
      expect(await answer.json()).toMatchObject({ type: "urn:znatoki:problem:foreign-site" })
    }
  )
})
