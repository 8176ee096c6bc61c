/** What one message remembers. */
import type { Keyboard } from "./keyboard.ts"

/** A service message: people come and go, the title changes. */
export interface Action {
  readonly type: "chat_create" | "chat_invite_user" | "chat_kick_user" | "chat_title_update"
  readonly member_id?: number
  readonly text?: string
}

export interface Attachment {
  readonly type: string
  readonly [field: string]: unknown
}

export interface Message {
  readonly conversation_message_id: number
  /** 0 in chats, as VK shows it to a bot. */
  readonly id: number
  readonly from_id: number
  readonly at: number
  text: string
  keyboard: Keyboard | undefined
  attachments: ReadonlyArray<Attachment>
  readonly payload: string | undefined
  readonly action: Action | undefined
  readonly reply_to: number | undefined
  readonly random_id: number
  edited_at: number | undefined
  deleted: boolean
}

/** What a new message is made of; the log gives the numbers. */
export interface Draft {
  readonly from_id: number
  readonly text: string
  readonly keyboard?: Keyboard | undefined
  readonly attachments?: ReadonlyArray<Attachment> | undefined
  readonly payload?: string | undefined
  readonly action?: Action | undefined
  readonly reply_to?: number | undefined
  readonly random_id?: number | undefined
}
