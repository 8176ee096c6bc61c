import { PictureCleaner, pictureBytesMax, PictureRefused } from "@znatoki/ports/picture-cleaner"
import { assert, it, layer } from "@effect/vitest"
import { Effect } from "effect"
import { BroadcastChannel } from "node:worker_threads"
import { deflateSync } from "node:zlib"
import { isBareJpeg } from "../src/bare-jpeg.ts"
import { layer as cleaner, layerOf } from "../src/cleaner.ts"
import { fileKind } from "../src/file-kind.ts"
import { fieldsOf, files, photo, secretIn, vips } from "./drawn.ts"

const clean = (file: Uint8Array) => Effect.flatMap(PictureCleaner, (cleaner) => cleaner.clean(file))

const reasonFor = (file: Uint8Array) =>
  Effect.map(Effect.flip(clean(file)), (refused) => {
    assert.instanceOf(refused, PictureRefused)
    return refused.reason
  })

const chunk = (name: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
}

/** A few bytes that say they are so wide and high. */
const bomb = (width: number, height: number): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0))
  ])
}

layer(cleaner, { excludeTestServices: true })("a picture", (it) => {
  for (const [name, file] of Object.entries(files)) {
    it.effect(`of ${name} is a JPEG or a PNG of 1280 pixels a side at most, tells nothing, and stays as it is`, () =>
      Effect.gen(function* () {
        const made = yield* clean(file)
        assert.include(["image/jpeg", "image/png"], made.type)
        assert.strictEqual(`image/${fileKind(made.bytes)}`, made.type)
        assert.isAtMost(Math.max(made.width, made.height), 1280)
        assert.isFalse(secretIn(made.bytes))
        const seen = vips.Image.newFromBuffer(made.bytes)
        assert.deepStrictEqual([seen.width, seen.height, seen.bands], [made.width, made.height, 3])
        assert.notMatch(fieldsOf(seen), /exif|xmp|iptc|icc|orientation/)
        assert.deepStrictEqual(yield* clean(made.bytes), made)
      })
    )
  }

  it.effect("of lines stays sharp, one of a photograph stays small", () =>
    Effect.gen(function* () {
      assert.strictEqual((yield* clean(files["a PNG of lines"])).type, "image/png")
      assert.strictEqual((yield* clean(files["a PNG of a photograph"])).type, "image/jpeg")
      assert.deepInclude(yield* clean(files["a large JPEG"]), { width: 1280, height: 853 })
    })
  )

  it.effect("that a phone turned is upright", () =>
    Effect.gen(function* () {
      assert.isTrue(secretIn(files["a JPEG of a phone"]))
      const made = yield* clean(files["a JPEG of a phone"])
      assert.deepStrictEqual([made.width, made.height], [200, 400])
      // What was its upper left is its upper right.
      const seen = vips.Image.newFromBuffer(made.bytes)
      assert.isBelow(seen.getpoint(150, 50)[0] ?? 255, 30)
      assert.isAbove(seen.getpoint(50, 50)[0] ?? 0, 225)
    })
  )

  it.effect("is white where it was glass", () =>
    Effect.gen(function* () {
      const { bytes } = yield* clean(files["a PNG with glass"])
      assert.deepStrictEqual(vips.Image.newFromBuffer(bytes).getpoint(10, 10), [255, 255, 255])
    })
  )

  it.effect("that would burst is refused by what it says of itself, and so is what is none", () =>
    Effect.gen(function* () {
      const small = bomb(30_000, 30_000)
      assert.isBelow(small.length, 200)
      assert.strictEqual(yield* reasonFor(small), "30000 × 30000 is too large")
      assert.strictEqual(yield* reasonFor(bomb(2_100, 100)), "2100 × 100 is too long")
      for (const cut of [files.jpeg, files["a PNG of a photograph"], files.gif, files.webp])
        assert.strictEqual(yield* reasonFor(cut.slice(0, cut.length / 2)), "it is broken")
      const none = "it is neither JPEG nor PNG, GIF or WebP"
      for (const words of ["", "<svg xmlns='http://www.w3.org/2000/svg'/>", "BM6", "II*\u0000"]) {
        assert.strictEqual(yield* reasonFor(new TextEncoder().encode(words)), none)
      }
      const large = new Uint8Array(pictureBytesMax + 1)
      large.set(files.jpeg)
      assert.strictEqual(yield* reasonFor(large), "it has more than 10 MB")
      assert.strictEqual((yield* clean(files.gif)).width, 200)
    })
  )
})

it.live("a picture is made by a new thread when the old one had nothing to do", () =>
  Effect.gen(function* () {
    const first = yield* clean(files.gif)
    yield* Effect.sleep("20 millis")
    assert.deepStrictEqual(yield* clean(files.gif), first)
  }).pipe(Effect.provide(layerOf({ idleMs: 1 })))
)

/** Threads that tell when they begin, and end when they are told to. */
const waiting = (threads: number) => layerOf({ threads, script: new URL("waiting-thread.ts", import.meta.url) })

it.live("several pictures are made at once, and no more than there are threads", () =>
  Effect.gen(function* () {
    const channel = new BroadcastChannel("picture-cleaner")
    const begun: Array<number> = []
    const arrived: Array<number> = []
    let together = 0
    const heard = (): void => {
      together = Math.max(together, begun.length - arrived.length)
      // With one at a time nobody would ever be let go.
      if (begun.length === 2 || begun.length === 4) channel.postMessage("go")
    }
    channel.addEventListener("message", () => {
      begun.push(1)
      heard()
    })
    const one = Effect.map(clean(files.gif), () => arrived.push(1))
    yield* Effect.all([one, one, one, one], { concurrency: "unbounded", discard: true }).pipe(
      Effect.ensuring(Effect.sync(() => channel.close()))
    )
    assert.lengthOf(arrived, 4)
    assert.strictEqual(together, 2)
  }).pipe(Effect.provide(waiting(2)))
)

it("a JPEG is bare that has its picture and nothing else", () => {
  const bare = photo(90, 60).jpegsaveBuffer({ keep: 0 })
  assert.isTrue(isBareJpeg(bare))
  assert.isFalse(isBareJpeg(files["a JPEG of a phone"]))
  for (const more of [[0], [0xff, 0xd9], [0xff, 0xfe, 0, 3, 65]])
    assert.isFalse(isBareJpeg(Uint8Array.of(...bare, ...more)))
  const comment = [0xff, 0xfe, 0, 3, 65]
  assert.isFalse(isBareJpeg(Uint8Array.of(0xff, 0xd8, ...comment, ...bare.slice(2))))
  for (const length of [0, 1, 3, 100, bare.length - 1]) assert.isFalse(isBareJpeg(bare.slice(0, length)))
})
