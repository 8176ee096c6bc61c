/** Which messages of a conversation the chat shows, by the numbers they were given when they were decided on. */
import type { ConversationId } from "@znatoki/chat/chat-input"
import { randomIdOf } from "@znatoki/kernel/deliver/random-id"
import type { World } from "../src/testing/bot-world.ts"

/** In the order of their coming; a number the bot never gave out is -1. */
export const seqsSaid = ({ database, room }: World, conversation: ConversationId): ReadonlyArray<number> => {
  const last = database.conversations.get(conversation)?.stored.lastSeq ?? 0
  const seqs = new Map(Array.from({ length: last }, (_, i) => [randomIdOf(conversation, i + 1), i + 1]))
  return room.messages(conversation).map(({ randomId }) => seqs.get(randomId) ?? -1)
}
