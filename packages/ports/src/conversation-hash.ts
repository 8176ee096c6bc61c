/** A number for a conversation, the same in every process and every version. */
import type { ConversationId } from "@znatoki/chat/chat-input"

/**
 * FNV-1a over the UTF-16 units of what follows the id's last colon, 0 to 2³²−1. An earlier version knew conversations by
 * that part alone, and its process may work on the same database: both have to find a conversation in the same partition.
 */
export const hashOf = (conversation: ConversationId): number => {
  let hash = 0x811c9dc5
  for (let i = conversation.lastIndexOf(":") + 1; i < conversation.length; i++) {
    hash = Math.imul(hash ^ conversation.charCodeAt(i), 0x01000193)
  }
  return hash >>> 0
}
