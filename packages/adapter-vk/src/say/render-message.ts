/** The host's text as VK's: people called by name, and nothing else that could call anybody. */
import type { Span, Text } from "@znatoki/chat/message"
import { cut } from "@znatoki/chat/cut"
import { vkUserOf } from "../api/vk-id.ts"
import { escapeMentions } from "./escape-mentions.ts"

/** VK's limit of one message; JavaScript never counts less than VK. */
export const textUnitsMax = 4096
const nameMax = 100

export interface RenderedText {
  readonly text: string
  readonly mentions: boolean
}

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
