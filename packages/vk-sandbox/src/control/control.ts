/** What can be done to the sandbox from outside VK's protocol: people act, faults strike, everything is seen. */
import { photoObject } from "../api/photo-object.ts"
import { changeChat, type ChatChange, changeMembers, type MemberChange } from "../chat/change-chat.ts"
import { deleteMessage, type Edited, editMessage, type Pinned, pinMessage } from "../chat/change-message.ts"
import { changePerson, type PersonChange } from "../chat/change-person.ts"
import { findConversation } from "../chat/find-conversation.ts"
import { foundChat, type NewChat } from "../chat/found-chat.ts"
import { type MessageView, messageView } from "../chat/message-view.ts"
import { type ButtonPress, pressButton, type PressResult } from "../chat/press-button.ts"
import { write, type WrittenMessage } from "../chat/write.ts"
import type { FaultPlan } from "../faults/fault-plan.ts"
import type { Snackbar } from "../state/conversation.ts"
import type { Keyboard } from "../state/keyboard.ts"
import type { LoggedCall } from "../state/call-log.ts"
import type { LiveListener } from "../state/live-feed.ts"
import type { Attachment } from "../state/message.ts"
import type { Person } from "../state/people.ts"
import type { Upload } from "../state/photos.ts"
import type { StatsView } from "../state/stats.ts"
import type { ClockTurn, ClockView } from "../state/turned-clock.ts"
import type { Vk } from "../state/vk.ts"
import { ControlError } from "./control-error.ts"
import { type ConversationView, conversationView, listConversations } from "./conversation-view.ts"

export interface MessagesView {
  readonly items: ReadonlyArray<MessageView>
  readonly snackbars: ReadonlyArray<Snackbar>
  /** The keyboard under the input now. */
  readonly keyboard: Keyboard | null
  readonly last_conversation_message_id: number
}

export interface Created {
  readonly peer_id: number
  readonly members: ReadonlyArray<Person>
}

/** What the bot says of itself in a conversation: anything JSON can tell; undefined: nothing. */
export type BotState = (peerId: number, groupId: number) => Promise<unknown>

export interface Control {
  readonly createConversation: (chat: NewChat) => Created
  readonly listConversations: (limit?: number) => {
    sandbox_id: string
    group_id: number
    total: number
    items: ReadonlyArray<ConversationView>
  }
  readonly conversation: (peerId: number) => ConversationView
  readonly changeConversation: (peerId: number, change: ChatChange) => ConversationView
  readonly writeMessage: (peerId: number, message: WrittenMessage) => { conversation_message_id: number }
  readonly editMessage: (peerId: number, cmid: number, edited: Edited) => MessageView
  readonly deleteMessage: (peerId: number, cmid: number, from: number) => MessageView
  readonly pinMessage: (peerId: number, pinned: Pinned) => ConversationView
  readonly changePerson: (id: number, change: PersonChange) => Person
  readonly pressButton: (peerId: number, press: ButtonPress) => PressResult
  readonly changeMembers: (peerId: number, change: MemberChange) => { members: ReadonlyArray<Person> }
  readonly messages: (peerId: number, after?: number) => MessagesView
  readonly listen: (peerId: number | "all", listener: LiveListener) => () => void
  readonly setFaults: (plan: FaultPlan) => void
  readonly faults: () => FaultPlan
  /** Time as the sandbox sees it: what it decides by time goes by this. */
  readonly clock: () => ClockView
  readonly turnClock: (turn: ClockTurn) => ClockView
  readonly stats: () => StatsView
  /** Null: nobody can tell. */
  readonly botState: (peerId: number) => Promise<{ readonly state: unknown } | null>
  /** The bot's calls after this one, oldest first; the last few hundred are kept. */
  readonly calls: (after?: number) => ReadonlyArray<LoggedCall>
  /** A picture a person has at hand, to be attached to what they write. */
  readonly addPhoto: (upload: Upload, origin: string) => Attachment
}

const messagesOf = (vk: Vk, peerId: number, after: number): MessagesView => {
  const conversation = findConversation(vk, peerId)
  return {
    items: conversation.log.after(after).map(messageView),
    snackbars: conversation.snackbars,
    keyboard: conversation.keyboard ?? null,
    last_conversation_message_id: conversation.log.lastId()
  }
}

export const makeControl = (vk: Vk, botState?: BotState): Control => {
  const find = (peerId: number) => findConversation(vk, peerId)
  const viewOf = (peerId: number, cmid: number): MessageView => {
    const message = find(peerId).log.get(cmid)
    if (message === undefined) throw new ControlError(`no message ${cmid}`, 404)
    return messageView(message)
  }
  return {
    createConversation: (chat) => {
      const { conversation, members } = foundChat(vk, chat)
      return { peer_id: conversation.peer_id, members }
    },
    listConversations: (limit = 200) => listConversations(vk, limit),
    conversation: (peerId) => conversationView(vk, find(peerId)),
    changeConversation: (peerId, change) => {
      changeChat(vk, find(peerId), change)
      return conversationView(vk, find(peerId))
    },
    writeMessage: (peerId, message) => {
      const { conversation_message_id } = write(vk, find(peerId), message)
      return { conversation_message_id }
    },
    editMessage: (peerId, cmid, edited) => {
      editMessage(vk, find(peerId), cmid, edited)
      return viewOf(peerId, cmid)
    },
    deleteMessage: (peerId, cmid, from) => {
      deleteMessage(vk, find(peerId), cmid, from)
      return viewOf(peerId, cmid)
    },
    pinMessage: (peerId, pinned) => {
      pinMessage(vk, find(peerId), pinned)
      return conversationView(vk, find(peerId))
    },
    changePerson: (id, change) => changePerson(vk, id, change),
    pressButton: (peerId, press) => pressButton(vk, find(peerId), press),
    changeMembers: (peerId, change) => ({ members: changeMembers(vk, find(peerId), change) }),
    messages: (peerId, after = 0) => messagesOf(vk, peerId, after),
    listen: (peerId, listener) => vk.feed.listen(peerId, listener),
    setFaults: vk.setFaults,
    faults: () => vk.faults().plan,
    clock: vk.clock.view,
    turnClock: (turn) => {
      vk.clock.turn(turn)
      return vk.clock.view()
    },
    botState: async (peerId) => {
      find(peerId)
      return botState === undefined ? null : { state: (await botState(peerId, vk.groupId)) ?? null }
    },
    calls: (after = 0) => vk.calls.after(after),
    addPhoto: (upload, origin) => {
      const photo = vk.photos.save(vk.photos.upload(upload), vk.clock.now())
      if (photo === undefined) throw new ControlError("the picture could not be kept")
      return { type: "photo", photo: photoObject(vk, photo, origin) }
    },
    stats: () => ({
      ...vk.stats.counted(),
      events: vk.queue.last() - 1,
      conversations: vk.world.conversations.size,
      bot_online: vk.polls.isListened()
    })
  }
}
