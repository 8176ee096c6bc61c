import { assert, it } from "@effect/vitest"
import { eventually } from "@znatoki/test-contracts/contracts/eventually"
import { Members, ownershipContract } from "@znatoki/test-contracts/contracts/ownership.contract"
import { OwnershipTable } from "@znatoki/test-contracts/memory/ownership"
import { Effect, Fiber, Layer } from "effect"

ownershipContract(
  "memory",
  Layer.sync(Members, () => {
    const table = new OwnershipTable()
    return { one: table.member(), other: table.member() }
  })
)

it.live("who loses what it holds has its work interrupted, and works again when it is its turn", () =>
  Effect.gen(function* () {
    const table = new OwnershipTable()
    const log: Array<string> = []
    const work = Effect.onInterrupt(
      Effect.suspend(() => {
        log.push("begins")
        return Effect.never
      }),
      () => Effect.sync(() => void log.push("interrupted"))
    )
    const holding = yield* Effect.forkChild(table.member().hold("bucket", work))
    yield* eventually(() => log.length === 1)
    table.lose("bucket")
    yield* eventually(() => log.length === 3)
    assert.deepStrictEqual(log, ["begins", "interrupted", "begins"])
    yield* Fiber.interrupt(holding)
  })
)
