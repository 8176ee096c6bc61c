/** The way of one picture to VK: known already, or taken from the store or the web and uploaded, tried again where that may help. */
import { EpochMs } from "@znatoki/engine"
import { type PictureHash, pictureHashOf, Pictures as StoredPictures } from "@znatoki/ports/pictures"
import { UploadedMedia } from "@znatoki/ports/uploaded-media"
import { Clock, Effect, Random, Semaphore } from "effect"
import { createHash } from "node:crypto"
import { VkApi } from "../api/vk-api.ts"
import { VkCommunity } from "../api/vk-community.ts"
import { makeDrawing } from "./draw-picture.ts"
import { type Allows, fetchPicture } from "./fetch-picture.ts"
import { PictureTrouble } from "./picture-trouble.ts"
import { sharedWork } from "./shared-work.ts"
import { uploadPicture } from "./upload-picture.ts"

/** Each takes two calls of the twenty a second: messages must find room between them. */
const uploadsAtOnce = 5
/** Each may be ten megabytes. */
const fetchesAtOnce = 8
const attemptsMax = 4
const againMs = 500
/** What lies at an address may change. */
export const freshMs = 7 * 24 * 3_600_000

const retried = <A>(work: Effect.Effect<A, PictureTrouble>, failed = 0): Effect.Effect<A, PictureTrouble> =>
  work.pipe(
    Effect.catchTag("PictureTrouble", (trouble) => {
      if (!trouble.again || failed + 1 >= attemptsMax) return Effect.fail(trouble)
      return Random.nextBetween(0.5, 1.5).pipe(
        Effect.flatMap((jitter) => Effect.sleep(againMs * 2 ** failed * jitter)),
        Effect.andThen(retried(work, failed + 1))
      )
    })
  )

const hashOf = (bytes: string | Buffer): string => createHash("sha256").update(bytes).digest("hex")

/** The store only saves work. */
const known = <A>(ask: Effect.Effect<A, unknown>) => ask.pipe(Effect.catch(() => Effect.succeed(null)))

const fromStore = (pictures: StoredPictures["Service"], hash: PictureHash): Effect.Effect<Buffer, PictureTrouble> =>
  pictures.get(hash).pipe(
    Effect.mapError(() => new PictureTrouble({ reason: "the store of pictures does not answer", again: true })),
    Effect.flatMap((picture) =>
      picture === null
        ? Effect.fail(new PictureTrouble({ reason: "it is not in the store of pictures", again: false }))
        : Effect.succeed(Buffer.from(picture.bytes))
    )
  )

/** `allows`: from which addresses a picture may be fetched. */
export const makeBringPicture = Effect.fnUntraced(function* (allows: Allows) {
  const vk = yield* VkApi
  const community = VkCommunity.idOf(yield* VkCommunity)
  const store = yield* UploadedMedia
  const { cannot, draw } = yield* makeDrawing
  const pictures = yield* StoredPictures
  const fetches = Semaphore.makeUnsafe(fetchesAtOnce)
  const uploads = Semaphore.makeUnsafe(uploadsAtOnce)
  const uploadOnce = sharedWork<string, PictureTrouble>()

  const upload = Effect.fnUntraced(function* (bytes: Buffer, sha256: string) {
    const same = yield* known(store.byContent(community, sha256))
    return same?.name ?? (yield* retried(uploads.withPermit(uploadPicture(vk, new Uint8Array(bytes)))))
  })

  const bytesOf = (source: string): Effect.Effect<Buffer, PictureTrouble> => {
    const hash = pictureHashOf(source)
    return hash === null ? fetchPicture(source, allows) : fromStore(pictures, hash)
  }

  /** VK's name of the picture. */
  const bring = Effect.fn("bringPicture")(function* (source: string) {
    const nowMs = yield* Clock.currentTimeMillis
    const drawn = draw(source)
    // What a card says is kept nowhere but in its message.
    const key = drawn === null ? source : `card:${hashOf(source)}`
    const before = yield* known(store.bySource(community, key))
    if (before !== null && nowMs - before.atMs < freshMs) return before.name
    const bytes = yield* drawn ?? retried(fetches.withPermit(bytesOf(source)))
    const sha256 = hashOf(bytes)
    const keep = (name: string) =>
      known(store.keep(community, { source: key, sha256, name, atMs: EpochMs.make(nowMs) }))
    return yield* uploadOnce(sha256, Effect.tap(upload(bytes, sha256), keep)).pipe(Effect.tap(keep))
  })

  return { bring, cannot, forget: (name: string) => Effect.asVoid(known(store.forget(community, name))) }
})
