/** What every UploadedMedia does. */
import { assert } from "@effect/vitest"
import { EpochMs } from "@znatoki/engine"
import { type Uploaded, UploadedMedia } from "@znatoki/ports/uploaded-media"
import { Effect, type Layer } from "effect"
import { contract } from "./suite.ts"

const uploadedOf = (source: string, sha256: string, name: string, at = 0): Uploaded => ({
  source,
  sha256,
  name,
  atMs: EpochMs.make(1_700_000_000_000 + at)
})
const dial = uploadedOf("https://example.org/циферблат.png", "aa", "photo-1_2_key")

export const uploadedMediaContract = <E>(name: string, empty: Layer.Layer<UploadedMedia, E>): void => {
  contract("UploadedMedia", name, empty, (proves) => {
    proves("a picture is found by where it came from and by its bytes", () =>
      Effect.gen(function* () {
        const media = yield* UploadedMedia
        assert.isNull(yield* media.bySource("vk:1", dial.source))
        assert.isNull(yield* media.byContent("vk:1", dial.sha256))
        yield* media.keep("vk:1", dial)
        assert.deepStrictEqual(yield* media.bySource("vk:1", dial.source), dial)
        assert.deepStrictEqual(yield* media.byContent("vk:1", dial.sha256), dial)
      })
    )

    proves("a community knows nothing of another's pictures", () =>
      Effect.gen(function* () {
        const media = yield* UploadedMedia
        yield* media.keep("vk:1", dial)
        assert.isNull(yield* media.bySource("vk:2", dial.source))
        assert.isNull(yield* media.byContent("vk:2", dial.sha256))
        yield* media.keep("vk:2", dial)
        yield* media.forget("vk:2", dial.name)
        assert.deepStrictEqual(yield* media.bySource("vk:1", dial.source), dial)
      })
    )

    proves("what was learnt last of a source and of a picture counts", () =>
      Effect.gen(function* () {
        const media = yield* UploadedMedia
        yield* media.keep("vk:1", dial)
        const changed = { ...dial, sha256: "bb", name: "photo-1_3_key" }
        yield* media.keep("vk:1", changed)
        assert.deepStrictEqual(yield* media.bySource("vk:1", dial.source), changed)
        assert.isNull(yield* media.byContent("vk:1", dial.sha256))
        const elsewhere = uploadedOf("https://example.org/2.png", "bb", "photo-1_4_key", 1)
        yield* media.keep("vk:1", elsewhere)
        assert.deepStrictEqual(yield* media.byContent("vk:1", "bb"), elsewhere)
      })
    )

    proves("a name that is good no more is forgotten wherever it stands", () =>
      Effect.gen(function* () {
        const media = yield* UploadedMedia
        yield* media.keep("vk:1", dial)
        yield* media.keep("vk:1", { ...dial, source: "https://example.org/2.png" })
        yield* media.keep("vk:1", uploadedOf("https://example.org/3.png", "cc", "photo-1_3_key"))
        yield* media.forget("vk:1", dial.name)
        assert.isNull(yield* media.bySource("vk:1", dial.source))
        assert.isNull(yield* media.byContent("vk:1", dial.sha256))
        assert.isNotNull(yield* media.bySource("vk:1", "https://example.org/3.png"))
      })
    )
  })
}
