/** The bot's reaction to a message: one at most. */
import { messageView } from "../../chat/message-view.ts"
import type { Conversation } from "../../state/conversation.ts"
import type { Message } from "../../state/message.ts"
import type { Vk } from "../../state/vk.ts"
import { reachable } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { foundMessage } from "../found-message.ts"
import { required } from "../params.ts"
import { VkError } from "../vk-error.ts"

/** How many kinds VK's clients show. */
const kindsMax = 16

const reactedTo = ({ params, vk }: Call): { readonly conversation: Conversation; readonly message: Message } => {
  const conversation = reachable(vk, required("peer_id", params.int("peer_id")))
  return { conversation, message: foundMessage(conversation, required("cmid", params.int("cmid", { min: 0 }))) }
}

const react = (vk: Vk, { conversation, message }: ReturnType<typeof reactedTo>, kind: number | undefined): void => {
  const others = message.reactions.filter(({ member_id }) => member_id !== -vk.groupId)
  message.reactions = kind === undefined ? others : [...others, { member_id: -vk.groupId, reaction_id: kind }]
  vk.feed.tell({ type: "edit", peer_id: conversation.peer_id, message: messageView(message) })
}

export const sendReaction = (call: Call): unknown => {
  const found = reactedTo(call)
  const kind = required("reaction_id", call.params.int("reaction_id"))
  if (kind < 1 || kind > kindsMax) throw new VkError(1009)
  react(call.vk, found, kind)
  return 1
}

export const deleteReaction = (call: Call): unknown => {
  react(call.vk, reactedTo(call), undefined)
  return 1
}
