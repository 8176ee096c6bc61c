/** A person writes: a text, a sticker, a picture. */
import { ControlError } from "../control/control-error.ts"
import { type Conversation, isChat } from "../state/conversation.ts"
import { payloadText } from "../state/keyboard.ts"
import type { Attachment, Message } from "../state/message.ts"
import type { Vk } from "../state/vk.ts"
import { requireMember } from "./find-conversation.ts"
import { postMessage } from "./post-message.ts"

export const textLimit = 4096

export interface WrittenMessage {
  readonly from_id: number
  readonly text?: string
  readonly payload?: unknown
  readonly attachments?: ReadonlyArray<Attachment>
  readonly reply_to?: number
  /** Messages of this conversation that it carries along. */
  readonly forwards?: ReadonlyArray<number>
}

/** `{type: "sticker"}` is short for a sticker of which nothing is told. */
const withBody = (item: Attachment): Attachment => (item[item.type] === undefined ? { ...item, [item.type]: {} } : item)

/** Whoever writes to the community allows it to write back. */
const allowByWriting = (vk: Vk, dialog: Conversation): void => {
  const isFirst = dialog.log.lastId() === 0
  if (!isFirst && dialog.bot_inside) return
  dialog.bot_inside = true
  vk.events.publish("message_allow", { user_id: dialog.peer_id, key: "" })
}

const requireThere = (conversation: Conversation, field: string, cmids: ReadonlyArray<number>): void => {
  for (const cmid of cmids) {
    if (conversation.log.get(cmid) === undefined) throw new ControlError(`${field}: no message ${cmid}`)
  }
}

export const write = (vk: Vk, conversation: Conversation, written: WrittenMessage): Message => {
  const { forwards = [], from_id, reply_to, text = "" } = written
  requireMember(conversation, from_id)
  const attachments = (written.attachments ?? []).map(withBody)
  if (text.trim() === "" && attachments.length + forwards.length === 0) {
    throw new ControlError("text: empty, and nothing is attached")
  }
  if (text.length > textLimit) throw new ControlError(`text: longer than ${textLimit} characters`)
  requireThere(conversation, "reply_to", [reply_to ?? []].flat())
  requireThere(conversation, "forwards", forwards)
  if (!isChat(conversation)) allowByWriting(vk, conversation)
  const payload = payloadText(written.payload)
  return postMessage(vk, conversation, { from_id, text, attachments, payload, reply_to, forwards })
}
