/** Which methods the sandbox answers. */
import type { Method } from "./call.ts"
import { callbackMethods } from "./methods/callback-servers.ts"
import { editChat, getInviteLink, pin, removeChatUser, unpin } from "./methods/chat-admin.ts"
import { getConversationMembers, getConversations, getConversationsById } from "./methods/conversations.ts"
import { sendMessageEventAnswer } from "./methods/event-answer.ts"
import { messagesDelete, messagesEdit } from "./methods/messages-edit.ts"
import { setActivity, isMessagesFromGroupAllowed, markAsRead } from "./methods/dialogs.ts"
import { getDocsUploadServer, saveDoc } from "./methods/docs.ts"
import { getMembers, isMember } from "./methods/members-of-group.ts"
import { getByConversationMessageId, getById, getHistory } from "./methods/messages-get.ts"
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
import { deleteReaction, sendReaction } from "./methods/reactions.ts"
import { resolveScreenName } from "./methods/screen-names.ts"
import { seconds } from "../state/world.ts"

export const methodTable: ReadonlyMap<string, Method> = new Map<string, Method>([
  ["messages.send", messagesSend],
  ["messages.edit", messagesEdit],
  ["messages.delete", messagesDelete],
  ["messages.getByConversationMessageId", getByConversationMessageId],
  ["messages.getById", getById],
  ["messages.getHistory", getHistory],
  ["messages.getConversations", getConversations],
  ["messages.pin", pin],
  ["messages.unpin", unpin],
  ["messages.editChat", editChat],
  ["messages.removeChatUser", removeChatUser],
  ["messages.getInviteLink", getInviteLink],
  ["messages.markAsRead", markAsRead],
  ["messages.isMessagesFromGroupAllowed", isMessagesFromGroupAllowed],
  ["messages.sendReaction", sendReaction],
  ["messages.deleteReaction", deleteReaction],
  ["messages.sendMessageEventAnswer", sendMessageEventAnswer],
  ["messages.getConversationMembers", getConversationMembers],
  ["messages.getConversationsById", getConversationsById],
  ["messages.setActivity", setActivity],
  ["users.get", usersGet],
  ["groups.getById", groupsGetById],
  ["groups.isMember", isMember],
  ["groups.getMembers", getMembers],
  ["groups.getLongPollServer", getLongPollServer],
  ["groups.getLongPollSettings", getLongPollSettings],
  ["groups.setLongPollSettings", setLongPollSettings],
  ["groups.getTokenPermissions", getTokenPermissions],
  ["photos.getMessagesUploadServer", getMessagesUploadServer],
  ["photos.saveMessagesPhoto", saveMessagesPhoto],
  ["docs.getMessagesUploadServer", getDocsUploadServer],
  ["docs.save", saveDoc],
  ...callbackMethods,
  ["utils.resolveScreenName", resolveScreenName],
  ["utils.getServerTime", ({ vk }) => seconds(vk.clock.now())]
])
