/** A new conversation: its people come, then its creator invites the bot; or the bot is there from the first moment. */
import { ControlError } from "../control/control-error.ts"
import { type Conversation, makeConversation } from "../state/conversation.ts"
import type { Name, Person } from "../state/people.ts"
import type { Vk } from "../state/vk.ts"
import { seconds } from "../state/world.ts"
import { postMessage } from "./post-message.ts"

export interface NewChat {
  readonly title: string
  readonly members: ReadonlyArray<Name | number>
  readonly full_access?: boolean
  readonly admin?: boolean
  /** The bot is among those it is made with, so that nobody invites it. */
  readonly with_bot?: boolean
}

/** A name makes a new person; an id brings one who is already known. */
export const resolvePerson = (vk: Vk, who: Name | number): Person => {
  if (typeof who !== "number") return vk.world.people.add(who)
  const known = vk.world.people.get(who)
  if (known === undefined) throw new ControlError(`no person with id ${who}`)
  return known
}

export const foundChat = (vk: Vk, chat: NewChat): { conversation: Conversation; members: ReadonlyArray<Person> } => {
  const members = chat.members.map((member) => resolvePerson(vk, member))
  const owner = members[0]
  if (owner === undefined) throw new ControlError("members: at least one person is needed")
  const conversation = makeConversation({
    peer_id: vk.world.nextChatPeerId(),
    owner_id: owner.id,
    title: chat.title,
    full_access: chat.full_access ?? true,
    admin: chat.admin ?? true
  })
  const join_date = seconds(vk.clock.now())
  for (const { id } of members) conversation.members.set(id, { id, invited_by: owner.id, join_date })
  const isFoundedWithBot = chat.with_bot === true
  conversation.bot_inside = isFoundedWithBot
  vk.world.conversations.set(conversation.peer_id, conversation)
  postMessage(vk, conversation, { from_id: owner.id, text: "", action: { type: "chat_create", text: chat.title } })
  if (!isFoundedWithBot) inviteBot(vk, conversation, owner.id)
  vk.feed.tell({ type: "conversation", peer_id: conversation.peer_id })
  return { conversation, members }
}

export const inviteBot = (vk: Vk, conversation: Conversation, by: number): void => {
  conversation.bot_inside = true
  postMessage(vk, conversation, { from_id: by, text: "", action: { type: "chat_invite_user", member_id: -vk.groupId } })
}
