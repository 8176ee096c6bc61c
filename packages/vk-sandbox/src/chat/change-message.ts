/** People change what was said: edit and delete their own, pin anything, and delete anything where they rule. The bot hears of pins alone, as from VK. */
import { ControlError } from "../control/control-error.ts"
import { type Conversation, isChat } from "../state/conversation.ts"
import type { Message } from "../state/message.ts"
import type { Vk } from "../state/vk.ts"
import { requireMember } from "./find-conversation.ts"
import { messageView } from "./message-view.ts"
import { postMessage } from "./post-message.ts"
import { textLimit } from "./write.ts"

const messageIn = (conversation: Conversation, cmid: number): Message => {
  const message = conversation.log.get(cmid)
  if (message === undefined || message.deleted) throw new ControlError(`no message ${cmid}`, 404)
  return message
}

const ownMessage = (conversation: Conversation, cmid: number, from: number): Message => {
  requireMember(conversation, from)
  const message = messageIn(conversation, cmid)
  if (message.from_id !== from || message.action !== undefined) {
    throw new ControlError(`message ${cmid} is not of person ${from}`)
  }
  return message
}

export interface Edited {
  readonly from_id: number
  readonly text: string
}

export const editMessage = (vk: Vk, conversation: Conversation, cmid: number, { from_id, text }: Edited): void => {
  const message = ownMessage(conversation, cmid, from_id)
  if (text.trim() === "" && message.attachments.length === 0) throw new ControlError("text: empty")
  if (text.length > textLimit) throw new ControlError(`text: longer than ${textLimit} characters`)
  message.text = text
  message.edited_at = vk.clock.now()
  vk.feed.tell({ type: "edit", peer_id: conversation.peer_id, message: messageView(message) })
}

/** Who made a chat rules it, and may delete what anybody said there. */
const mayDelete = (conversation: Conversation, cmid: number, from: number): Message =>
  isChat(conversation) && conversation.owner_id === from
    ? messageIn(conversation, cmid)
    : ownMessage(conversation, cmid, from)

export const deleteMessage = (vk: Vk, conversation: Conversation, cmid: number, from: number): void => {
  const message = mayDelete(conversation, cmid, from)
  message.deleted = true
  vk.feed.tell({ type: "delete", peer_id: conversation.peer_id, message: messageView(message) })
}

export interface Pinned {
  readonly from_id: number
  /** Null: what is pinned is so no more. */
  readonly conversation_message_id: number | null
}

export const pinMessage = (vk: Vk, conversation: Conversation, { conversation_message_id, from_id }: Pinned): void => {
  requireMember(conversation, from_id)
  if (!isChat(conversation)) throw new ControlError("only chats have pinned messages")
  const cmid = conversation_message_id ?? conversation.pinned
  if (cmid === undefined) throw new ControlError("nothing is pinned")
  const { text } = messageIn(conversation, cmid)
  conversation.pinned = conversation_message_id ?? undefined
  const type = conversation_message_id === null ? "chat_unpin_message" : "chat_pin_message"
  const action = { type, member_id: from_id, conversation_message_id: cmid, message: text } as const
  postMessage(vk, conversation, { from_id, text: "", action })
}
