/** How a message, anybody's, enters a conversation. */
import { type Conversation, isChat } from "../state/conversation.ts"
import type { Draft, Message } from "../state/message.ts"
import type { Vk } from "../state/vk.ts"
import { tellBotOfItsOwn, tellBotOfMessage } from "./bot-hears.ts"
import { messageView } from "./message-view.ts"

/** `@club1 (Имя)` and `*id1 (Имя)` become mentions, as VK does on sending. */
const withMentions = (text: string): string =>
  text.replace(
    /(^|[\s(,])[@*](club|id)(\d+)(?: ?\(([^)\n]+)\))?/g,
    (_whole, before: string, kind: string, id: string, name: string | undefined) =>
      `${before}[${kind}${id}|${name ?? `@${kind}${id}`}]`
  )

const showKeyboard = (vk: Vk, conversation: Conversation, message: Message): void => {
  const { keyboard } = message
  if (keyboard === undefined || keyboard.inline) return
  conversation.keyboard = keyboard.buttons.length === 0 ? undefined : keyboard
  vk.feed.tell({ type: "keyboard", peer_id: conversation.peer_id, keyboard: conversation.keyboard ?? null })
}

export const postMessage = (vk: Vk, conversation: Conversation, draft: Draft): Message => {
  const message: Message = {
    conversation_message_id: conversation.log.lastId() + 1,
    id: isChat(conversation) ? 0 : vk.world.nextMessageId(),
    from_id: draft.from_id,
    at: vk.clock.now(),
    text: withMentions(draft.text),
    keyboard: draft.keyboard,
    attachments: draft.attachments ?? [],
    payload: draft.payload,
    action: draft.action,
    reply_to: draft.reply_to,
    forwards: draft.forwards ?? [],
    reactions: [],
    random_id: draft.random_id ?? 0,
    edited_at: undefined,
    deleted: false
  }
  conversation.log.push(message)
  vk.stats.message()
  vk.feed.tell({ type: "message", peer_id: conversation.peer_id, message: messageView(message) })
  showKeyboard(vk, conversation, message)
  if (message.from_id !== -vk.groupId) tellBotOfMessage(vk, conversation, message)
  else if (message.action === undefined) tellBotOfItsOwn(vk, "message_reply", conversation, message)
  return message
}
