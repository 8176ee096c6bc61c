/** The dictionary's files, as the package `az` carries them. */
import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { Paradigms } from "./paradigms.ts"
import { Tags } from "./tag.ts"
import { WordGraph } from "./word-graph.ts"

export interface Dictionary {
  readonly graph: WordGraph
  readonly paradigms: Paradigms
  /** By their number in the paradigms. */
  readonly tags: Tags
}

const fileOf = (name: string): string => fileURLToPath(import.meta.resolve(`az/dicts/${name}`))

/** Numbers of 32 bits are read where they lie, so the bytes have to begin at a multiple of four. */
const bytesOf = (name: string): Uint8Array => {
  const file = readFileSync(fileOf(name))
  return file.byteOffset % 4 === 0 ? file : Uint8Array.from(file)
}

const stringsOf = (name: string): ReadonlyArray<string> =>
  JSON.parse(readFileSync(fileOf(name), "utf8")) as ReadonlyArray<string>

export const readDictionary = (): Dictionary => ({
  graph: new WordGraph(bytesOf("words.dawg")),
  paradigms: new Paradigms(bytesOf("paradigms.array"), stringsOf("suffixes.json")),
  tags: new Tags(stringsOf("gramtab-opencorpora-int.json"))
})
