/** What every Ownership does, between members that can reach each other. */
import { assert } from "@effect/vitest"
import type { Ownership } from "@znatoki/ports/ownership"
import { Context, Effect, Exit, Fiber, type Layer } from "effect"
import { eventually } from "./eventually.ts"
import { contract } from "./suite.ts"

/** Two who share, as two processes do. */
export class Members extends Context.Service<
  Members,
  { readonly one: Ownership["Service"]; readonly other: Ownership["Service"] }
>()("@znatoki/test-contracts/Members") {}

/** Work that tells when it begins and when it has finished. */
const workOf = (log: Array<string>, name: string) =>
  Effect.acquireUseRelease(
    Effect.sync(() => void log.push(`${name} begins`)),
    () => Effect.never,
    () =>
      Effect.andThen(
        Effect.sleep("20 millis"),
        Effect.sync(() => void log.push(`${name} ends`))
      )
  )

export const ownershipContract = <E>(name: string, empty: Layer.Layer<Members, E>): void => {
  contract("Ownership", name, empty, (proves) => {
    proves("one of two works; when it lets go the other does, after all is finished", () =>
      Effect.gen(function* () {
        const { one, other } = yield* Members
        const log: Array<string> = []
        const first = yield* Effect.forkChild(one.hold("bucket", workOf(log, "one")))
        yield* eventually(() => log.length === 1)
        const second = yield* Effect.forkChild(other.hold("bucket", workOf(log, "other")))
        yield* Effect.sleep("50 millis")
        assert.deepStrictEqual(log, ["one begins"])
        yield* Fiber.interrupt(first)
        yield* eventually(() => log.length === 3)
        assert.deepStrictEqual(log, ["one begins", "one ends", "other begins"])
        yield* Fiber.interrupt(second)
      })
    )

    proves("names are owned each for itself", () =>
      Effect.gen(function* () {
        const { one, other } = yield* Members
        const log: Array<string> = []
        const fibers = [
          yield* Effect.forkChild(one.hold("bucket 1", workOf(log, "one"))),
          yield* Effect.forkChild(other.hold("bucket 2", workOf(log, "other")))
        ]
        yield* eventually(() => log.includes("one begins") && log.includes("other begins"))
        for (const fiber of fibers) yield* Fiber.interrupt(fiber)
      })
    )

    proves("work that fails is told to who asked for it, and owns nothing any more", () =>
      Effect.gen(function* () {
        const { one, other } = yield* Members
        const log: Array<string> = []
        const exit = yield* Effect.exit(one.hold("bucket", Effect.fail("broken")))
        assert.deepStrictEqual(exit, Exit.fail("broken"))
        const next = yield* Effect.forkChild(other.hold("bucket", workOf(log, "other")))
        yield* eventually(() => log.length === 1)
        yield* Fiber.interrupt(next)
      })
    )
  })
}
