/** CursorStore in memory. */
import { CursorStore } from "@znatoki/ports/cursor-store"
import { Effect, Layer } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<CursorStore, never, MemoryDatabase> = Layer.effect(
  CursorStore,
  Effect.gen(function* () {
    const { cursors } = yield* MemoryDatabase
    return {
      load: (name) => Effect.sync(() => cursors.get(name) ?? null),
      save: (name, value) => Effect.sync(() => void cursors.set(name, value))
    }
  })
)
