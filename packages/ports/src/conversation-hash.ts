/** A number for a conversation, the same in every process and every version. */
import type { ConversationId } from "@znatoki/chat/chat-input"

/** FNV-1a over the id's UTF-16 units, 0 to 2³²−1. */
export const hashOf = (conversation: ConversationId): number => {
  let hash = 0x811c9dc5
  for (let i = 0; i < conversation.length; i++) hash = Math.imul(hash ^ conversation.charCodeAt(i), 0x01000193)
  return hash >>> 0
}
