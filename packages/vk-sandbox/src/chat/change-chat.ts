/** People (and the bot) come and go; the title and the bot's rights change. */
import { ControlError } from "../control/control-error.ts"
import { type Conversation, isChat } from "../state/conversation.ts"
import type { Action } from "../state/message.ts"
import type { Name, Person } from "../state/people.ts"
import type { Vk } from "../state/vk.ts"
import { seconds } from "../state/world.ts"
import { inviteBot, resolvePerson } from "./found-chat.ts"
import { postMessage } from "./post-message.ts"

export interface MemberChange {
  readonly add?: Name | number | ReadonlyArray<Name | number>
  readonly remove?: number | ReadonlyArray<number>
  /** Who does it: the owner, unless told. */
  readonly by?: number
  /** Who is added came by the link of invitation. */
  readonly by_link?: boolean
}

const requireChat = (conversation: Conversation): void => {
  if (!isChat(conversation)) throw new ControlError("a private dialog has no members to change")
}

const add = (
  vk: Vk,
  conversation: Conversation,
  who: Name | number,
  { by, byLink }: { readonly by: number; readonly byLink: boolean }
): Person | undefined => {
  if (who === -vk.groupId) {
    if (conversation.bot_inside) throw new ControlError("the bot is already in this conversation")
    inviteBot(vk, conversation, by)
    return undefined
  }
  // A negative number is another community: it is in nobody's list of people.
  const person = typeof who === "number" && who < 0 ? undefined : resolvePerson(vk, who)
  const id = person?.id ?? Number(who)
  if (conversation.members.has(id)) throw new ControlError(`${id} is already a member`)
  conversation.members.set(id, { id, invited_by: by, join_date: seconds(vk.clock.now()) })
  const action = { type: byLink ? "chat_invite_user_by_link" : "chat_invite_user", member_id: id } as const
  postMessage(vk, conversation, { from_id: byLink ? id : by, text: "", action })
  return person
}

const remove = (vk: Vk, conversation: Conversation, id: number, by: number): void => {
  if (id === -vk.groupId) {
    if (!conversation.bot_inside) throw new ControlError("the bot is not in this conversation")
    conversation.bot_inside = false
    conversation.keyboard = undefined
  } else if (!conversation.members.delete(id)) {
    throw new ControlError(`person ${id} is not a member of conversation ${conversation.peer_id}`)
  }
  postMessage(vk, conversation, { from_id: by, text: "", action: { type: "chat_kick_user", member_id: id } })
}

export const changeMembers = (vk: Vk, conversation: Conversation, change: MemberChange): ReadonlyArray<Person> => {
  requireChat(conversation)
  const by = change.by ?? conversation.owner_id
  const added = [change.add ?? []]
    .flat()
    .map((who) => add(vk, conversation, who, { by, byLink: change.by_link === true }))
  for (const id of [change.remove ?? []].flat()) remove(vk, conversation, id, by)
  vk.feed.tell({ type: "conversation", peer_id: conversation.peer_id })
  return added.filter((person) => person !== undefined)
}

/** A picture of people's, as the sandbox answered when it was brought. */
interface ChatPhoto {
  readonly photo: { readonly sizes: ReadonlyArray<{ readonly url: string }> }
}

export interface ChatChange {
  readonly title?: string
  /** The chat's picture; null takes it down. */
  readonly photo?: ChatPhoto | null
  readonly full_access?: boolean
  readonly admin?: boolean
  readonly by?: number
}

export const changeChat = (vk: Vk, conversation: Conversation, change: ChatChange): void => {
  requireChat(conversation)
  conversation.full_access = change.full_access ?? conversation.full_access
  conversation.admin = change.admin ?? conversation.admin
  if (change.title !== undefined) {
    conversation.title = change.title
    const action = { type: "chat_title_update", text: change.title } as const
    postMessage(vk, conversation, { from_id: change.by ?? conversation.owner_id, text: "", action })
  }
  if (change.photo !== undefined) {
    const action = photoAction(change.photo)
    postMessage(vk, conversation, { from_id: change.by ?? conversation.owner_id, text: "", action })
  }
  vk.feed.tell({ type: "conversation", peer_id: conversation.peer_id })
}

const photoAction = (picture: ChatPhoto | null): Action => {
  if (picture === null) return { type: "chat_photo_remove" }
  const url = picture.photo.sizes.at(-1)?.url ?? ""
  return { type: "chat_photo_update", photo: { photo_50: url, photo_100: url, photo_200: url } }
}
