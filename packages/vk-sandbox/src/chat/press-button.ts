/** A person presses a button: on a message, or on the keyboard under the input. */
import { ControlError } from "../control/control-error.ts"
import type { Conversation } from "../state/conversation.ts"
import { type Button, type Keyboard } from "../state/keyboard.ts"
import type { Vk } from "../state/vk.ts"
import { tellBotOfPress } from "./bot-hears.ts"
import { requireMember } from "./find-conversation.ts"
import { postMessage } from "./post-message.ts"

export interface ButtonPress {
  readonly from_id: number
  /** Absent: the keyboard under the input. */
  readonly conversation_message_id?: number
  /** The label; or the place, when labels repeat. */
  readonly button: string | { readonly row: number; readonly column: number }
  /** By a client that cannot show callback buttons: it writes the label, and says so. */
  readonly old_client?: boolean
}

export type PressResult =
  | { readonly event_id: string }
  | { readonly conversation_message_id: number }
  | { readonly link: string }

const keyboardPressed = (conversation: Conversation, messageId: number | undefined): Keyboard => {
  if (messageId === undefined) {
    if (conversation.keyboard === undefined) throw new ControlError("no keyboard is shown under the input")
    return conversation.keyboard
  }
  const message = conversation.log.get(messageId)
  if (message === undefined || message.deleted) throw new ControlError(`no message ${messageId}`)
  if (message.keyboard === undefined) throw new ControlError(`message ${messageId} has no buttons`)
  return message.keyboard
}

const findButton = (keyboard: Keyboard, wanted: ButtonPress["button"]): Button => {
  const buttons = keyboard.buttons.flat()
  const found =
    typeof wanted === "string"
      ? buttons.find((button) => button.action.label === wanted)
      : keyboard.buttons[wanted.row]?.[wanted.column]
  if (found !== undefined) return found
  const there = buttons.map((button) => `«${button.action.label ?? button.action.type}»`).join(", ")
  throw new ControlError(`no button ${JSON.stringify(wanted)}; there are ${there}`)
}

const sendLabel = (vk: Vk, conversation: Conversation, from_id: number, button: Button): PressResult => {
  const { label = "", payload } = button.action
  const sent = postMessage(vk, conversation, { from_id, text: label, payload })
  return { conversation_message_id: sent.conversation_message_id }
}

const writeInstead = (vk: Vk, conversation: Conversation, from_id: number, { action }: Button): PressResult => {
  const payload = JSON.stringify({
    command: "not_supported_button",
    button_type: action.type,
    payload: action.payload ?? "{}"
  })
  const sent = postMessage(vk, conversation, { from_id, text: action.label ?? "", payload })
  return { conversation_message_id: sent.conversation_message_id }
}

const callBack = (
  vk: Vk,
  conversation: Conversation,
  from_id: number,
  button: Button,
  messageId: number | undefined
): PressResult => {
  const press = vk.presses.add({
    user_id: from_id,
    peer_id: conversation.peer_id,
    conversation_message_id: messageId,
    at: vk.clock.now()
  })
  if (conversation.bot_inside) tellBotOfPress(vk, press, button.action.payload ?? "{}")
  return { event_id: press.event_id }
}

/** A keyboard of one use goes away once a text button of it was pressed. */
const useUp = (vk: Vk, conversation: Conversation, keyboard: Keyboard): void => {
  if (!keyboard.one_time || conversation.keyboard !== keyboard) return
  conversation.keyboard = undefined
  vk.feed.tell({ type: "keyboard", peer_id: conversation.peer_id, keyboard: null })
}

export const pressButton = (vk: Vk, conversation: Conversation, press: ButtonPress): PressResult => {
  requireMember(conversation, press.from_id)
  const keyboard = keyboardPressed(conversation, press.conversation_message_id)
  const button = findButton(keyboard, press.button)
  switch (button.action.type) {
    case "callback":
      if (press.old_client === true) return writeInstead(vk, conversation, press.from_id, button)
      return callBack(vk, conversation, press.from_id, button, press.conversation_message_id)
    case "text":
      useUp(vk, conversation, keyboard)
      return sendLabel(vk, conversation, press.from_id, button)
    case "open_link":
      return { link: button.action.link ?? "" }
    default:
      throw new ControlError(`a button of type ${button.action.type} cannot be pressed in the sandbox`)
  }
}
