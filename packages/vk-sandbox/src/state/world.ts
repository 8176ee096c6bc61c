/** Everything one emulated VK remembers about people and conversations. */
import { randomUUID } from "node:crypto"
import { chatBase, type Conversation, makeConversation, restoreConversation } from "./conversation.ts"
import { makePeople, type People } from "./people.ts"
import type { SavedWorld } from "./saved-state.ts"

export interface Clock {
  readonly now: () => number
}

export interface World {
  /** Another one after every start from nothing: who sees it change has lost all they knew. */
  readonly id: string
  readonly clock: Clock
  readonly groupId: number
  readonly people: People
  readonly conversations: Map<number, Conversation>
  readonly nextChatPeerId: () => number
  readonly nextMessageId: () => number
  /** The last numbers given. */
  readonly counters: () => { readonly chats: number; readonly messages: number }
}

export const seconds = (ms: number): number => Math.floor(ms / 1000)

export const makeWorld = (groupId: number, clock: Clock, saved?: SavedWorld): World => {
  let chats = saved?.chats ?? 0
  let messages = saved?.messages ?? 0
  const conversations = (saved?.conversations ?? []).map(restoreConversation)
  return {
    id: saved?.id ?? randomUUID(),
    clock,
    groupId,
    people: makePeople(saved?.people),
    conversations: new Map(conversations.map((conversation) => [conversation.peer_id, conversation])),
    nextChatPeerId: () => chatBase + ++chats,
    nextMessageId: () => ++messages,
    counters: () => ({ chats, messages })
  }
}

/** A person's private dialog with the community opens when the person writes first. */
export const openDialog = (world: World, userId: number): Conversation => {
  const known = world.conversations.get(userId)
  if (known !== undefined) return known
  const person = world.people.get(userId)
  const title = person === undefined ? `id${userId}` : `${person.first_name} ${person.last_name}`.trim()
  const dialog = makeConversation({ peer_id: userId, owner_id: userId, title, full_access: true, admin: false })
  dialog.members.set(userId, { id: userId, invited_by: userId, join_date: seconds(world.clock.now()) })
  world.conversations.set(userId, dialog)
  return dialog
}
