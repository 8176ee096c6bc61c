import { ReadinessChecks } from "@znatoki/ports/readiness-checks"
import { Effect, Layer, ManagedRuntime } from "effect"
import { describe, expect, it } from "vitest"
import { makeHealthApp } from "../../src/health-app.ts"
import { Exposition } from "../../src/metrics/exposition.ts"
import { Recent } from "../../src/metrics/recent.ts"

const checks = Layer.effectDiscard(
  Effect.gen(function* () {
    const { add } = yield* ReadinessChecks
    const figures = { lastHeardSecondsAgo: 3 }
    yield* add({ name: "inbox", check: Effect.succeed({ problem: null, figures }) })
    yield* add({ name: "postgres", check: Effect.succeed({ problem: "cannot be reached" }) })
  })
).pipe(Layer.provideMerge(ReadinessChecks.layer))

const appOf = (alsoRefresh: Effect.Effect<void> = Effect.void) =>
  makeHealthApp(ManagedRuntime.make(Layer.mergeAll(checks, Exposition.layerOf(alsoRefresh), Recent.layer)), [])

describe("/metrics", () => {
  it("tells of the process, of the checks and of requests, by their route and not by what was asked for", async () => {
    let refreshed = 0
    const app = appOf(Effect.sync(() => void refreshed++))
    await app.request("/health/live")
    await app.request("/secret/health/live")
    const answer = await app.request("/metrics")
    expect(answer.headers.get("Content-Type")).toMatch(/^text\/plain; version=0\.0\.4/)
    const text = await answer.text()
    expect(text).toMatch(/^process_resident_memory_bytes [1-9]/m)
    expect(text).toMatch(/^process_cpu_seconds_total [\d.]+$/m)
    expect(text).toMatch(/^znatoki_ready\{check="inbox"\} 1$/m)
    expect(text).toMatch(/^znatoki_ready\{check="postgres"\} 0$/m)
    expect(text).toMatch(/^znatoki_last_heard_seconds_ago\{check="inbox"\} 3$/m)
    expect(text).toMatch(/^znatoki_http_requests_total\{route="\/health\/live",method="GET",status="200"\} [1-9]/m)
    expect(text).toMatch(/^znatoki_http_requests_total\{route="none",method="GET",status="404"\} [1-9]/m)
    expect(text).not.toContain("secret")
    expect(refreshed).toBe(1)
  })

  it("has processor time that only grows", async () => {
    const app = appOf()
    const seconds = async () =>
      Number(/^process_cpu_seconds_total ([\d.]+)$/m.exec(await (await app.request("/metrics")).text())?.[1])
    const first = await seconds()
    for (let work = 0; (await seconds()) <= first && work < 1e6; work++);
    expect(await seconds()).toBeGreaterThan(first)
  })
})

describe("/health/performance", () => {
  it("names the route that was slow", async () => {
    const app = appOf()
    await app.request("/health/performance")
    await app.request("/health/live")
    const figures = (await (await app.request("/health/performance")).json()) as {
      readonly times: ReadonlyArray<{ readonly name: string; readonly labels: Readonly<Record<string, string>> }>
    }
    const routes = figures.times
      .filter(({ name }) => name === "znatoki_http_request_seconds")
      .map(({ labels }) => labels)
    expect(routes).toContainEqual({ route: "/health/live" })
  })
})
