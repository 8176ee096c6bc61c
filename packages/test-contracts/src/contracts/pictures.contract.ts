/** The contract of the Pictures port. */
import { assert } from "@effect/vitest"
import { pictureAddress, pictureHashOf, Pictures } from "@znatoki/ports/pictures"
import { Effect, type Layer } from "effect"
import { contract } from "./suite.ts"

export const picturesContract = <E>(name: string, empty: Layer.Layer<Pictures, E>): void => {
  contract("Pictures", name, empty, (proves) => {
    proves("a picture comes back whole under the hash of its bytes, and there is only one of the same bytes", () =>
      Effect.gen(function* () {
        const pictures = yield* Pictures
        const picture = {
          type: "image/webp",
          width: 3,
          height: 2,
          bytes: Uint8Array.from({ length: 300 }, (_, i) => i)
        }
        const hash = yield* pictures.put(picture)
        assert.strictEqual(yield* pictures.put(picture), hash)
        assert.strictEqual(pictureHashOf(pictureAddress(hash)), hash)
        assert.isNull(pictureHashOf("https://example.org/a.png"))
        assert.deepStrictEqual(yield* pictures.get(hash), picture)
        for (const none of ["0".repeat(64), "", "\u0000", hash.slice(1)]) assert.isNull(yield* pictures.get(none))
      })
    )
  })
}
