/** The letters a card is written with, from the packages they come in: Cyrillic and Latin, and emoji as pictures. */
import { readFile } from "node:fs/promises"
import { fileURLToPath } from "node:url"

const weights = [400, 700] as const
/** Each script is a file of its own, and a family for whoever looks a letter up. */
const scripts = ["cyrillic", "cyrillic-ext", "latin", "latin-ext"] as const

export const families = scripts.map((script) => `Inter ${script}`).join(", ")

const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(name))

const fontOf = async (script: string, weight: (typeof weights)[number]) => ({
  name: `Inter ${script}`,
  data: await readFile(fileOf(`@fontsource/inter/files/inter-${script}-${weight}-normal.woff`)),
  weight,
  style: "normal" as const
})

export const readFonts = () => Promise.all(scripts.flatMap((script) => weights.map((weight) => fontOf(script, weight))))

/** Files are named by code points; the wish for a coloured picture is told only within joined ones. */
export const emojiName = (emoji: string): string => {
  const points = Array.from(emoji, (each) => (each.codePointAt(0) ?? 0).toString(16))
  return (points.includes("200d") ? points : points.filter((point) => point !== "fe0f")).join("-")
}

/** Null: there is no picture of it. */
export const emojiPicture = async (emoji: string): Promise<string | null> => {
  const file = fileOf(`@twemoji/svg/${emojiName(emoji)}.svg`)
  const svg = await readFile(file, "base64").catch(() => null)
  return svg === null ? null : `data:image/svg+xml;base64,${svg}`
}
