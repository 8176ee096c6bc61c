import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect, Layer, ManagedRuntime } from "effect"
import { describe, expect, it } from "vitest"
import { makeHealthApp } from "../../src/health-app.ts"
import { Exposition } from "../../src/metrics/exposition.ts"
import { Recent } from "../../src/metrics/recent.ts"
import { makeClient } from "../admin-client.ts"

const works = (name: string) => ({ name, check: Effect.succeed({ problem: null }) })
const full = { name: "postgres", check: Effect.succeed({ problem: "cannot be written", sinceMs: 1_000 }) }

describe("/health", () => {
  it("live needs no token and asks nobody", async () => {
    const client = makeClient({ checks: [full] })
    expect(await client.bare("/health/live")).toMatchObject({ status: 200, json: { status: "alive" } })
  })

  it("ready when every part is, with the figures of each", async () => {
    const outbox = {
      name: "outbox",
      check: Effect.succeed({ problem: null, figures: { oldestUndeliveredSeconds: 3 } })
    }
    const client = makeClient({ checks: [works("postgres"), outbox] })
    expect(await client.bare("/health/ready")).toMatchObject({
      status: 200,
      json: {
        status: "ready",
        checks: [
          { name: "postgres", ready: true },
          { name: "outbox", ready: true, figures: { oldestUndeliveredSeconds: 3 } }
        ]
      }
    })
  })

  it("tells what is not ready and since when, and of a mistake of ours nothing but that there is one", async () => {
    const broker = { name: "broker", check: Effect.die(new Error("10.0.0.6")) }
    const client = makeClient({ checks: [full, works("inbox"), broker] })
    const { headers, json, status, text } = await client.bare("/health/ready")
    expect(status).toBe(503)
    expect(headers.get("Retry-After")).toMatch(/^\d+$/)
    expect(json).toMatchObject({
      detail: "Not ready: postgres cannot be written, broker cannot be checked.",
      checks: [
        { name: "postgres", ready: false, problem: "cannot be written", since: "1970-01-01T00:00:01.000Z" },
        { name: "inbox", ready: true },
        { name: "broker", ready: false, since: expect.stringMatching(/Z$/) }
      ]
    })
    expect(text).not.toContain("10.0.0")
    expect(client.lines.join()).toContain("10.0.0.6")
  })

  it("is all that the port of a bot answers, beside what is measured", async () => {
    const checks = Layer.effectDiscard(Effect.flatMap(ReadinessChecks, ({ add }) => add(full))).pipe(
      Layer.provideMerge(ReadinessChecks.layer)
    )
    const app = makeHealthApp(
      ManagedRuntime.make(Layer.mergeAll(checks, Exposition.layerOf(Effect.void), Recent.layer)),
      []
    )
    const statusOf = async (path: string) => (await app.request(path)).status
    expect(await statusOf("/health/live")).toBe(200)
    expect(await statusOf("/health/ready")).toBe(503)
    for (const path of ["/", "/api/v1/questions", "/api/v1/openapi.json"]) expect(await statusOf(path)).toBe(404)
  })
})
