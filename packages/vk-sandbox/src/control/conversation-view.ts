/** A conversation as the web chat lists it, the liveliest first. */
import { type MessageView, messageView } from "../chat/message-view.ts"
import { type Conversation, isChat, liveliestFirst } from "../state/conversation.ts"
import type { Person } from "../state/people.ts"
import type { Vk } from "../state/vk.ts"

export interface ConversationView {
  readonly peer_id: number
  readonly kind: "chat" | "private"
  readonly title: string
  readonly owner_id: number
  readonly full_access: boolean
  readonly admin: boolean
  readonly bot_inside: boolean
  readonly pinned: number | null
  readonly members: ReadonlyArray<Person>
  readonly last_message: MessageView | null
  readonly last_conversation_message_id: number
}

export const conversationView = (vk: Vk, conversation: Conversation): ConversationView => {
  const last = conversation.log.get(conversation.log.lastId())
  return {
    peer_id: conversation.peer_id,
    kind: isChat(conversation) ? "chat" : "private",
    title: conversation.title,
    owner_id: conversation.owner_id,
    full_access: conversation.full_access,
    admin: conversation.admin,
    bot_inside: conversation.bot_inside,
    pinned: conversation.pinned ?? null,
    members: [...conversation.members.keys()].map((id) => vk.world.people.get(id)).filter((it) => it !== undefined),
    last_message: last === undefined ? null : messageView(last),
    last_conversation_message_id: conversation.log.lastId()
  }
}

export const listConversations = (vk: Vk, limit: number) => {
  const all = liveliestFirst(vk.world.conversations.values())
  return {
    sandbox_id: vk.world.id,
    group_id: vk.groupId,
    total: all.length,
    items: all.slice(0, limit).map((conversation) => conversationView(vk, conversation))
  }
}
