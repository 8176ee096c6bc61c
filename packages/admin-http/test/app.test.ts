import { QuestionCatalog } from "@znatoki/ports/question-catalog"
import { AskedFor } from "@znatoki/ports/telling"
import { StoreBroken, type StoreError, StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import { makeClient, token } from "./admin-client.ts"

const failing = (effect: Effect.Effect<never, StoreError>) =>
  Layer.succeed(QuestionCatalog, {
    list: () => effect,
    get: () => effect,
    create: () => effect,
    change: () => effect,
    history: () => effect,
    remove: () => effect
  })

const secret = "postgres://admin:hunter2@db"

describe("a request that goes nowhere", () => {
  it.each([
    "/nowhere",
    "/api",
    "/api/v1",
    "/api/v2/questions",
    "/api/v1/questions/",
    "/api/v1/games/a-1/state",
    "/health"
  ])("%s is 404", async (path) => {
    const { status, headers, json } = await makeClient().get(path)
    expect(status).toBe(404)
    expect(headers.get("Content-Type")).toBe("application/problem+json")
    expect(json).toEqual({
      type: "urn:znatoki:problem:not-found",
      title: "Not found",
      status: 404,
      detail: "There is nothing at this path."
    })
  })

  it.each([
    ["PUT", "/api/v1/questions", "GET, HEAD, POST, OPTIONS"],
    ["DELETE", "/api/v1/questions", "GET, HEAD, POST, OPTIONS"],
    ["POST", "/api/v1/questions/q1", "GET, HEAD, PATCH, DELETE, OPTIONS"],
    ["POST", "/api/v1/games", "GET, HEAD, OPTIONS"],
    ["DELETE", "/api/v1/games/a-1", "GET, HEAD, OPTIONS"],
    ["PURGE", "/api/v1/games/a-1/events", "GET, HEAD, OPTIONS"],
    ["DELETE", "/api/v1/dead-letters", "GET, HEAD, OPTIONS"],
    ["POST", "/health/ready", "GET, HEAD, OPTIONS"],
    ["POST", "/", "GET, HEAD, OPTIONS"]
  ])("%s %s is 405 and says what is allowed", async (method, path, allow) => {
    const { status, headers, json } = await makeClient().send(method, path)
    expect(status).toBe(405)
    expect(headers.get("Allow")).toBe(allow)
    expect(json).toMatchObject({ type: "urn:znatoki:problem:method-not-allowed", status: 405 })
  })
})

const preflight = (Origin: string) =>
  makeClient().send("OPTIONS", "/api/v1/questions", null, { Origin, "Access-Control-Request-Method": "POST" })

describe("HEAD and OPTIONS", () => {
  it("HEAD is GET without the body", async () => {
    const client = makeClient()
    const { status, text, headers } = await client.send("HEAD", "/api/v1/questions")
    expect([status, text]).toEqual([200, ""])
    expect(headers.get("Content-Type")).toBe("application/json")
    expect((await client.send("HEAD", "/api/v1/questions/nobody")).status).toBe(404)
  })

  it("OPTIONS tells the methods and opens nothing to other origins", async () => {
    const [own, foreign] = [await preflight("http://localhost"), await preflight("https://elsewhere.example")]
    expect([own.status, foreign.status]).toEqual([204, 403])
    expect(own.headers.get("Allow")).toBe("GET, HEAD, POST, OPTIONS")
    for (const { headers } of [own, foreign]) {
      expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([])
    }
  })
})

/** For how long a browser comes by HTTPS alone. */
const yearsOf = (headers: Headers): number =>
  Number(/max-age=(\d+)/.exec(headers.get("Strict-Transport-Security") ?? "")?.[1]) / 31_536_000

describe("every answer", () => {
  it.each(["/", "/health/live", "/api/v1/questions", "/api/v1/questions/nobody", "/nowhere"])(
    "%s has the headers that keep a browser careful, and is not stored",
    async (path) => {
      const { headers } = await makeClient().get(path)
      expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'")
      expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'")
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff")
      expect(headers.get("Referrer-Policy")).toBe("no-referrer")
      expect(headers.get("Cache-Control")).toBe("no-store")
      expect(yearsOf(headers)).toBeGreaterThanOrEqual(1)
    }
  )

  it.each(["/sign-in", "/desk", "/desk/nowhere"])("%s lets no script run but those with its number", async (path) => {
    const { headers } = await makeClient().get(path)
    const policy = headers.get("Content-Security-Policy") ?? ""
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).toMatch(/script-src 'nonce-[^']+'(;|$)/)
    expect(yearsOf(headers)).toBeGreaterThanOrEqual(1)
  })

  it("carries the request id it came with, or a new one", async () => {
    const client = makeClient()
    const given = await client.send("GET", "/api/v1/questions", null, { "X-Request-Id": "abc-123" })
    expect(given.headers.get("X-Request-Id")).toBe("abc-123")
    const one = (await client.bare("/nowhere")).headers.get("X-Request-Id")
    const other = (await client.bare("/api/v1/questions")).headers.get("X-Request-Id")
    expect(one).toMatch(/^[\w-]{8,}$/)
    expect(other).not.toBe(one)
  })

  it("does not repeat a request id that is no id", async () => {
    const { headers } = await makeClient().send("GET", "/", null, { "X-Request-Id": "<script>" })
    expect(headers.get("X-Request-Id")).toMatch(/^[\w-]{8,}$/)
  })
})

describe("the home page", () => {
  it("says what this is and where the API is", async () => {
    const { status, text, headers } = await makeClient().bare("/")
    expect(status).toBe(200)
    expect(headers.get("Content-Type")).toMatch(/^text\/html/)
    expect(text).toContain("/api/v1/questions")
    expect(text).not.toContain(token)
  })
})

describe("when the store fails", () => {
  const catalogs = {
    unavailable: failing(Effect.fail(new StoreUnavailable({ operation: "list", cause: new Error(secret) }))),
    broken: failing(Effect.fail(new StoreBroken({ operation: "list", problem: `column x of ${secret}` }))),
    defective: failing(Effect.die(new Error(secret)))
  }

  it("unavailable is 503 and says when to come again", async () => {
    const client = makeClient({ catalog: catalogs.unavailable })
    for (const path of ["/api/v1/questions", "/api/v1/questions/q1"]) {
      const { status, headers, text } = await client.get(path)
      expect(status).toBe(503)
      expect(headers.get("Retry-After")).toMatch(/^\d+$/)
      expect(text).not.toContain("hunter2")
    }
    expect((await client.post("/api/v1/questions", { text: "а", answer: "б" })).status).toBe(503)
    expect((await client.patch("/api/v1/questions/q1", { difficulty: 1 })).status).toBe(503)
    expect((await client.delete("/api/v1/questions/q1")).status).toBe(503)
  })

  it("is told of once when it begins, and once when it is over, however many ask", async () => {
    let isAway = true
    const asked = Effect.flatMap(AskedFor, (asked) => {
      if (asked !== null) asked.statements += 1
      const error = new StoreUnavailable({ operation: "list", cause: new Error("away") })
      return Effect.fail(isAway ? error : new StoreBroken({ operation: "list", problem: "x" }))
    })
    const client = makeClient({ catalog: failing(asked) })
    for (let i = 0; i < 3; i += 1) expect((await client.get("/api/v1/questions")).status).toBe(503)
    expect((await client.get("/desk/questions")).status).toBe(503)
    isAway = false
    for (let i = 0; i < 3; i += 1) expect((await client.get("/api/v1/questions")).status).toBe(500)
    const said = client.lines.filter((line) => line.includes("the store ") && !line.includes('"DEBUG"'))
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('"the store does not answer the API",{"operation":"list"')
    expect(said[1]).toContain('"the store answers the API again",{"sinceMs":')
  })

  it.each(["broken", "defective"] as const)("%s is 500 with the request id and nothing else", async (kind) => {
    const client = makeClient({ catalog: catalogs[kind] })
    const { status, json, text } = await client.send("GET", "/api/v1/questions", null, { "X-Request-Id": "find-me" })
    expect(status).toBe(500)
    expect(json).toEqual({
      type: "urn:znatoki:problem:internal-error",
      title: "Internal error",
      status: 500,
      detail: "Something went wrong here. It is in the log as request find-me."
    })
    expect(text).not.toContain("hunter2")
    expect(client.lines.some((line) => line.includes("find-me") && line.includes("hunter2"))).toBe(true)
  })
})

describe("a client that goes away", () => {
  it("interrupts the work, is no error of ours, and leaves no complaint in the log", async () => {
    const { promise: interrupted, resolve } = Promise.withResolvers<void>()
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const catalog = failing(
      Effect.sync(begin).pipe(
        Effect.andThen(Effect.never),
        Effect.onInterrupt(() => Effect.sync(resolve))
      )
    )
    const client = makeClient({ catalog })
    const controller = new AbortController()
    const headers = { Authorization: `Bearer ${token}` }
    const answered = client.app.request("/api/v1/questions", { headers, signal: controller.signal })
    await begun
    controller.abort()
    await interrupted
    // As servers commonly count it; nobody is there to read it.
    expect((await answered).status).toBe(499)
    expect(client.lines).toEqual([])
  })
})

describe("GET /api/v1/openapi.json", () => {
  it("describes every path that answers", async () => {
    const client = makeClient()
    const { status, json } = await client.get("/api/v1/openapi.json")
    expect(status).toBe(200)
    expect(json).toMatchObject({
      openapi: "3.1.0",
      paths: {
        "/api/v1/questions": { get: {}, post: {} },
        "/api/v1/questions/{id}": { get: {}, patch: {}, delete: {} },
        "/api/v1/games": { get: {} },
        "/api/v1/games/{id}": { get: {} },
        "/api/v1/games/{id}/events": { get: {} },
        "/api/v1/parked": { get: {} },
        "/api/v1/parked/{conversation}": { get: {} },
        "/api/v1/parked/{conversation}/release": { post: {} },
        "/api/v1/dead-letters": { get: {} },
        "/health/live": { get: {} },
        "/health/ready": { get: {} }
      },
      components: { schemas: { NewQuestion: { required: ["text", "answer"], additionalProperties: false } } }
    })
  })

  it("every reference leads somewhere", async () => {
    const { text, json } = await makeClient().get("/api/v1/openapi.json")
    const names = [...new Set([...text.matchAll(/"\$ref":"#\/([^"]*)"/g)].map(([, path]) => path ?? ""))]
    expect(names.length).toBeGreaterThan(5)
    for (const name of names) expect(json).toHaveProperty(name.split("/"))
  })
})
