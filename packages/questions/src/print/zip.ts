/** A pack as an archive: its questions as JSON, and its pictures by the names that they have there. */
import { strToU8, type Zippable, zipSync } from "fflate"
import { type Loss, namedPictures, type Pack } from "./printed.ts"
import { printJson } from "./json.ts"

/** Less than a reader takes out of one. */
const bytesMax = 90_000_000

/** Pictures are packed already. */
const asTheyAre = { level: 0 } as const
/** So that the same pack is the same file. */
const mtime = new Date(2000, 0, 1)

export const printZip = (pack: Pack): { readonly bytes: Uint8Array; readonly losses: ReadonlyArray<Loss> } => {
  const { losses, text } = printJson(pack)
  const files: Zippable = { "pack.json": strToU8(text) }
  const lost: Array<Loss> = []
  let size = 0
  for (const { name, question } of namedPictures(pack)) {
    const path = `pictures/${name}`
    const bytes = pack.pictures?.get(name) ?? null
    if (files[path] !== undefined) continue
    size += bytes?.length ?? 0
    if (bytes === null || size > bytesMax) lost.push({ question, field: "picture" })
    else files[path] = [bytes, asTheyAre]
  }
  return { bytes: zipSync(files, { mtime }), losses: [...losses, ...lost] }
}
