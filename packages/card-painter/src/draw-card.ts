/** A card as the bytes of a PNG. */
import { renderAsync } from "@resvg/resvg-js"
import type { ResultCard } from "@znatoki/chat/result-card"
import type { CardScheme } from "@znatoki/ports/card-painter"
import satori from "satori"
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

export const drawCard = async (card: ResultCard, scheme: CardScheme): Promise<Uint8Array> => {
  const drawn = await renderAsync(await svgOf(card, scheme), { font: { loadSystemFonts: false } })
  return drawn.asPng()
}
