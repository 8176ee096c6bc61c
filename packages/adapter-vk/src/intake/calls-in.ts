/**
 * Whom a text of VK calls, and the text as one reads it: freed from the entities some of VK's events carry it in. VK writes a call as `[id1|Аня]`, whatever the person typed; where it
 * did not recognise one, `@id1 (Аня)`, `*club1` and `@все` stay as they are.
 */

export interface VkCall {
  /** The place in `text`: from one character to before another. */
  readonly from: number
  readonly to: number
  /** Null: a community, or everybody. */
  readonly person: number | null
}

export interface Written {
  readonly text: string
  readonly calls: ReadonlyArray<VkCall>
}

const who = String.raw`(id|club|public|event)(\d+)`
const wordsForAll = "all|everyone|here|online|все|онлайн"
const title = String.raw`(?:\s{0,9}\([^()]{0,200}\))?`
const callPattern = new RegExp(
  String.raw`\[${who}\|([^\]]*)\]|(?<![\p{L}\p{N}_.])[@*](?:${who}|${wordsForAll})(?![\p{L}\p{N}_])${title}`,
  "giu"
)

/** Longer numbers are nobody's. */
const digitsMax = 10

const personOf = (kind: string | undefined, number: string | undefined): number | null =>
  kind?.toLowerCase() === "id" && number !== undefined && number.length <= digitsMax ? Number(number) : null

const entities: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&quot;", '"'],
  ["&#39;", "'"],
  ["&amp;", "&"]
])

/** In one pass: what comes out of an entity is never read as another one. */
export const unescapeText = (text: string): string =>
  text.replace(/<br\s*\/?>|&(?:lt|gt|quot|amp|#39);/g, (found) => entities.get(found) ?? "\n")

export const callsIn = (written: string): Written => {
  const calls: Array<VkCall> = []
  let text = ""
  let read = 0
  for (const found of written.matchAll(callPattern)) {
    const [whole, kind, number, label, typedKind, typedNumber] = found
    text += written.slice(read, found.index)
    const from = text.length
    text += label ?? whole
    calls.push({ from, to: text.length, person: personOf(kind ?? typedKind, number ?? typedNumber) })
    read = found.index + whole.length
  }
  return { text: text + written.slice(read), calls }
}
