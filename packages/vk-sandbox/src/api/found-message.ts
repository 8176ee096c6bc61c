/** The message that a call names by its number within the conversation, while it is there. */
import type { Conversation } from "../state/conversation.ts"
import type { Message } from "../state/message.ts"
import { invalid } from "./vk-error.ts"

export const thereOnly = (message: Message | undefined): Message => {
  if (message === undefined || message.deleted) throw invalid("message not found")
  return message
}

export const foundMessage = (conversation: Conversation, cmid: number): Message => thereOnly(conversation.log.get(cmid))
