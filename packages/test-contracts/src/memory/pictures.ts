/** Pictures in memory. */
import { createHash } from "node:crypto"
import { Pictures } from "@znatoki/ports/pictures"
import { Effect, Layer } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<Pictures, never, MemoryDatabase> = Layer.effect(
  Pictures,
  Effect.gen(function* () {
    const { pictures } = yield* MemoryDatabase
    return {
      put: (picture) =>
        Effect.sync(() => {
          const hash = createHash("sha256").update(picture.bytes).digest("hex")
          pictures.set(hash, picture)
          return hash
        }),
      get: (hash) => Effect.sync(() => pictures.get(hash) ?? null)
    }
  })
)
