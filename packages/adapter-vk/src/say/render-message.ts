/** The host's text as VK's: people called by name, and nothing else that could call anybody. */
import type { Span, Text } from "@znatoki/chat/message"
import { cut } from "@znatoki/chat/cut"
import { vkUserOf } from "../api/vk-id.ts"

/** VK's limit of one message; JavaScript never counts less than VK. */
export const textUnitsMax = 4096
const nameMax = 100

export interface RenderedText {
  readonly text: string
  readonly mentions: boolean
}

/** Zero width: breaks VK's reading, not a person's. */
const zeroWidth = "\u200b"

/** `[id1|…]`, `[club1|…]`, `[https://vk.com/…|…]`: a link with a name. */
const linkStart = /\[(?=[^\s[\]|]+\|)/g
/** `@all`, `@online`, `@все`, `@id1`, `@durov`; not the middle of an address like a@b.ru. */
const callPattern = /(?<![\p{L}\p{N}_.])@(?=[\p{L}_])/gu
/** `*id1`, `*club1`, `*durov`: the older spelling; Russian notes like *примечание are none. */
const star = /(?<![\p{L}\p{N}_])\*(?=[A-Za-z_])/gu

/** Foreign text that VK would read as a call of somebody, made harmless and looking the same. */
const escapeMentions = (text: string): string =>
  text.replace(linkStart, `[${zeroWidth}`).replace(callPattern, `@${zeroWidth}`).replace(star, `*${zeroWidth}`)

/** Inside a mention these would end the name. */
const safeName = (name: string): string =>
  cut(
    escapeMentions(
      name
        .replace(/[[\]|\n]/g, " ")
        .replace(/\s+/g, " ")
        .trim()
    ),
    nameMax
  )

/** Shown whole or not at all; any text may be cut. */
interface Call {
  readonly call: string
}

/** Who is not of VK cannot be called: the name is text like any other. */
const partOf = (span: Span): string | Call => {
  if (typeof span === "string") return span
  const id = vkUserOf(span.mention.id)
  const name = safeName(span.mention.name)
  return id === null ? name : { call: `[id${id}|${name || `id${id}`}]` }
}

/** Neighbours are one text to VK: a call must not be put together from two of them. */
const joined = (spans: Text): ReadonlyArray<string | Call> => {
  const result: Array<string | Call> = []
  for (const part of spans.map(partOf)) {
    const last = result.at(-1)
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part
    else result.push(part)
  }
  return result
}

export const renderText = (spans: Text): RenderedText => {
  let text = ""
  let mentions = false
  for (const part of joined(spans)) {
    if (typeof part === "string") {
      const whole = text + escapeMentions(part)
      text = cut(whole, textUnitsMax)
      if (text !== whole) break
      continue
    }
    // One place is kept for «…» after it.
    if (text.length + part.call.length >= textUnitsMax) {
      text = cut(`${text}…`, textUnitsMax)
      break
    }
    text += part.call
    mentions = true
  }
  return { text, mentions }
}
