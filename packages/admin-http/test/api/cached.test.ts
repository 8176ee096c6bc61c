/** What the API keeps ready: asked of the stores once, and once more as soon as somebody has changed it. */
import { Cache, type Caching, statsOfNothing, type Wanted } from "@znatoki/ports/cache"
import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import type { AdminOptions } from "../../src/app.ts"
import { type Client, makeClient, token } from "../admin-client.ts"
import { apiRoutes } from "../api-routes.ts"

/** Keeps everything until a tag changes, and tells what it was asked. */
const makeCache = () => {
  const kept = new Map<string, { readonly text: string; readonly wanted: Wanted }>()
  const loaded: Array<string> = []
  const ready: Array<string> = []
  const caching: Caching = {
    get: (wanted, load) => {
      const name = `${wanted.kind} ${wanted.key}`
      const known = kept.get(name)
      if (known !== undefined) return Effect.succeed(known.text)
      return Effect.tap(load, (text) => {
        loaded.push(wanted.kind)
        kept.set(name, { text, wanted })
        return Effect.void
      })
    },
    ready: ({ key, kind }) => {
      const known = kept.get(`${kind} ${key}`)
      if (known === undefined) return undefined
      ready.push(kind)
      return Buffer.from(known.text)
    },
    invalidate: (tags) =>
      Effect.sync(() => {
        for (const [name, { wanted }] of kept) if (wanted.tags.some((tag) => tags.includes(tag))) kept.delete(name)
      }),
    stats: Effect.succeed(statsOfNothing())
  }
  return { layer: Layer.succeed(Cache, caching), loaded, ready }
}

const textsIn = async (client: Client) =>
  ((await client.get("/api/v1/questions")).json as { items: ReadonlyArray<{ text: string }> }).items.map(
    ({ text }) => text
  )

const list = "/api/v1/questions"

/** Answered twice the usual way, and then from what is ready. */
const withReady = async (role: string, options: Partial<AdminOptions> = {}) => {
  const { layer, ready } = makeCache()
  const client = makeClient({ cache: layer, options })
  await client.post(list, draft("раз"))
  const { json } = await client.post("/api/v1/tokens", { name: "чтение", role, days: null })
  const { id, token } = json as { readonly id: string; readonly token: string }
  const look = (headers: Record<string, string> = {}) =>
    client.bare(list, { headers: { Authorization: `Bearer ${token}`, ...headers } })
  const first = await look()
  return { client, first, id, look, ready }
}

const draft = (text: string) => ({ text, answer: "ответ" })

describe("what the API keeps ready", () => {
  it("is loaded once, by whoever asks, until an editor changes it, who sees at once what they did", async () => {
    const { layer, loaded } = makeCache()
    const client = makeClient({ cache: layer })
    expect([await textsIn(client), await textsIn(client)]).toEqual([[], []])
    expect(loaded).toEqual(["questions"])
    const { json } = await client.post("/api/v1/questions", draft("раз"))
    expect(await textsIn(client)).toEqual(["раз"])
    const path = `/api/v1/questions/${(json as { readonly id: string }).id}`
    await client.patch(path, { text: "два" })
    expect(await textsIn(client)).toEqual(["два"])
    expect((await client.patch(path, { text: 5 })).status).toBe(400)
    expect(await textsIn(client)).toEqual(["два"])
    await client.delete(path)
    expect(await textsIn(client)).toEqual([])
    expect(loaded).toHaveLength(4)
  })

  it("is kept apart by what was asked for, and is nobody's who may not ask", async () => {
    const { layer, loaded } = makeCache()
    const client = makeClient({ cache: layer })
    await client.post("/api/v1/questions", draft("раз"))
    for (const query of ["", "?limit=1", "?search=%D0%B4%D0%B2%D0%B0", "?limit=1"])
      await client.get(`/api/v1/questions${query}`)
    expect(loaded).toHaveLength(3)
    expect((await client.bare("/api/v1/questions")).status).toBe(401)
    expect((await client.bare("/api/v1/questions", { headers: { Authorization: `Bearer ${token}x` } })).status).toBe(
      401
    )
  })

  it("is what the desk's page of players shows: names are looked up once, and anew when a game was counted", async () => {
    const { layer, loaded } = makeCache()
    const client = makeClient({ cache: layer })
    const look = () => client.bare("/desk/players", { headers: { Authorization: `Bearer ${token}` } })
    const [first, second] = [await look(), await look()]
    expect([first.status, second.status]).toEqual([200, 200])
    expect(loaded).toEqual(["leaders", "conversations"])
    await client.run(Effect.flatMap(Cache, ({ invalidate }) => invalidate(["statistics"])))
    await look()
    expect(loaded).toEqual(["leaders", "conversations", "leaders", "conversations"])
  })

  it("is answered before anything is started, as it was the first time but for its number", async () => {
    const { first, look, ready } = await withReady("viewer")
    const second = await look()
    expect(ready).toEqual(["questions"])
    expect([second.status, second.text]).toEqual([200, first.text])
    const number = "x-request-id"
    expect(second.headers.get(number)).toMatch(/^[\w-]{8,}$/)
    expect(second.headers.get(number)).not.toBe(first.headers.get(number))
    const others = (headers: Headers) => [...headers].filter(([name]) => name !== number)
    expect(others(second.headers)).toEqual(others(first.headers))
    expect((await look({ [number]: "abc-123" })).headers.get(number)).toBe("abc-123")
  })

  it("is told to nobody whose token was revoked, who is another, or who comes by another name", async () => {
    const { client, id, look, ready } = await withReady("viewer")
    expect((await look({ Host: "evil.example" })).status).toBe(421)
    expect((await look({ Origin: "http://evil.example" })).status).toBe(403)
    expect((await client.bare(list)).status).toBe(401)
    expect((await look()).status).toBe(200)
    expect(ready).toHaveLength(1)
    await client.delete(`/api/v1/tokens/${id}`)
    expect((await look()).status).toBe(401)
    expect(ready).toHaveLength(1)
  })

  it("counts for how often somebody may ask", async () => {
    const always = { everyMs: 0, burst: 1 }
    const limits = { address: always, who: { everyMs: 600_000, burst: 4 }, signInAddress: always, signInName: always }
    const { look, ready } = await withReady("viewer", { limits })
    const statuses = []
    for (let n = 0; n < 5; n++) statuses.push((await look()).status)
    expect(statuses).toEqual([200, 200, 200, 429, 429])
    expect(ready.length).toBeGreaterThanOrEqual(3)
  })

  it("is no failure", async () => {
    const { layer } = makeCache()
    let isThere = false
    const failing = Layer.succeed(
      QuestionCatalog,
      QuestionCatalog.of({
        list: () =>
          isThere ? Effect.succeed([]) : Effect.fail(new StoreUnavailable({ operation: "list", cause: "gone" }))
      } as never)
    )
    const client = makeClient({ cache: layer, catalog: failing })
    expect((await client.get("/api/v1/questions")).status).toBe(503)
    isThere = true
    expect((await client.get("/api/v1/questions")).status).toBe(200)
  })

  it("is only what says nothing of who asks, and whatever changes a question says so", () => {
    const specs = apiRoutes.map(({ spec }) => spec)
    for (const { cached, method, operationId, path } of specs) {
      if (cached === undefined) continue
      expect([method, path.includes("/me")], operationId).toEqual(["GET", false])
    }
    const writes = specs.filter(
      ({ method, path }) => method !== "GET" && /\/(questions|proposals|packs|variants)\b/.test(path)
    )
    expect(writes.length).toBeGreaterThan(3)
    // A file says so when its questions are in, which is later.
    const later = new Set(["sendImport"])
    expect(
      writes
        .filter(({ changes, operationId }) => !later.has(operationId) && !changes?.includes("questions"))
        .map((spec) => spec.operationId)
    ).toEqual([])
  })
})
