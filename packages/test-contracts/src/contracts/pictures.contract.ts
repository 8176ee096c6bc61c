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

    proves("what was made of a file is known by the file, and a picture is known by itself", () =>
      Effect.gen(function* () {
        const pictures = yield* Pictures
        const [one, other] = ["1".repeat(64), "2".repeat(64)]
        const picture = { type: "image/png", width: 3, height: 2, bytes: Uint8Array.of(1, 2, 3) }
        assert.isNull(yield* pictures.madeOf(one))
        const hash = yield* pictures.put(picture, one)
        const facts = { hash, type: "image/png", width: 3, height: 2, size: 3 }
        assert.deepStrictEqual(yield* pictures.madeOf(one), facts)
        assert.deepStrictEqual(yield* pictures.madeOf(hash), facts)
        assert.isNull(yield* pictures.madeOf(other))
        yield* pictures.put(picture, other)
        yield* pictures.put(picture, hash)
        assert.deepStrictEqual(yield* pictures.madeOf(other), facts)
        for (const none of ["", "\u0000", hash.slice(1)]) assert.isNull(yield* pictures.madeOf(none))
      })
    )
  })
}
