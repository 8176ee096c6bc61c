/** The number by which VK recognises a repeated message. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { hashOf } from "@znatoki/ports/conversation-hash"

const range = 2 ** 31 - 1

/** So far apart are the numbers of two seconds: more than a conversation says in an hour, and an hour of them fits into the range. */
const secondStep = 2 ** 16

/**
 * 1 to 2³¹−1, the same for the same message for ever. Conversations start far from each other, in case VK compares across them.
 * Within the hour that VK looks back, and nine of them, neighbours never collide. Nor do messages that got one number twice, as
 * a store gives them that was set back: they were not decided on in the same second. What an earlier version decided on tells no second.
 */
export const randomIdOf = (conversation: ConversationId, seq: number, decidedAtMs: number = 0): number => {
  const second = Math.floor(decidedAtMs / 1_000)
  return ((hashOf(conversation) + seq + second * secondStep) % range) + 1
}
