/** An archive of these files, by their names. */
import { strToU8, type Zippable, zipSync } from "fflate"

export const zipOf = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> => {
  const all: Zippable = {}
  for (const [name, file] of Object.entries(files)) all[name] = typeof file === "string" ? strToU8(file) : file
  return new Uint8Array(zipSync(all, { level: 1 }))
}
