/** An XML text as a tree, as deep as a pack may be. */
import { xmlTokens } from "./xml-tokens.ts"

export interface XmlNode {
  readonly name: string
  readonly attributes: string
  readonly line: number
  readonly children: Array<XmlNode>
  text: string
}

/** What lies deeper is flattened: no pack does. */
const depthMax = 60

export const xmlTree = (xml: string): XmlNode => {
  const root: XmlNode = { name: "", attributes: "", line: 1, children: [], text: "" }
  const open: Array<XmlNode> = [root]
  for (const token of xmlTokens(xml)) {
    const last = open.at(-1) ?? root
    if (token.as === "text") last.text += token.text
    else if (token.as === "open") {
      const node: XmlNode = { name: token.name, attributes: token.attributes, line: token.line, children: [], text: "" }
      last.children.push(node)
      if (open.length < depthMax) open.push(node)
    } else {
      const at = open.findLastIndex((node) => node.name === token.name)
      if (at > 0) open.length = at
    }
  }
  return root
}

export const childrenOf = (node: XmlNode, name: string): ReadonlyArray<XmlNode> =>
  node.children.filter((child) => child.name === name)

export const childOf = (node: XmlNode, name: string): XmlNode | null => childrenOf(node, name)[0] ?? null

/** Every node of that name below, in order. */
export const allOf = (node: XmlNode, name: string): ReadonlyArray<XmlNode> =>
  node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allOf(child, name)])

/** All the words of a node. */
export const wordsOf = (node: XmlNode): string => node.text + node.children.map(wordsOf).join("")
