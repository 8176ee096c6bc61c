/** Pictures in memory. */
import { createHash } from "node:crypto"
import { type PictureHash, Pictures } from "@znatoki/ports/pictures"
import { Effect, Layer } from "effect"
import { MemoryDatabase } from "./memory-database.ts"

export const layer: Layer.Layer<Pictures, never, MemoryDatabase> = Layer.effect(
  Pictures,
  Effect.gen(function* () {
    const { pictures } = yield* MemoryDatabase
    const made = new Map<PictureHash, PictureHash>()
    return {
      put: (picture, file) =>
        Effect.sync(() => {
          const hash = createHash("sha256").update(picture.bytes).digest("hex")
          pictures.set(hash, picture)
          if (file !== undefined) made.set(file, hash)
          return hash
        }),
      madeOf: (file) =>
        Effect.sync(() => {
          const hash = made.get(file) ?? file
          const picture = pictures.get(hash)
          if (picture === undefined) return null
          const { bytes, ...facts } = picture
          return { ...facts, hash, size: bytes.length }
        }),
      get: (hash) => Effect.sync(() => pictures.get(hash) ?? null)
    }
  })
)
