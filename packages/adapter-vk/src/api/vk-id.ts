/**
 * What a conversation of VK is called by everybody else: `vk:<community>:<peer>`, for VK numbers the chats of each community
 * from the same number on. Only here is it put together and taken apart.
 */
import { ConversationId } from "@znatoki/chat/chat-input"

export interface VkConversation {
  readonly groupId: number
  readonly peerId: number
}

const PATTERN = /^vk:([1-9]\d{0,14}):(-?[1-9]\d{0,14})$/

export const conversationIdOf = ({ groupId, peerId }: VkConversation): ConversationId =>
  ConversationId.make(`vk:${groupId}:${peerId}`)

/** Null: no conversation of VK. */
export const vkConversationOf = (conversation: ConversationId): VkConversation | null => {
  const [, groupId, peerId] = PATTERN.exec(conversation) ?? []
  return groupId === undefined || peerId === undefined ? null : { groupId: Number(groupId), peerId: Number(peerId) }
}
