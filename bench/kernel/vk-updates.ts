/** What people do, as the JSON text in which VK's Long Poll tells of it. */
import { vkConversationOf } from "@znatoki/adapter-vk/api/vk-id"
import type { ChatInput, ConversationId } from "@znatoki/chat/chat-input"

export const groupId = 1

const clientInfo =
  '{"button_actions":["text","vkpay","open_app","location","open_link","open_photo","callback","intent_subscribe",' +
  '"intent_unsubscribe"],"keyboard":true,"inline_keyboard":true,"carousel":true,"lang_id":0}'

/** The text of an update but for what differs between conversations. */
export interface UpdateTemplate {
  readonly type: "message_new" | "message_event"
  /** What follows the peer and the ids. */
  readonly rest: string
}

/** Null: no person can do it. */
export const templateOf = (input: ChatInput): UpdateTemplate | null => {
  switch (input._tag) {
    case "Wrote": {
      const payload = input.action === null ? "" : `"payload":${JSON.stringify(JSON.stringify(input.action))},`
      return {
        type: "message_new",
        rest:
          `"date":1790000000,"from_id":${input.by.id},"id":0,"out":0,"version":10000001,"attachments":[],` +
          `"fwd_messages":[],"important":false,"is_hidden":false,${payload}"random_id":0,` +
          `"text":${JSON.stringify(input.text)},"is_unavailable":true},"client_info":${clientInfo}}}`
      }
    }
    case "Pressed":
      return {
        type: "message_event",
        rest: `"user_id":${input.by.id},"payload":${JSON.stringify(input.action)},"conversation_message_id":7}}`
      }
    case "Gone":
    case "Removed":
    case "Invited":
      return null
  }
}

export const updateText = ({ rest, type }: UpdateTemplate, conversation: ConversationId, place: number): string => {
  const peer = vkConversationOf(conversation)?.peerId ?? NaN
  const eventId = eventIdOf(peer, place)
  const head = `{"group_id":${groupId},"type":"${type}","event_id":"${eventId}","v":"5.199","object":{`
  return type === "message_new"
    ? `${head}"message":{"peer_id":${peer},"conversation_message_id":${place + 1},${rest}`
    : `${head}"peer_id":${peer},"event_id":"${eventId.slice(0, 24)}",${rest}`
}

/** 40 hexadecimal digits in no order, as VK's are: an order would spare the index of sources. */
const eventIdOf = (conversation: number, place: number): string => {
  const mixed = mix(Math.imul(conversation, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca77))
  return `${hex(mixed)}${hex(conversation)}${hex(place)}${hex(mix(mixed))}00000000`
}

const mix = (state: number): number => {
  let mixed = Math.imul(state ^ (state >>> 15), state | 1)
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
  return (mixed ^ (mixed >>> 14)) >>> 0
}

const hex = (word: number): string => word.toString(16).padStart(8, "0")
