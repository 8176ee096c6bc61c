/** The stores in memory and on Postgres give the same answers to the same commands, whatever the commands. */
import { describePostgres } from "@znatoki/adapter-postgres/testing/postgres-fixture"
import { bank, play, someCommands } from "@znatoki/test-contracts/contracts/store-commands"
import { memoryStores } from "@znatoki/test-contracts/memory/memory-stores"
import { Effect } from "effect"
import fc from "fast-check"
import { assert, it } from "vitest"
import { emptyStores } from "./empty-stores.ts"

describePostgres("the stores in memory and on Postgres", (postgres) => {
  it("give the same answers to any commands", async () => {
    const seen = new Set<string>()
    let playing: Promise<unknown> = Promise.resolve()
    await fc.assert(
      fc.asyncProperty(someCommands, async (commands) => {
        const inMemory = await Effect.runPromise(play(commands).pipe(Effect.provide(memoryStores(bank))))
        const onPostgres = Effect.runPromise(play(commands).pipe(Effect.provide(emptyStores(postgres, bank))))
        playing = onPostgres
        assert.deepStrictEqual(await onPostgres, inMemory)
        for (const tag of JSON.stringify(inMemory).match(/"(Committed|Moved|Duplicate|StoreBroken)"/g) ?? [])
          seen.add(tag)
      }),
      { numRuns: 60, interruptAfterTimeLimit: 15_000 }
    )
    // One may have been interrupted: its database must not go before it.
    await playing
    assert.deepStrictEqual([...seen].toSorted(), ['"Committed"', '"Duplicate"', '"Moved"', '"StoreBroken"'])
  }, 120_000)
})
