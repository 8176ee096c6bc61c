/** A file as a picture that may be kept. The library is compiled for no machine in particular: the same comes out on each. */
import type { Picture } from "@znatoki/ports/pictures"
import Vips from "wasm-vips"
import { isBareJpeg } from "./bare-jpeg.ts"
import type { Made, Order } from "./orders.ts"

const sideMax = 1280
/** More than any camera's handout; looked at before anything is decoded. */
const pixelsMax = 40_000_000
/** VK shows none that is longer. */
const shapeMax = 20
/** Letters on it stay sharp. */
const quality = 85

const loaders = ["Jpeg", "Png", "Nsgif", "Webp"]

let opened: Promise<typeof Vips> | undefined

/** What it finds wrong with a file is told by refusing it. */
const quiet = ({ ENV }: { readonly ENV: Record<string, string> }): void => void (ENV["VIPS_WARNING"] = "0")

/** It reads what people send: whatever it can read beside these is shut off. */
const open = async (): Promise<typeof Vips> => {
  const vips = await Vips({ dynamicLibraries: [], preRun: quiet })
  vips.concurrency(1)
  vips.Cache.max(0)
  vips.operationBlock("VipsForeignLoad", true)
  for (const loader of loaders) vips.operationBlock(`VipsForeignLoad${loader}`, false)
  return vips
}

const during = <A extends { delete(): void }, B>(held: A, use: (held: A) => B): B => {
  try {
    return use(held)
  } finally {
    held.delete()
  }
}

const refusedFor = (width: number, height: number): string | null => {
  if (width * height > pixelsMax) return `${width} × ${height} is too large`
  return Math.max(width, height) > shapeMax * Math.min(width, height) ? `${width} × ${height} is too long` : null
}

/** In memory, whole: what is broken anywhere has failed by then. */
const small = (vips: typeof Vips, file: Uint8Array): Vips.Image =>
  during(
    vips.Image.thumbnailBuffer(file, sideMax, {
      height: sideMax,
      size: vips.Size.down,
      // As an option of its own it says nothing to the loader.
      option_string: "[fail_on=truncated]",
      output_profile: "srgb"
    }),
    (upright) =>
      upright.hasAlpha()
        ? during(upright.flatten({ background: [255, 255, 255] }), (opaque) => opaque.copyMemory())
        : upright.copyMemory()
  )

/** Of lines and letters the one is smaller, of a photograph the other; a photograph is not worn off by being sent again. */
const written = (image: Vips.Image, { file, kind }: Order, isWhole: boolean): Pick<Picture, "bytes" | "type"> => {
  if (kind === "jpeg" && isWhole && isBareJpeg(file)) return { type: "image/jpeg", bytes: file }
  const jpeg = image.jpegsaveBuffer({ Q: quality, keep: 0 })
  const png = kind === "jpeg" ? null : image.pngsaveBuffer({ keep: 0 })
  return png === null || png.length > jpeg.length
    ? { type: "image/jpeg", bytes: jpeg }
    : { type: "image/png", bytes: png }
}

export const makePicture = async (order: Order): Promise<Made> => {
  opened ??= open()
  const vips = await opened
  try {
    const [width, height] = during(vips.Image.newFromBuffer(order.file), (head) => [head.width, head.height] as const)
    const refused = refusedFor(width, height)
    if (refused !== null) return { refused }
    return during(small(vips, order.file), (image) => ({
      picture: {
        ...written(image, order, image.width === width && image.height === height),
        width: image.width,
        height: image.height
      }
    }))
  } catch {
    // What the library says of it may have words of the file.
    return { refused: "it is broken" }
  }
}
