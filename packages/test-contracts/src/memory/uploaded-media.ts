/** UploadedMedia in memory. */
import { type Uploaded, UploadedMedia } from "@znatoki/ports/uploaded-media"
import { Effect, Layer } from "effect"

const keyOf = (community: string, source: string): string => JSON.stringify([community, source])

/** Lives as long as the layer. */
export const layer: Layer.Layer<UploadedMedia> = Layer.sync(UploadedMedia, () => {
  const kept = new Map<string, { readonly community: string; readonly uploaded: Uploaded }>()
  const all = (community: string) => [...kept.values()].filter((each) => each.community === community)
  return {
    bySource: (community, source) => Effect.sync(() => kept.get(keyOf(community, source))?.uploaded ?? null),
    byContent: (community, sha256) =>
      Effect.sync(
        () =>
          all(community)
            .map(({ uploaded }) => uploaded)
            .filter((uploaded) => uploaded.sha256 === sha256)
            .toSorted((a, b) => b.atMs - a.atMs)[0] ?? null
      ),
    keep: (community, uploaded) =>
      Effect.sync(() => void kept.set(keyOf(community, uploaded.source), { community, uploaded })),
    forget: (community, name) =>
      Effect.sync(() => {
        for (const { uploaded } of all(community)) {
          if (uploaded.name === name) kept.delete(keyOf(community, uploaded.source))
        }
      })
  }
})
