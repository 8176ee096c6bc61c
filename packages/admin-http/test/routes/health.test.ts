import { assert, it } from "@effect/vitest"
import { Effect, Fiber, Layer } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it as test } from "vitest"
import { ReadinessChecks } from "@znatoki/runtime/ports/readiness"
import { complaints } from "../../src/routes/health.ts"
import { makeClient } from "../admin-client.ts"

const check = (name: string, reason: string | null) => ({ name, check: Effect.succeed(reason) })

describe("/health", () => {
  test("live needs no token and asks nobody", async () => {
    const client = makeClient({ checks: [check("postgres", "gone")] })
    expect(await client.bare("/health/live")).toMatchObject({ status: 200, json: { status: "alive" } })
  })

  test("ready when every part is", async () => {
    const client = makeClient({ checks: [check("postgres", null), check("vk", null)] })
    expect(await client.bare("/health/ready")).toMatchObject({
      status: 200,
      json: { status: "ready", ready: ["postgres", "vk"] }
    })
  })

  test("names what is not ready and tells nobody outside why", async () => {
    const client = makeClient({
      checks: [
        check("postgres", "no route to 10.0.0.5"),
        check("vk", null),
        { name: "broker", check: Effect.die(new Error("10.0.0.6")) }
      ]
    })
    const { status, json, text, headers } = await client.bare("/health/ready")
    expect(status).toBe(503)
    expect(headers.get("Retry-After")).toMatch(/^\d+$/)
    expect(json).toMatchObject({ detail: "Not ready: postgres, broker.", notReady: ["postgres", "broker"] })
    expect(text).not.toContain("10.0.0")
    expect(client.lines.join()).toContain("no route to 10.0.0.5")
  })

  it.effect("a check that hangs is a check that fails", () =>
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(complaints)
      yield* TestClock.adjust("3 seconds")
      assert.deepStrictEqual(yield* Fiber.join(fiber), [{ name: "deaf", reason: "no answer in time" }])
    }).pipe(Effect.provide(Layer.succeed(ReadinessChecks, [{ name: "deaf", check: Effect.never }])))
  )
})
