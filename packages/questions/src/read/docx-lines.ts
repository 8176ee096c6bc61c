/** The lines of a Word document: its paragraphs as one sees them, with numbers, addresses of links and names of pictures. */
import { type Height, setAt } from "./raised.ts"
import { DocxNumbering, type InList } from "./docx-numbering.ts"
import { attributeOf, type XmlToken, xmlTokens } from "./xml-tokens.ts"
import { allOf, xmlTree } from "./xml-tree.ts"

export interface DocxParts {
  readonly document: string
  /** Empty where the document has none. */
  readonly numbering: string
  readonly relations: string
  readonly styles: string
}

/** What was taken out of the text, what stands twice in it, and what only tells how it looks. */
const skipped = new Set(["del", "moveFrom", "Fallback", "instrText"])

interface Paragraph {
  text: string
  list: string | null
  level: number
  style: string | null
}

interface Link {
  readonly target: string
  readonly from: number
}

const targetsOf = (relations: string): ReadonlyMap<string, string> =>
  new Map(
    allOf(xmlTree(relations), "Relationship").map(({ attributes }) => [
      attributeOf(attributes, "Id") ?? "",
      attributeOf(attributes, "Target") ?? ""
    ])
  )

/** Lists of which a whole style of paragraphs is. */
const listsOfStyles = (styles: string): ReadonlyMap<string, InList> =>
  new Map(
    allOf(xmlTree(styles), "style").flatMap((style) => {
      const [list] = allOf(style, "numId").map((node) => attributeOf(node.attributes, "val"))
      const [level] = allOf(style, "ilvl").map((node) => attributeOf(node.attributes, "val"))
      const id = attributeOf(style.attributes, "styleId")
      return list === undefined || list === null || id === null
        ? []
        : [[id, { list, level: Number(level ?? 0) }] as const]
    })
  )

class DocxReader {
  readonly #lines: Array<string> = []
  readonly #open: Array<Paragraph> = []
  readonly #targets: ReadonlyMap<string, string>
  readonly #styles: ReadonlyMap<string, InList>
  readonly #numbering: DocxNumbering
  #link: Link | null = null
  /** Where the lines of the row begin that is open, and of its cells after the first. */
  #row: { readonly from: number; readonly cells: Array<number> } | null = null
  #inText = false
  #inRun = false
  #height: Height | null = null
  /** How deep in what is skipped. */
  #skipping = 0

  constructor({ numbering, relations, styles }: DocxParts) {
    this.#targets = targetsOf(relations)
    this.#styles = listsOfStyles(styles)
    this.#numbering = new DocxNumbering(xmlTree(numbering))
  }

  take(token: XmlToken): void {
    if (token.as === "text") {
      if (this.#inText && this.#skipping === 0) this.#write(this.#set(token.text))
    } else if (skipped.has(token.name)) this.#skipping += token.as === "open" ? 1 : -1
    else if (this.#skipping === 0) {
      if (token.as === "open") this.#begin(token.name, token.attributes)
      else this.#end(token.name)
    }
  }

  lines(): ReadonlyArray<string> {
    return this.#lines
  }

  #set(text: string): string {
    return this.#height === null ? text : setAt(this.#height, text)
  }

  #write(text: string): void {
    const paragraph = this.#open.at(-1)
    if (paragraph !== undefined) paragraph.text += text
  }

  #begin(name: string, attributes: string): void {
    switch (name) {
      case "p":
        this.#open.push({ text: "", list: null, level: 0, style: null })
        break
      case "r":
        this.#inRun = true
        this.#height = null
        break
      case "vertAlign":
        this.#height = heightOf(attributeOf(attributes, "val"))
        break
      case "t":
        this.#inText = true
        break
      case "tr":
        this.#row = { from: this.#lines.length, cells: [] }
        break
      case "tc":
        this.#row?.cells.push(this.#lines.length)
        break
      case "hyperlink":
        this.#begunLink(attributeOf(attributes, "id"))
        break
      case "blip":
        this.#picture(attributeOf(attributes, "embed"))
        break
      case "imagedata":
        this.#picture(attributeOf(attributes, "id"))
        break
      default:
        if (this.#inRun) this.#write(signs.get(name) ?? "")
        else this.#property(name, attributeOf(attributes, "val"))
    }
  }

  #property(name: string, value: string | null): void {
    const paragraph = this.#open.at(-1)
    if (paragraph === undefined) return
    if (name === "numId") paragraph.list = value
    else if (name === "ilvl") paragraph.level = Number(value ?? 0)
    else if (name === "pStyle") paragraph.style = value
  }

  #end(name: string): void {
    if (name === "p") this.#endParagraph()
    else if (name === "r") this.#endRun()
    else if (name === "t") this.#inText = false
    else if (name === "hyperlink") this.#endLink()
    else if (name === "tr") this.#endRow()
  }

  #endRun(): void {
    this.#inRun = false
    this.#height = null
  }

  /** A row of a table is a line. */
  #endRow(): void {
    const row = this.#row
    this.#row = null
    if (row === null) return
    const lines = this.#lines.splice(row.from)
    const cells = row.cells.map((from, i) => lines.slice(from - row.from, (row.cells[i + 1] ?? Infinity) - row.from))
    this.#lines.push(cells.map((cell) => cell.join(" ").trim()).join(" | "))
  }

  #picture(relation: string | null): void {
    const target = this.#targets.get(relation ?? "")
    if (target !== undefined) this.#write(`(img ${target.split("/").at(-1) ?? target})`)
  }

  #begunLink(relation: string | null): void {
    const target = this.#targets.get(relation ?? "")
    this.#link = target === undefined ? null : { target, from: this.#open.at(-1)?.text.length ?? 0 }
  }

  /** An address that the words hide stands behind them. */
  #endLink(): void {
    const words = this.#link === null ? "" : (this.#open.at(-1)?.text.slice(this.#link.from).trim() ?? "")
    if (this.#link !== null && words !== "" && !isAddress(words)) this.#write(` (${this.#link.target})`)
    this.#link = null
  }

  #endParagraph(): void {
    const paragraph = this.#open.pop()
    if (paragraph === undefined) return
    const label = this.#labelOf(paragraph)
    const text = label === "" ? paragraph.text : `${label} ${paragraph.text}`
    for (const line of text.split("\n")) this.#lines.push(line)
  }

  /** A paragraph's own list goes before that of its style; an empty one is not counted. */
  #labelOf({ level, list, style, text }: Paragraph): string {
    const inList = list === null ? this.#styles.get(style ?? "") : { list, level }
    return inList === undefined || text.trim() === "" ? "" : this.#numbering.next(inList)
  }
}

const heightOf = (value: string | null): Height | null =>
  value === "superscript" || value === "subscript" ? value : null

const signs: ReadonlyMap<string, string> = new Map([
  ["br", "\n"],
  ["cr", "\n"],
  ["tab", " "],
  ["noBreakHyphen", "-"]
])

/** Words that are an address, or are one without its beginning, tell it themselves. */
const isAddress = (words: string): boolean => /^(?:https?:|www\.|mailto:)|^[\w.-]+\.[a-z]{2,}(?:\/|$)/i.test(words)

export const docxLines = (parts: DocxParts): ReadonlyArray<string> => {
  const reader = new DocxReader(parts)
  for (const token of xmlTokens(parts.document)) reader.take(token)
  return reader.lines()
}
