/** What a bot's message is made of, checked before anybody is looked for. */
import { chatBase } from "../state/conversation.ts"
import type { Keyboard } from "../state/keyboard.ts"
import type { Attachment } from "../state/message.ts"
import type { Vk } from "../state/vk.ts"
import { textLimit } from "../chat/write.ts"
import { readAttachments } from "./attachments.ts"
import { isRecord } from "./check-button.ts"
import { checkKeyboard } from "./check-keyboard.ts"
import type { Params } from "./params.ts"
import { invalid, VkError } from "./vk-error.ts"

const parameterLimit = 9000
const payloadLimit = 1000

export interface MessageContent {
  readonly text: string
  readonly keyboard: Keyboard | undefined
  readonly attachments: ReadonlyArray<Attachment>
  readonly payload: string | undefined
}

const readText = (params: Params): string => {
  const text = params.text("message") ?? ""
  if (text.length > parameterLimit || text.length > textLimit) throw new VkError(914)
  return text
}

const readSticker = (params: Params): ReadonlyArray<Attachment> => {
  const sticker_id = params.int("sticker_id", { min: 0 })
  return sticker_id === undefined ? [] : [{ type: "sticker", sticker: { sticker_id, product_id: 1, images: [] } }]
}

export const readContent = (vk: Vk, params: Params, origin: string): MessageContent => {
  const text = readText(params)
  const keyboardJson = params.text("keyboard")
  const keyboard = keyboardJson === undefined ? undefined : checkKeyboard(keyboardJson, vk.groupId)
  const attachments = [
    ...readAttachments(vk, params.text("attachment", parameterLimit), origin),
    ...readSticker(params)
  ]
  if (params.has("template") && keyboard !== undefined) {
    throw invalid("Only template or keyboard field should be specified")
  }
  const isBare = text.trim() === "" && attachments.length === 0
  if (isBare && !params.has("template") && !params.has("forward")) {
    throw invalid("message is empty or invalid")
  }
  params.json("content_source")
  return { text, keyboard, attachments, payload: params.text("payload", payloadLimit) }
}

const maxForwarded = 100

/** The messages a new one carries along, by their numbers; as an answer to the first of them, or not. */
export interface Carried {
  readonly reply: number | undefined
  readonly forwards: ReadonlyArray<number>
}

const carried = (cmids: ReadonlyArray<number>, isReply: boolean): Carried => {
  if (cmids.length > maxForwarded) throw new VkError(913)
  return isReply ? { reply: cmids[0], forwards: [] } : { reply: undefined, forwards: cmids }
}

/** By `forward` (the only form chats take), or by `reply_to`. */
export const readCarried = (params: Params): Carried => {
  const replyTo = params.int("reply_to", { min: 0 })
  const forward = params.json("forward")
  if (forward === undefined) return { reply: replyTo, forwards: [] }
  if (!isRecord(forward)) throw invalid("forward contains incorrect JSON")
  const ids = [forward["conversation_message_ids"] ?? forward["cmids"] ?? []].flat().map(Number)
  return carried(ids, forward["is_reply"] === true || forward["is_reply"] === 1)
}

/** In a chat `reply_to` names a message by an id that chats do not have. */
export const checkReply = (params: Params, peerId: number): void => {
  if (params.has("reply_to") && peerId > chatBase) throw invalid("reply_to have to be message from same chat")
}
