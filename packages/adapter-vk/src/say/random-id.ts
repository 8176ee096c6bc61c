/** The number by which VK recognises a repeated message. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { hashOf } from "@znatoki/ports/conversation-hash"

const range = 2 ** 31 - 1

/**
 * 1 to 2³¹−1, the same for the same message for ever. Neighbours in a conversation never collide, and conversations
 * start far from each other, in case VK compares across them.
 */
export const randomIdOf = (conversation: ConversationId, seq: number): number =>
  ((hashOf(conversation) + seq) % range) + 1
