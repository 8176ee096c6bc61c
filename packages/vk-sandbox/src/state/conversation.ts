/** What one conversation (a chat, or a person's private dialog with the community) remembers. */
import type { Keyboard } from "./keyboard.ts"
import { makeMessageLog, type MessageLog } from "./message-log.ts"
import type { Message } from "./message.ts"
import type { SavedConversation } from "./saved-state.ts"
import { makeSentOnce, type SentOnce } from "./sent-once.ts"

/** Chats are numbered from here; below are people. */
export const chatBase = 2_000_000_000

export interface Member {
  readonly id: number
  readonly invited_by: number
  readonly join_date: number
}

export interface Snackbar {
  readonly event_id: string
  readonly user_id: number
  readonly conversation_message_id: number | null
  readonly text: string
  readonly at: number
}

export interface Conversation {
  readonly peer_id: number
  readonly owner_id: number
  title: string
  /** The bot reads everything, not only mentions and commands. */
  full_access: boolean
  /** The bot is an administrator: it may list the members. */
  admin: boolean
  /** The bot is in the chat now. */
  bot_inside: boolean
  /** The keyboard shown under the input until it is replaced. */
  keyboard: Keyboard | undefined
  /** The number of the pinned message. */
  pinned: number | undefined
  /** How often the link of invitation was changed. */
  links: number
  /** The last message the bot has marked as read. */
  in_read: number
  readonly members: Map<number, Member>
  readonly log: MessageLog
  readonly sentOnce: SentOnce
  snackbars: Array<Snackbar>
  /** Times of the bot's messages in the last hour, kept only where VK counts them. */
  botSends: Array<number>
}

export const isChat = (conversation: Conversation): boolean => conversation.peer_id > chatBase

const lastAt = ({ log }: Conversation): number => log.get(log.lastId())?.at ?? 0

export const liveliestFirst = (conversations: Iterable<Conversation>): ReadonlyArray<Conversation> =>
  [...conversations].toSorted((a, b) => lastAt(b) - lastAt(a))

export interface ConversationSeed {
  readonly peer_id: number
  readonly owner_id: number
  readonly title: string
  readonly full_access: boolean
  readonly admin: boolean
}

export const makeConversation = (seed: ConversationSeed): Conversation => ({
  ...seed,
  bot_inside: true,
  keyboard: undefined,
  pinned: undefined,
  links: 0,
  in_read: 0,
  members: new Map(),
  log: makeMessageLog(),
  sentOnce: makeSentOnce(),
  snackbars: [],
  botSends: []
})

/** What JSON leaves out is there again, as nothing. */
const restoredMessage = (saved: SavedConversation["messages"][number]): Message => ({
  keyboard: undefined,
  payload: undefined,
  action: undefined,
  reply_to: undefined,
  forwards: [],
  reactions: [],
  edited_at: undefined,
  ...saved
})

export const restoreConversation = (saved: SavedConversation): Conversation => {
  const { bot_sends, members, messages, sent, snackbars, ...plain } = saved
  return {
    keyboard: undefined,
    pinned: undefined,
    links: 0,
    in_read: 0,
    ...plain,
    members: new Map(members.map((member) => [member.id, member])),
    log: makeMessageLog(undefined, messages.map(restoredMessage)),
    sentOnce: makeSentOnce(sent),
    snackbars: [...snackbars],
    botSends: [...bot_sends]
  }
}
