/** What a conversation and a person of VK are called by everybody else. Only here is it put together and taken apart. */
import { ConversationId } from "@znatoki/chat/chat-input"
import { PlayerId } from "@znatoki/engine"

export interface VkConversation {
  readonly groupId: number
  readonly peerId: number
}

const pattern = /^vk:([1-9]\d{0,14}):(-?[1-9]\d{0,14})$/

/** `vk:<community>:<peer>`, for VK numbers the chats of each community from the same number on. */
/** What the ids of a community's conversations begin with. */
export const communityIdOf = (groupId: number): string => `vk:${groupId}`

export const conversationIdOf = ({ groupId, peerId }: VkConversation): ConversationId =>
  ConversationId.make(`${communityIdOf(groupId)}:${peerId}`)

/** Null: no conversation of VK. */
export const vkConversationOf = (conversation: ConversationId): VkConversation | null => {
  const [, groupId, peerId] = pattern.exec(conversation) ?? []
  return groupId === undefined || peerId === undefined ? null : { groupId: Number(groupId), peerId: Number(peerId) }
}

/**
 * The bare number, which is one in all of VK: so people are called in games, logs and buttons that are older than the ids of
 * communities. Whoever comes from another messenger is to be called by a name that begins with it, as `tg:5`.
 */
export const playerIdOf = (userId: number): PlayerId => PlayerId.make(String(userId))

/** Null: nobody of VK. */
export const vkUserOf = (player: PlayerId): number | null => (/^[1-9]\d{0,14}$/.test(player) ? Number(player) : null)
