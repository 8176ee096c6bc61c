/** Which messages of a conversation the chat shows, by the numbers they were given when they were decided on. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import type { World } from "../src/testing/bot-world.ts"

/** In the order of their coming; a number the bot never gave out is -1. */
export const seqsSaid = ({ database, room }: World, conversation: ConversationId): ReadonlyArray<number> => {
  const last = database.conversations.get(conversation)?.stored.lastSeq ?? 0
  return room.messages(conversation).map(({ seq }) => (seq <= last ? seq : -1))
}
