/** Pictures, and somebody who reads them: how they are made is told by the tests of who makes them. */
import { PictureCleaner, PictureRefused } from "@znatoki/ports/picture-cleaner"
import { Effect, Layer } from "effect"
import { crc32, deflateSync } from "node:zlib"

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}

/** A PNG of stripes, each as bright as its number tells. */
export const pictureFile = (seed = 1, width = 240, height = 120): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const line = Buffer.from(Array.from({ length: width + 1 }, (_, x) => (x === 0 ? 0 : ((x >> 4) * 40 * seed) % 256)))
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))),
    chunk("IEND", Buffer.alloc(0))
  ])
}

/** A PNG is taken as it is; "again" may be taken another time. */
export const readerOfPictures = Layer.succeed(PictureCleaner, {
  clean: (bytes) => {
    const file = Buffer.from(bytes)
    if (file.toString("latin1", 1, 4) === "PNG" && file.length > 24)
      return Effect.succeed({
        type: "image/png",
        width: file.readUInt32BE(16),
        height: file.readUInt32BE(20),
        bytes: new Uint8Array(file)
      })
    return Effect.fail(new PictureRefused({ reason: "it is broken", again: file.toString() === "again" }))
  }
})
