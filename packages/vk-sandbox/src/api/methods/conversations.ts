/** messages.getConversationMembers and messages.getConversationsById. */
import { messageForBot, pinnedMessage } from "../../chat/bot-hears.ts"
import { type Conversation, isChat, liveliestFirst, type Member } from "../../state/conversation.ts"
import type { Vk } from "../../state/vk.ts"
import { seconds } from "../../state/world.ts"
import { administered } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { required } from "../params.ts"
import { extras, groupObject, profile } from "../profile.ts"

const profilesOf = (vk: Vk, conversation: Conversation): ReadonlyArray<object> =>
  [...conversation.members.keys()]
    .map((id) => vk.world.people.get(id))
    .filter((it) => it !== undefined)
    .map(profile)

const memberObject = (conversation: Conversation, member: Member): object => {
  const owner = member.id === conversation.owner_id
  return {
    member_id: member.id,
    invited_by: member.invited_by,
    join_date: member.join_date,
    ...(owner ? { is_admin: true, is_owner: true } : { can_kick: true })
  }
}

export const getConversationMembers = ({ params, vk }: Call): unknown => {
  const conversation = administered(vk, required("peer_id", params.int("peer_id")))
  const offset = params.int("offset", { min: 0 }) ?? 0
  const count = params.int("count", { min: 1, max: 1000 }) ?? 20
  const people = [...conversation.members.values()].map((member) => memberObject(conversation, member))
  const bot = {
    member_id: -vk.groupId,
    invited_by: conversation.owner_id,
    join_date: seconds(vk.clock.now()),
    ...(conversation.admin ? { is_admin: true } : {})
  }
  const all = isChat(conversation) ? [...people, bot] : people
  return {
    count: all.length,
    items: all.slice(offset, offset + count),
    profiles: profilesOf(vk, conversation),
    groups: [groupObject(vk.groupId)]
  }
}

const notAllowed = {
  can_change_info: false,
  can_change_invite_link: false,
  can_change_pin: false,
  can_invite: false,
  can_promote_users: false,
  can_see_invite_link: false,
  can_moderate: false,
  can_copy_chat: false,
  can_call: false,
  can_use_mass_mentions: false
}

const pinnedIn = (conversation: Conversation): object => {
  const message = conversation.pinned === undefined ? undefined : conversation.log.get(conversation.pinned)
  return message === undefined ? {} : { pinned_message: pinnedMessage(conversation, message) }
}

const chatSettings = (vk: Vk, conversation: Conversation): object => ({
  owner_id: conversation.owner_id,
  title: conversation.title,
  state: conversation.bot_inside ? "in" : "kicked",
  members_count: conversation.members.size + 1,
  admin_ids: [conversation.owner_id, ...(conversation.admin ? [-vk.groupId] : [])],
  active_ids: [...conversation.members.keys()].slice(0, 4),
  ...pinnedIn(conversation),
  is_group_channel: false,
  acl: notAllowed
})

const peerObject = (conversation: Conversation): object => {
  const { peer_id } = conversation
  const chat = isChat(conversation)
  return { id: peer_id, type: chat ? "chat" : "user", local_id: chat ? peer_id % 2_000_000_000 : peer_id }
}

export const conversationObject = (vk: Vk, conversation: Conversation): object => {
  const last = conversation.log.lastId()
  return {
    peer: peerObject(conversation),
    last_message_id: conversation.log.get(last)?.id ?? 0,
    last_conversation_message_id: last,
    in_read: conversation.in_read,
    out_read: 0,
    version: 10_000_000 + last,
    can_write: { allowed: conversation.bot_inside },
    ...(isChat(conversation) ? { chat_settings: chatSettings(vk, conversation) } : {})
  }
}

export const getConversationsById = ({ params, vk }: Call): unknown => {
  const found = required("peer_ids", params.ints("peer_ids", 100))
    .map((peerId) => vk.world.conversations.get(peerId))
    .filter((it) => it !== undefined)
    // A chat the bot does not administer is left out, without an error.
    .filter((conversation) => !isChat(conversation) || (conversation.admin && conversation.bot_inside))
  return { count: found.length, items: found.map((conversation) => conversationObject(vk, conversation)) }
}

const withLast = (vk: Vk, conversation: Conversation): object => {
  const last = conversation.log.get(conversation.log.lastId())
  return {
    conversation: conversationObject(vk, conversation),
    ...(last === undefined ? {} : { last_message: messageForBot(vk, conversation, last) })
  }
}

const isUnread = ({ in_read, log }: Conversation): boolean => log.lastId() > in_read

/** The liveliest first. */
export const getConversations = ({ params, vk }: Call): unknown => {
  const ours = liveliestFirst(vk.world.conversations.values()).filter(({ bot_inside }) => bot_inside)
  const unread = ours.filter(isUnread)
  const all = params.text("filter") === "unread" ? unread : ours
  const offset = params.int("offset", { min: 0 }) ?? 0
  const count = params.int("count", { min: 0, max: 200 }) ?? 20
  const shown = all.slice(offset, offset + count)
  const members = shown.flatMap((conversation) => [...conversation.members.keys()])
  return {
    count: all.length,
    unread_count: unread.length,
    items: shown.map((conversation) => withLast(vk, conversation)),
    ...(params.flag("extended") ? extras(vk, [...members, -vk.groupId]) : {})
  }
}
