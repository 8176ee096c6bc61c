/** What of a conversation reaches the bot, and in which shape. */
import { type Conversation, isChat } from "../state/conversation.ts"
import { payloadValue } from "../state/keyboard.ts"
import type { Message } from "../state/message.ts"
import type { Press } from "../state/presses.ts"
import type { Vk } from "../state/vk.ts"
import { seconds } from "../state/world.ts"

const CLIENT_INFO = {
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

const FIRST_VERSION = 10_000_000

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

export const messageForBot = (conversation: Conversation, message: Message): object => {
  const reply = message.reply_to === undefined ? undefined : conversation.log.get(message.reply_to)
  return {
    date: seconds(message.at),
    from_id: message.from_id,
    id: message.id,
    out: 0,
    version: FIRST_VERSION + message.conversation_message_id,
    attachments: message.attachments,
    conversation_message_id: message.conversation_message_id,
    fwd_messages: [],
    important: false,
    is_hidden: false,
    ...(message.payload === undefined ? {} : { payload: message.payload }),
    ...(message.action === undefined ? {} : { action: message.action }),
    ...(reply === undefined ? {} : { reply_message: foreignMessage(reply) }),
    peer_id: conversation.peer_id,
    random_id: 0,
    text: message.text,
    ...(isChat(conversation) ? { is_unavailable: true } : {})
  }
}

const cropped = (message: object, text: string, max: number | undefined): object =>
  max === undefined || text.length <= max ? message : { ...message, text: text.slice(0, max), is_cropped: true }

export const tellBotOfMessage = (vk: Vk, conversation: Conversation, message: Message): void => {
  if (!reachesBot(vk, conversation, message)) return
  const shown = cropped(messageForBot(conversation, message), message.text, vk.faults().plan.cropText)
  vk.events.publish("message_new", { message: shown, client_info: CLIENT_INFO })
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
