/** What one message remembers. */
import type { Keyboard } from "./keyboard.ts"

export const actionTypes = [
  "chat_create",
  "chat_invite_user",
  "chat_invite_user_by_link",
  "chat_kick_user",
  "chat_title_update",
  "chat_photo_update",
  "chat_photo_remove",
  "chat_pin_message",
  "chat_unpin_message"
] as const

/** A chat's picture as a service message shows it: the same file in three sizes. */
export interface ActionPhoto {
  readonly photo_50: string
  readonly photo_100: string
  readonly photo_200: string
}

/** A service message: people come and go, the title changes, something is pinned. */
export interface Action {
  readonly type: (typeof actionTypes)[number]
  readonly member_id?: number
  readonly text?: string
  readonly conversation_message_id?: number
  readonly message?: string
  readonly photo?: ActionPhoto
}

export interface Reaction {
  readonly member_id: number
  readonly reaction_id: number
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
  /** Messages of this conversation that it carries along, by their numbers. */
  readonly forwards: ReadonlyArray<number>
  reactions: ReadonlyArray<Reaction>
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
  readonly forwards?: ReadonlyArray<number> | undefined
  readonly random_id?: number | undefined
}
