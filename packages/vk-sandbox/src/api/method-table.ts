/** Which methods the sandbox answers. */
import type { Method } from "./call.ts"
import { CALLBACK_METHODS } from "./methods/callback-servers.ts"
import { getConversationMembers, getConversationsById } from "./methods/conversations.ts"
import { sendMessageEventAnswer } from "./methods/event-answer.ts"
import { messagesDelete, messagesEdit } from "./methods/messages-edit.ts"
import { messagesGet } from "./methods/messages-get.ts"
import { messagesSend } from "./methods/messages-send.ts"
import {
  getLongPollServer,
  getLongPollSettings,
  getTokenPermissions,
  groupsGetById,
  setLongPollSettings,
  usersGet
} from "./methods/people-and-group.ts"
import { getMessagesUploadServer, saveMessagesPhoto } from "./methods/photos.ts"
import { seconds } from "../state/world.ts"
import { reachable } from "./bot-access.ts"
import { required } from "./params.ts"

const setActivity: Method = ({ params, vk }) => {
  reachable(vk, required("peer_id", params.int("peer_id") ?? params.int("user_id")))
  return 1
}

export const METHODS: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["messages.send", messagesSend],
  ["messages.edit", messagesEdit],
  ["messages.delete", messagesDelete],
  ["messages.getByConversationMessageId", messagesGet],
  ["messages.sendMessageEventAnswer", sendMessageEventAnswer],
  ["messages.getConversationMembers", getConversationMembers],
  ["messages.getConversationsById", getConversationsById],
  ["messages.setActivity", setActivity],
  ["users.get", usersGet],
  ["groups.getById", groupsGetById],
  ["groups.getLongPollServer", getLongPollServer],
  ["groups.getLongPollSettings", getLongPollSettings],
  ["groups.setLongPollSettings", setLongPollSettings],
  ["groups.getTokenPermissions", getTokenPermissions],
  ["photos.getMessagesUploadServer", getMessagesUploadServer],
  ["photos.saveMessagesPhoto", saveMessagesPhoto],
  ...CALLBACK_METHODS,
  ["utils.getServerTime", ({ vk }) => seconds(vk.clock.now())]
])

/** Methods that exist, but not for a community's token. */
export const USER_ONLY: ReadonlySet<string> = new Set([
  "account.getInfo",
  "friends.get",
  "messages.createChat",
  "messages.joinChatByInviteLink",
  "messages.searchConversations",
  "newsfeed.get",
  "users.search",
  "wall.get"
])
