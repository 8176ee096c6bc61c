/** What every CursorStore does. */
import { assert } from "@effect/vitest"
import { CursorStore } from "@znatoki/ports/cursor-store"
import { Effect, type Layer } from "effect"
import { contract } from "./suite.ts"

export const cursorStoreContract = <E>(name: string, empty: Layer.Layer<CursorStore, E>): void => {
  contract("CursorStore", name, empty, (proves) => {
    proves("a cursor never saved is null", () =>
      Effect.gen(function* () {
        assert.isNull(yield* (yield* CursorStore).load("vk"))
      })
    )

    proves("the cursor saved last is loaded, each name for itself", () =>
      Effect.gen(function* () {
        const cursors = yield* CursorStore
        yield* cursors.save("vk", "1")
        yield* cursors.save("other", "ключ 🔑 'x'")
        yield* cursors.save("vk", "0")
        assert.strictEqual(yield* cursors.load("vk"), "0")
        assert.strictEqual(yield* cursors.load("other"), "ключ 🔑 'x'")
      })
    )
  })
}
