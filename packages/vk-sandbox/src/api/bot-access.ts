/** Whether the bot may act in a conversation. */
import { chatBase, type Conversation, isChat } from "../state/conversation.ts"
import { isWithin } from "../state/rate-limit.ts"
import type { Vk } from "../state/vk.ts"
import { VkError } from "./vk-error.ts"

const hourMs = 3_600_000
/** What VK's support names for private messages; for chats no number is published. */
const privateFlood = 1000

/** A conversation the bot may write to. A person must have written first. */
export const reachable = (vk: Vk, peerId: number): Conversation => {
  const conversation = vk.world.conversations.get(peerId)
  if (peerId < 0) throw new VkError(932)
  if (conversation === undefined) throw new VkError(peerId > chatBase ? 917 : 901)
  if (vk.world.people.get(peerId)?.deactivated !== undefined) throw new VkError(18)
  if (!conversation.bot_inside) throw new VkError(isChat(conversation) ? 917 : 901)
  return conversation
}

/** Lists of members are for administrators. */
export const administered = (vk: Vk, peerId: number): Conversation => {
  const conversation = reachable(vk, peerId)
  if (isChat(conversation) && !conversation.admin) throw new VkError(917)
  return conversation
}

export const countAgainstFlood = (vk: Vk, conversation: Conversation): void => {
  const limit = vk.faults().plan.floodPerHour ?? (isChat(conversation) ? false : privateFlood)
  if (limit === false) return
  const now = vk.clock.now()
  if (conversation.botSends.length >= limit) {
    conversation.botSends = conversation.botSends.filter((at) => isWithin(at, hourMs, now))
    if (conversation.botSends.length >= limit) throw new VkError(9, "too much messages sent to user")
  }
  conversation.botSends.push(now)
}
