/** The host's text as VK's: people called by name, and nothing else that could call anybody. */
import type { Span, Text } from "@znatoki/chat/message"
import { cut } from "@znatoki/chat/cut"
import type { PlayerId } from "@znatoki/engine"
import { vkUserOf } from "../api/vk-id.ts"
import { escapeMentions } from "./escape-mentions.ts"

/** VK's limit of one message; JavaScript never counts less than VK. */
export const TEXT_MAX = 4096
const NAME_MAX = 100

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
    NAME_MAX
  )

const renderMention = (player: PlayerId, name: string): string => {
  const id = vkUserOf(player)
  return id === null ? safeName(name) : `[id${id}|${safeName(name) || `id${id}`}]`
}

/** Neighbours are one text to VK: a call must not be put together from two of them. */
const joined = (spans: Text): ReadonlyArray<Span> => {
  const result: Array<Span> = []
  for (const span of spans) {
    const last = result.at(-1)
    if (typeof span === "string" && typeof last === "string") result[result.length - 1] = last + span
    else result.push(span)
  }
  return result
}

export const renderText = (spans: Text): RenderedText => {
  let text = ""
  let mentions = false
  for (const span of joined(spans)) {
    if (typeof span === "string") {
      const whole = text + escapeMentions(span)
      text = cut(whole, TEXT_MAX)
      if (text !== whole) break
      continue
    }
    const mention = renderMention(span.mention.id, span.mention.name)
    // A mention is shown whole or not at all; one place is kept for «…» after it.
    if (text.length + mention.length >= TEXT_MAX) {
      text = cut(`${text}…`, TEXT_MAX)
      break
    }
    text += mention
    mentions ||= mention.startsWith("[id")
  }
  return { text, mentions }
}
