/** What of a conversation reaches the bot, and in which shape. */
import { type Conversation, isChat } from "../state/conversation.ts"
import { payloadValue } from "../state/keyboard.ts"
import type { Message } from "../state/message.ts"
import type { Press } from "../state/presses.ts"
import type { Vk } from "../state/vk.ts"
import { seconds } from "../state/world.ts"

const clientInfo = {
  button_actions: [
    "text",
    "vkpay",
    "open_app",
    "location",
    "open_link",
    "open_photo",
    "callback",
    "intent_subscribe",
    "intent_unsubscribe"
  ],
  keyboard: true,
  inline_keyboard: true,
  carousel: true,
  lang_id: 0
}

const firstVersion = 10_000_000

/** Without access to the whole talk a bot hears mentions, commands, presses and who comes and goes. */
const reachesBot = (vk: Vk, conversation: Conversation, message: Message): boolean => {
  const aboutBotItself = message.action?.member_id === -vk.groupId
  if (!conversation.bot_inside && !aboutBotItself) return false
  if (conversation.full_access || message.action !== undefined || message.payload !== undefined) return true
  return message.text.startsWith("/") || message.text.includes(`[club${vk.groupId}|`)
}

const foreignMessage = (message: Message): object => ({
  date: seconds(message.at),
  from_id: message.from_id,
  id: message.id,
  text: message.deleted ? "" : message.text,
  attachments: message.attachments,
  conversation_message_id: message.conversation_message_id
})

export const pinnedMessage = ({ peer_id }: Conversation, message: Message): object => ({
  ...foreignMessage(message),
  peer_id
})

const countReactions = ({ reactions }: Message): ReadonlyArray<object> =>
  [...new Set(reactions.map(({ reaction_id }) => reaction_id))].map((reaction_id) => {
    const by = reactions.filter((reaction) => reaction.reaction_id === reaction_id).map(({ member_id }) => member_id)
    return { reaction_id, count: by.length, user_ids: by.slice(0, 3) }
  })

/** What most messages have not. */
const rarities = (conversation: Conversation, message: Message): object => {
  const reply = message.reply_to === undefined ? undefined : conversation.log.get(message.reply_to)
  return {
    ...(message.payload === undefined ? {} : { payload: message.payload }),
    ...(message.action === undefined ? {} : { action: message.action }),
    ...(message.edited_at === undefined ? {} : { update_time: seconds(message.edited_at) }),
    ...(message.reactions.length === 0 ? {} : { reactions: countReactions(message) }),
    ...(conversation.pinned === message.conversation_message_id ? { is_pinned: true } : {}),
    ...(reply === undefined ? {} : { reply_message: foreignMessage(reply) })
  }
}

export const messageForBot = (vk: Vk, conversation: Conversation, message: Message): object => {
  const isOurs = message.from_id === -vk.groupId
  return {
    date: seconds(message.at),
    from_id: message.from_id,
    id: message.id,
    out: isOurs ? 1 : 0,
    version: firstVersion + message.conversation_message_id,
    attachments: message.attachments,
    conversation_message_id: message.conversation_message_id,
    fwd_messages: message.forwards
      .map((cmid) => conversation.log.get(cmid))
      .filter((forwarded) => forwarded !== undefined)
      .map(foreignMessage),
    important: false,
    is_hidden: false,
    ...rarities(conversation, message),
    ...(isOurs && message.keyboard !== undefined ? { keyboard: message.keyboard } : {}),
    peer_id: conversation.peer_id,
    random_id: isOurs ? message.random_id : 0,
    text: message.text,
    ...(isChat(conversation) ? { is_unavailable: true } : {})
  }
}

const cropped = (message: object, text: string, max: number | undefined): object =>
  max === undefined || text.length <= max ? message : { ...message, text: text.slice(0, max), is_cropped: true }

export const tellBotOfMessage = (vk: Vk, conversation: Conversation, message: Message): void => {
  if (!reachesBot(vk, conversation, message)) return
  const shown = cropped(messageForBot(vk, conversation, message), message.text, vk.faults().plan.cropText)
  vk.events.publish("message_new", { message: shown, client_info: clientInfo })
}

/** What the bot wrote itself comes back to it from private dialogs only. */
export const tellBotOfItsOwn = (
  vk: Vk,
  type: "message_reply" | "message_edit",
  conversation: Conversation,
  message: Message
): void => {
  if (!isChat(conversation)) vk.events.publish(type, messageForBot(vk, conversation, message))
}

export const tellBotOfPress = (vk: Vk, press: Press, payload: string): void => {
  vk.events.publish("message_event", {
    user_id: press.user_id,
    peer_id: press.peer_id,
    event_id: press.event_id,
    payload: payloadValue(payload),
    ...(press.conversation_message_id === undefined ? {} : { conversation_message_id: press.conversation_message_id })
  })
}
