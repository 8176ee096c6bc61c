/** A message as the control API and the web chat show it. */
import type { Keyboard } from "../state/keyboard.ts"
import type { Action, Attachment, Message, Reaction } from "../state/message.ts"

export interface MessageView {
  readonly conversation_message_id: number
  readonly from_id: number
  readonly at: number
  readonly text: string
  readonly keyboard: Keyboard | null
  readonly attachments: ReadonlyArray<Attachment>
  readonly payload: string | null
  readonly action: Action | null
  readonly reply_to: number | null
  readonly forwards: ReadonlyArray<number>
  readonly reactions: ReadonlyArray<Reaction>
  readonly random_id: number
  readonly edited_at: number | null
  readonly deleted: boolean
}

export const messageView = (message: Message): MessageView => ({
  conversation_message_id: message.conversation_message_id,
  from_id: message.from_id,
  at: message.at,
  text: message.deleted ? "" : message.text,
  keyboard: message.deleted ? null : (message.keyboard ?? null),
  attachments: message.deleted ? [] : message.attachments,
  payload: message.payload ?? null,
  action: message.action ?? null,
  reply_to: message.reply_to ?? null,
  forwards: message.forwards,
  reactions: message.reactions,
  random_id: message.random_id,
  edited_at: message.edited_at ?? null,
  deleted: message.deleted
})
