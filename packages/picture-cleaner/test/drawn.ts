/** Files of every format, drawn by the library itself. */
import Vips from "wasm-vips"

export const vips = await Vips({ dynamicLibraries: [] })

/** Colours that run, as in a photograph. */
export const photo = (width: number, height: number): Vips.Image =>
  vips.Image.xyz(width, height)
    .bandjoin(vips.Image.gaussnoise(width, height, { seed: 1, sigma: 20, mean: 100 }))
    .linear([255 / width, 255 / height, 1], [0, 0, 0], { uchar: true })
    .copy({ interpretation: "srgb" })

/** Its upper left quarter is black, the rest white. */
export const corner = (width: number, height: number): Vips.Image =>
  vips.Image.black(width / 2, height / 2, { bands: 3 })
    .embed(0, 0, width, height, { extend: vips.Extend.white })
    .copy({ interpretation: "srgb" })

const secret = "Мой дом, 55.75 N"

/** With where it was taken, and turned as a phone turns it. */
const told = (image: Vips.Image, orientation: number): Vips.Image => {
  const copy = image.copyMemory()
  copy.setInt("orientation", orientation)
  copy.setString("exif-ifd0-ImageDescription", `${secret} (${secret}, ASCII, ${secret.length} components)`)
  copy.setBlob("xmp-data", new TextEncoder().encode(secret))
  return copy
}

export const files = {
  jpeg: photo(900, 600).jpegsaveBuffer(),
  "a JPEG of a phone": told(corner(400, 200), 6).jpegsaveBuffer({ Q: 100 }),
  // Of a smaller one, as it is its size alone that matters.
  "a large JPEG": photo(750, 500).copyMemory().zoom(4, 4).jpegsaveBuffer({ Q: 90 }),
  "a PNG of lines": told(corner(500, 300), 1).pngsaveBuffer(),
  "a PNG of a photograph": photo(700, 400).pngsaveBuffer(),
  "a PNG with glass": corner(300, 300).bandjoin(vips.Image.black(300, 300)).pngsaveBuffer(),
  gif: corner(200, 100).gifsaveBuffer(),
  webp: photo(600, 300).webpsaveBuffer()
} as const

export const secretIn = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(secret)

/** What a picture tells beside itself. */
export const fieldsOf = (image: Vips.Image): string => {
  const fields = image.getFields()
  return Array.from({ length: fields.size() }, (_, i) => fields.get(i)).join(" ")
}
