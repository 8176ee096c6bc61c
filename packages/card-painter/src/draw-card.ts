/** A card as the bytes of a PNG. */
import { initWasm, Resvg } from "@resvg/resvg-wasm"
import type { ResultCard } from "@znatoki/chat/result-card"
import type { CardScheme } from "@znatoki/ports/card-painter"
import satori from "satori"
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"
import { height, layoutOf, width } from "./layout.ts"
import { emojiPicture, readFonts } from "./letters.ts"

let fonts: ReturnType<typeof readFonts> | undefined

/** Letters become shapes, so that whatever draws them needs no font. */
const svgOf = async (card: ResultCard, scheme: CardScheme): Promise<string> => {
  fonts ??= readFonts()
  return await satori(layoutOf(card, scheme), {
    width,
    height,
    fonts: await fonts,
    loadAdditionalAsset: async (kind, letters) => (kind === "emoji" ? ((await emojiPicture(letters)) ?? "") : "")
  })
}

/** As wide as VK shows pictures. */
const shownWidth = 1080

/** Compiled for no machine in particular: what is installed on one draws on every other. */
let ready: Promise<void> | undefined
const readPainter = async (): Promise<void> =>
  initWasm(await readFile(fileURLToPath(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"))))

export const drawCard = async (card: ResultCard, scheme: CardScheme): Promise<Uint8Array> => {
  ready ??= readPainter()
  const [svg] = await Promise.all([svgOf(card, scheme), ready])
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false }, fitTo: { mode: "width", value: shownWidth } })
  const drawn = drawing.render()
  const png = drawn.asPng()
  drawn.free()
  drawing.free()
  return png
}
