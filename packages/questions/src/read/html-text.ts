/** What a text from a page says: its entities as the characters they stand for, and no tags. */
import { decodeHTMLStrict } from "entities/decode"
import { setAt } from "./raised.ts"

export const withoutEntities = (text: string): string => (text.includes("&") ? decodeHTMLStrict(text) : text)

const tag = /<\/?[a-z][^<>]{0,2000}>/gi
const lineEnds = /<(?:br|\/li|\/p|\/div|\/h\d|\/tr)\b[^<>]{0,2000}>/gi
const heights = /<(su[pb])\b[^<>]{0,2000}>([^<>]{1,40})<\/\1>/gi

const raised = (_: string, tag: string, text: string): string =>
  setAt(tag.toLowerCase() === "sup" ? "superscript" : "subscript", withoutEntities(text))

export const withoutTags = (html: string): string => {
  const lines = html.replaceAll(heights, raised).replaceAll(lineEnds, "\n").replaceAll(tag, "").split("\n")
  return withoutEntities(
    lines
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .join("\n")
  )
}
