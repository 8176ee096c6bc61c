/** What an administrator may do in a chat: pin, rename, put out, invite by a link. */
import { postMessage } from "../../chat/post-message.ts"
import { chatBase, type Conversation, isChat } from "../../state/conversation.ts"
import type { Message } from "../../state/message.ts"
import type { Vk } from "../../state/vk.ts"
import { pinnedMessage } from "../../chat/bot-hears.ts"
import { reachable } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { foundMessage } from "../found-message.ts"
import { type Params, required } from "../params.ts"
import { VkError } from "../vk-error.ts"

const chats = { min: 0, max: 100_000_000 }

/** A chat the bot administers. */
const governed = (vk: Vk, peerId: number): Conversation => {
  const conversation = reachable(vk, peerId)
  if (!isChat(conversation)) throw new VkError(946)
  if (!conversation.admin) throw new VkError(925)
  return conversation
}

const chatOf = ({ params, vk }: Call): Conversation =>
  governed(vk, chatBase + required("chat_id", params.int("chat_id", chats)))

const messageOf = (conversation: Conversation, params: Params): Message => {
  const cmid = params.int("cmid", { min: 0 }) ?? params.int("conversation_message_id", { min: 0 })
  return foundMessage(conversation, required("cmid", cmid))
}

export const pin = ({ params, vk }: Call): unknown => {
  const conversation = governed(vk, required("peer_id", params.int("peer_id")))
  const message = messageOf(conversation, params)
  conversation.pinned = message.conversation_message_id
  const action = {
    type: "chat_pin_message",
    member_id: -vk.groupId,
    conversation_message_id: message.conversation_message_id,
    message: message.text
  } as const
  postMessage(vk, conversation, { from_id: -vk.groupId, text: "", action })
  return pinnedMessage(conversation, message)
}

export const unpin = ({ params, vk }: Call): unknown => {
  const conversation = governed(vk, required("peer_id", params.int("peer_id")))
  if (conversation.pinned === undefined) return 1
  const action = {
    type: "chat_unpin_message",
    member_id: -vk.groupId,
    conversation_message_id: conversation.pinned
  } as const
  conversation.pinned = undefined
  postMessage(vk, conversation, { from_id: -vk.groupId, text: "", action })
  return 1
}

export const editChat = (call: Call): unknown => {
  const conversation = chatOf(call)
  const title = required("title", call.params.text("title"))
  conversation.title = title
  const action = { type: "chat_title_update", text: title } as const
  postMessage(call.vk, conversation, { from_id: -call.vk.groupId, text: "", action })
  call.vk.feed.tell({ type: "conversation", peer_id: conversation.peer_id })
  return 1
}

export const removeChatUser = (call: Call): unknown => {
  const { params, vk } = call
  const conversation = chatOf(call)
  const member = required("member_id", params.int("member_id") ?? params.int("user_id"))
  if (member === conversation.owner_id) throw new VkError(15, "can't remove this user")
  if (!conversation.members.delete(member)) throw new VkError(935)
  const action = { type: "chat_kick_user", member_id: member } as const
  postMessage(vk, conversation, { from_id: -vk.groupId, text: "", action })
  vk.feed.tell({ type: "conversation", peer_id: conversation.peer_id })
  return 1
}

/** `reset` makes the link before it worthless. */
export const getInviteLink = ({ params, vk }: Call): unknown => {
  const conversation = reachable(vk, required("peer_id", params.int("peer_id")))
  if (!isChat(conversation)) throw new VkError(946)
  if (!conversation.admin) throw new VkError(919)
  if (params.flag("reset")) conversation.links++
  return { link: `https://vk.me/join/${conversation.peer_id - chatBase}_${conversation.links}` }
}
