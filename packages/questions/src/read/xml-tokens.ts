/** An XML text as a row of tags and texts. No document type is followed, so no entity can grow. */
import { decodeXML } from "entities/decode"

export type XmlToken =
  | { readonly as: "open"; readonly name: string; readonly attributes: string; readonly line: number }
  | { readonly as: "close"; readonly name: string }
  | { readonly as: "text"; readonly text: string }

const cdata = "<![CDATA["

/** Where what begins here ends, and how long its end is. */
const endOf = (xml: string, at: number): readonly [number, number] => {
  const ending = xml.startsWith("<!--", at) ? "-->" : xml.startsWith(cdata, at) ? "]]>" : ">"
  const end = xml.indexOf(ending, at)
  return end < 0 ? [xml.length, 0] : [end, ending.length]
}

const linesIn = (text: string): number => text.split("\n").length - 1

/** A namespace says nothing here: `w:p` is `p`. */
const localName = (name: string): string => name.slice(name.indexOf(":") + 1)

export function* xmlTokens(xml: string): Generator<XmlToken> {
  let line = 1
  for (let at = 0; at < xml.length;) {
    const tag = xml.indexOf("<", at)
    const text = xml.slice(at, tag < 0 ? xml.length : tag)
    if (text !== "") yield { as: "text", text: decodeXML(text) }
    if (tag < 0) return
    line += linesIn(text)
    const [end, length] = endOf(xml, tag)
    const inside = xml.slice(tag + 1, end)
    if (xml.startsWith(cdata, tag)) yield { as: "text", text: xml.slice(tag + cdata.length, end) }
    else if (inside.startsWith("/")) yield { as: "close", name: localName(inside.slice(1).trim()) }
    else if (!/^[!?]/.test(inside)) yield* opened(inside, line)
    line += linesIn(inside)
    at = end + length
  }
}

function* opened(inside: string, line: number): Generator<XmlToken> {
  const empty = inside.endsWith("/")
  const body = empty ? inside.slice(0, -1) : inside
  const name = localName(/^\S*/.exec(body)?.[0] ?? "")
  yield { as: "open", name, attributes: body, line }
  if (empty) yield { as: "close", name }
}

/** The value of an attribute, whatever its namespace; null: it is not there. */
export const attributeOf = (attributes: string, name: string): string | null => {
  const found = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found === null ? null : decodeXML(found[1] ?? found[2] ?? "")
}
