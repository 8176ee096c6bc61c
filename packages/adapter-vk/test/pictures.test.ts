import { assert, it } from "@effect/vitest"
import type { UploadedMedia } from "@znatoki/ports/uploaded-media"
import { pictureAddress, Pictures as StoredPictures } from "@znatoki/ports/pictures"
import { MemoryDatabase } from "@znatoki/test-contracts/memory/memory-database"
import * as MemoryPictures from "@znatoki/test-contracts/memory/pictures"
import * as MemoryUploadedMedia from "@znatoki/test-contracts/memory/uploaded-media"
import { Context, Effect, Layer, type Scope } from "effect"
import { VkCommunity } from "../src/api/vk-community.ts"
import type { VkApi } from "../src/api/vk-api.ts"
import { isPublicAddress } from "../src/pictures/public-address.ts"
import { layerOf, type Look, Pictures } from "../src/pictures/pictures.ts"
import { captureLogs } from "./fixtures/captured-logs.ts"
import { eventually } from "./fixtures/with-sandbox.ts"
import { pictureVk } from "./fixtures/picture-vk.ts"
import { settled } from "./fixtures/settled-look.ts"

const community = Layer.succeed(VkCommunity, { id: 77, screenName: null })

/** Here pictures lie on this machine. */
const anywhere = () => true

const picturesOf = Effect.fnUntraced(function* (
  vk: Layer.Layer<VkApi>,
  store: Context.Context<UploadedMedia | StoredPictures>,
  allows: (address: string) => boolean = anywhere
) {
  const layer = layerOf({ allows }).pipe(Layer.provide([vk, community, Layer.succeedContext(store)]))
  return Context.get(yield* Layer.build(layer), Pictures)
})

/** What is told of pictures that cannot be shown is no news here. */
const live = <E>(name: string, test: () => Effect.Effect<unknown, E, Scope.Scope>) =>
  it.live(name, () => Effect.provide(test(), captureLogs().layer))

const store = Layer.build(
  Layer.merge(MemoryUploadedMedia.layer, Layer.provide(MemoryPictures.layer, MemoryDatabase.layer([])))
)

live("five pictures are brought to VK side by side: none is answered before all five are under way", () =>
  Effect.gen(function* () {
    const vk = yield* pictureVk({ together: 5 })
    const pictures = yield* picturesOf(vk.layer, yield* store)
    const sources = ["1", "2", "3", "4", "5"].map((name) => `${vk.url}/p/${name}`)
    const looks = yield* Effect.forEach(sources, (source) => settled(pictures, source), { concurrency: "unbounded" })
    assert.deepStrictEqual(
      new Set(looks.map((look) => (look._tag === "Attached" ? look.attachment : look._tag))),
      new Set([1, 2, 3, 4, 5].map((id) => `photo-77_${id}_k`))
    )
  })
)

live("a picture is uploaded once, from wherever it comes and in whichever life", () =>
  Effect.gen(function* () {
    const vk = yield* pictureVk()
    const kept = yield* store
    const pictures = yield* picturesOf(vk.layer, kept)
    const sources = [`${vk.url}/p/same`, `${vk.url}/to/${encodeURIComponent("/p/same")}`]
    const looks = yield* Effect.forEach([...sources, ...sources], (source) => settled(pictures, source), {
      concurrency: "unbounded"
    })
    for (const look of looks) assert.deepStrictEqual(look, { _tag: "Attached", attachment: "photo-77_1_k" })
    const fetched = vk.counts.fetched
    const later = yield* picturesOf(vk.layer, kept)
    assert.strictEqual((yield* settled(later, sources[0] ?? ""))._tag, "Attached")
    assert.deepStrictEqual(vk.counts, { uploads: 1, saved: 1, fetched })

    yield* later.forget(sources[0] ?? "", "photo-77_1_k")
    assert.deepStrictEqual(yield* settled(later, sources[0] ?? ""), { _tag: "Attached", attachment: "photo-77_2_k" })
  })
)

live("an upload that fails is tried again, and one that keeps failing leaves the picture out", () =>
  Effect.gen(function* () {
    const shaky = yield* pictureVk({ failures: [{ status: 502, body: "<html>" }] })
    const pictures = yield* picturesOf(shaky.layer, yield* store)
    assert.strictEqual((yield* settled(pictures, `${shaky.url}/p/1`))._tag, "Attached")
    assert.strictEqual(shaky.counts.uploads, 2)

    const broken = yield* pictureVk({ failures: [{ status: 200, body: `{"error":"ERR_UPLOAD_BAD_IMAGE_FORMAT"}` }] })
    const refused = yield* picturesOf(broken.layer, yield* store)
    assert.deepStrictEqual(yield* settled(refused, `${broken.url}/p/1`), { _tag: "Absent" })
    assert.deepStrictEqual(yield* refused.look(`${broken.url}/p/1`), { _tag: "Absent" })
    assert.strictEqual(broken.counts.uploads, 1)
  })
)

live("what is no picture, or too large, or not there is left out without asking VK", () =>
  Effect.gen(function* () {
    const vk = yield* pictureVk()
    const pictures = yield* picturesOf(vk.layer, yield* store)
    for (const source of [
      `${vk.url}/text`,
      `${vk.url}/large`,
      `${vk.url}/none`,
      "file:///etc/passwd",
      "not an address"
    ]) {
      assert.deepStrictEqual(yield* settled(pictures, source), { _tag: "Absent" }, source)
    }
    assert.strictEqual(vk.counts.uploads, 0)
  })
)

live("nothing of a network of ours is fetched: by name, by number, or by being sent on to it", () =>
  Effect.gen(function* () {
    const vk = yield* pictureVk()
    const inside = yield* picturesOf(vk.layer, yield* store, isPublicAddress)
    const { port } = new URL(vk.url)
    for (const host of ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"]) {
      assert.deepStrictEqual(yield* settled(inside, `http://${host}:${port}/p/1`), { _tag: "Absent" }, host)
    }
    assert.strictEqual(vk.counts.fetched, 0)

    const other = yield* pictureVk()
    // One server counts as public here, and sends on to another.
    const onlyOnce = (() => {
      let times = 0
      return () => times++ === 0
    })()
    const sentOn = yield* picturesOf(vk.layer, yield* store, onlyOnce)
    const target = encodeURIComponent(`${other.url}/p/1`)
    assert.deepStrictEqual(yield* settled(sentOn, `${vk.url}/to/${target}`), { _tag: "Absent" })
    assert.strictEqual(other.counts.fetched, 0)
  })
)

live("a picture that came with a pack is taken from the store, and brought to VK once", () =>
  Effect.gen(function* () {
    const vk = yield* pictureVk()
    const kept = yield* store
    const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
    const hash = yield* Context.get(kept, StoredPictures).put({ type: "image/png", width: 1, height: 1, bytes })
    const attached: Look = { _tag: "Attached", attachment: "photo-77_1_k" }
    for (let life = 0; life < 2; life++) {
      const pictures = yield* picturesOf(vk.layer, kept, () => false)
      assert.deepStrictEqual(yield* settled(pictures, pictureAddress(hash)), attached)
    }
    assert.deepStrictEqual(vk.counts, { uploads: 1, saved: 1, fetched: 0 })

    const other = yield* picturesOf(vk.layer, kept)
    assert.deepStrictEqual(yield* settled(other, pictureAddress("0".repeat(64))), { _tag: "Absent" })
  })
)

live("what is to be shown soon is brought before anybody looks for it", () =>
  Effect.gen(function* () {
    const vk = yield* pictureVk()
    const pictures = yield* picturesOf(vk.layer, yield* store)
    const source = `${vk.url}/p/1`
    for (let times = 0; times < 3; times++) yield* pictures.prepare(source)
    yield* eventually("the picture is at VK", () => vk.counts.saved === 1)
    const look = yield* pictures.look(source)
    assert.deepStrictEqual(look._tag === "Coming" ? yield* settled(pictures, source) : look, {
      _tag: "Attached",
      attachment: "photo-77_1_k"
    })
    assert.deepStrictEqual(vk.counts, { uploads: 1, saved: 1, fetched: 1 })
  })
)

live("what VK holds already goes by its name, and nobody is asked", () =>
  Effect.gen(function* () {
    const vk = yield* pictureVk()
    const pictures = yield* picturesOf(vk.layer, yield* store)
    for (const attachment of ["video-1_2", "audio_message5_6_abc", "photo-77_1_k"]) {
      assert.deepStrictEqual(yield* pictures.look(attachment), { _tag: "Attached", attachment })
    }
    assert.deepStrictEqual(vk.counts, { uploads: 0, fetched: 0, saved: 0 })
  })
)

it.each([
  ["8.8.8.8", true],
  ["10.1.2.3", false],
  ["100.64.0.1", false],
  ["169.254.169.254", false],
  ["172.31.255.255", false],
  ["172.32.0.1", true],
  ["192.168.1.1", false],
  ["0.0.0.0", false],
  ["239.1.1.1", false],
  ["255.255.255.255", false],
  ["2a00:1450:4010::71", true],
  ["::", false],
  ["::1", false],
  ["::ffff:10.0.0.1", false],
  ["fe80::1", false],
  ["fd00::1", false],
  ["64:ff9b::a00:1", false],
  ["2002:a00:1::", false],
  ["example.org", false]
])("%s is of the public network: %s", (address, isPublic) => {
  assert.strictEqual(isPublicAddress(address), isPublic)
})
