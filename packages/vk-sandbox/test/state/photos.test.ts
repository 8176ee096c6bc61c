import { expect, it } from "vitest"
import { makePhotos } from "../../src/state/photos.ts"

const picture = (megabytes: number) => ({ bytes: new Uint8Array(megabytes * 1024 * 1024), type: "image/png" })

it("pictures are kept up to 200 MB: the oldest go first, the newest never", () => {
  const photos = makePhotos()
  const save = (megabytes: number) => photos.save(photos.upload(picture(megabytes)), 0)?.id ?? 0
  const ids = Array.from({ length: 5 }, () => save(45))
  expect(ids.map((id) => photos.get(id) !== undefined)).toEqual([false, true, true, true, true])
  expect(photos.get(save(250))).toBeDefined()
  expect(photos.list().items).toHaveLength(1)
})

it("uploads that nobody saves are kept no longer", () => {
  const photos = makePhotos()
  const ids = Array.from({ length: 5 }, () => photos.upload(picture(45)))
  expect(ids.map((id) => photos.save(id, 0) !== undefined)).toEqual([false, true, true, true, true])
})
