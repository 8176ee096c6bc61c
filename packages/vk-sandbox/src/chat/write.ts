/** A person writes: a text, a sticker, a picture. */
import { ControlError } from "../control/control-error.ts"
import type { Conversation } from "../state/conversation.ts"
import { payloadText } from "../state/keyboard.ts"
import type { Attachment, Message } from "../state/message.ts"
import type { Vk } from "../state/vk.ts"
import { requireMember } from "./find-conversation.ts"
import { postMessage } from "./post-message.ts"

export const TEXT_LIMIT = 4096

export interface WrittenMessage {
  readonly from_id: number
  readonly text?: string
  readonly payload?: unknown
  readonly attachments?: ReadonlyArray<Attachment>
  readonly reply_to?: number
}

/** `{type: "sticker"}` is short for a sticker of which nothing is told. */
const withBody = (item: Attachment): Attachment => (item[item.type] === undefined ? { ...item, [item.type]: {} } : item)

export const write = (vk: Vk, conversation: Conversation, written: WrittenMessage): Message => {
  requireMember(conversation, written.from_id)
  const text = written.text ?? ""
  const attachments = (written.attachments ?? []).map(withBody)
  if (text.trim() === "" && attachments.length === 0) throw new ControlError("text: empty, and nothing is attached")
  if (text.length > TEXT_LIMIT) throw new ControlError(`text: longer than ${TEXT_LIMIT} characters`)
  if (written.reply_to !== undefined && conversation.log.get(written.reply_to) === undefined) {
    throw new ControlError(`reply_to: no message ${written.reply_to}`)
  }
  const { from_id, reply_to } = written
  return postMessage(vk, conversation, { from_id, text, attachments, payload: payloadText(written.payload), reply_to })
}
