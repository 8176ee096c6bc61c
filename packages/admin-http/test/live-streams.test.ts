/** Streams of what changes, whose reader may have lost the right to look since they began: they end, and tell nothing of what happened then. */
import { describe, expect, it } from "vitest"
import { type Client, makeClient, token } from "./admin-client.ts"
import { beginGame, endGame, game } from "./played-game.ts"

const password = "несколько слов подряд"
const own = { Origin: "http://localhost", "Content-Type": "application/json" }

const signIn = async (client: Client) => {
  const body = JSON.stringify({ name: "Анна", password })
  const { headers } = await client.bare("/api/v1/sign-in", { method: "POST", headers: own, body })
  return { Cookie: (headers.get("Set-Cookie") ?? "").split(";")[0] ?? "" }
}

const idIn = ({ json }: { readonly json: unknown }): string => (json as { readonly id: string }).id

/** Who looks, and what ends their right to. */
const readers = {
  "a session that its admin has ended": async (client: Client) => {
    await client.post("/api/v1/admins", { name: "Анна", role: "viewer", password })
    const cookie = await signIn(client)
    const end = () => client.bare("/api/v1/sign-out", { method: "POST", headers: { ...own, ...cookie }, body: "{}" })
    return { headers: cookie, end }
  },
  "an admin who is shut out": async (client: Client) => {
    const id = idIn(await client.post("/api/v1/admins", { name: "Анна", role: "viewer", password }))
    const end = () => client.patch(`/api/v1/admins/${id}`, { disabled: true })
    return { headers: await signIn(client), end }
  },
  "a token that is revoked": async (client: Client) => {
    const made = await client.post("/api/v1/tokens", { name: "табло", role: "viewer", days: 1 })
    const { token } = made.json as { readonly token: string }
    const end = () => client.delete(`/api/v1/tokens/${idIn(made)}`)
    return { headers: { Authorization: `Bearer ${token}` }, end }
  }
}

const open = async (client: Client, path: string, headers: Readonly<Record<string, string>>) => {
  const response = await client.app.request(path, { headers })
  expect(response.headers.get("Content-Type")).toBe("text/event-stream")
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  /** Null: it is over. Lines that say nothing are skipped. */
  const next = async (): Promise<string | null> => {
    const { value = null } = (await reader?.read()) ?? {}
    return value?.startsWith(":") === true ? next() : value
  }
  return { next, close: () => reader?.cancel() }
}

const streams = ["/api/v1/live", "/desk/live", `/desk/games/${game}/live`]

describe.each(Object.entries(readers))("%s", (_, reader) => {
  it.concurrent.each(streams)("reads nothing more on %s", async (path) => {
    const client = makeClient()
    await beginGame(client)
    const { end, headers } = await reader(client)
    const stream = await open(client, path, headers)
    expect(await stream.next()).toContain("data: ")
    expect((await end()).status).toBeLessThan(300)
    await endGame(client)
    expect(await stream.next()).toBe(null)
  })
})

describe("who still may look", () => {
  it.concurrent.each(streams)("is told on %s what changes", async (path) => {
    const client = makeClient()
    await beginGame(client)
    const stream = await open(client, path, { Authorization: `Bearer ${token}` })
    const first = await stream.next()
    await endGame(client)
    expect(await stream.next()).not.toBe(first)
    await stream.close()
  })
})

it.each(["/desk/imports/77/live", "/desk/games/none-7/live"])(
  "what is not there is not kept as it is: %s",
  async (path) => {
    const { status } = await makeClient().get(path)
    expect(status).toBe(204)
  }
)
