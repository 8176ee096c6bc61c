/** The numbers that Word writes before paragraphs by itself: they stand nowhere in the text. */
import { attributeOf } from "./xml-tokens.ts"
import { allOf, childOf, childrenOf, type XmlNode } from "./xml-tree.ts"

/** Which list a paragraph belongs to, and how deep in it. */
export interface InList {
  readonly list: string
  readonly level: number
}

interface Level {
  /** «Вопрос %1.» */
  readonly label: string
  readonly start: number
  readonly isBullet: boolean
}

/** Word has nine. */
const levelMax = 8

const value = (node: XmlNode | null): string | null => (node === null ? null : attributeOf(node.attributes, "val"))

const levelOf = (node: XmlNode): Level => ({
  label: value(childOf(node, "lvlText")) ?? "",
  start: Number(value(childOf(node, "start")) ?? 1),
  isBullet: value(childOf(node, "numFmt")) === "bullet"
})

const levelsOf = (abstract: XmlNode): ReadonlyMap<number, Level> =>
  new Map(childrenOf(abstract, "lvl").map((node) => [Number(attributeOf(node.attributes, "ilvl")), levelOf(node)]))

export class DocxNumbering {
  /** By the name of the list: the lists that are one share their count. */
  readonly #abstracts = new Map<string, string>()
  readonly #levels = new Map<string, ReadonlyMap<number, Level>>()
  readonly #counts = new Map<string, Array<number>>()

  constructor(numbering: XmlNode) {
    for (const node of allOf(numbering, "abstractNum")) {
      this.#levels.set(attributeOf(node.attributes, "abstractNumId") ?? "", levelsOf(node))
    }
    for (const node of allOf(numbering, "num")) {
      const abstract = value(childOf(node, "abstractNumId"))
      if (abstract !== null) this.#abstracts.set(attributeOf(node.attributes, "numId") ?? "", abstract)
    }
  }

  /** What Word writes before the next paragraph of the list. */
  next({ level, list }: InList): string {
    const abstract = this.#abstracts.get(list)
    const levels = abstract === undefined ? undefined : this.#levels.get(abstract)
    const own = levels?.get(level)
    if (own === undefined || own.isBullet || levels === undefined || level > levelMax) return ""
    const before = this.#counts.get(list) ?? []
    // What is deeper begins anew.
    const counts = Array.from({ length: level + 1 }, (_, i) => before[i] ?? (levels.get(i)?.start ?? 1) - 1)
    counts[level] = (counts[level] ?? 0) + 1
    this.#counts.set(list, counts)
    return own.label.replaceAll(/%(\d)/g, (_, deep: string) => String(counts[Number(deep) - 1] ?? "")).trim()
  }
}
