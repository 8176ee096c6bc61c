/** messages.edit and messages.delete: only what the bot itself wrote, and for a day. */
import { tellBotOfItsOwn } from "../../chat/bot-hears.ts"
import { messageView } from "../../chat/message-view.ts"
import type { Conversation } from "../../state/conversation.ts"
import type { Message } from "../../state/message.ts"
import type { Vk } from "../../state/vk.ts"
import { reachable } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { foundMessage, thereOnly } from "../found-message.ts"
import { readContent } from "../message-content.ts"
import { type Params, required } from "../params.ts"
import { invalid, VkError } from "../vk-error.ts"

const dayMs = 24 * 3_600_000
const maxDeleted = 100

const byMessageId = (conversation: Conversation, id: number): Message | undefined =>
  id === 0 ? undefined : conversation.log.after(0).find((message) => message.id === id)

const findMessage = (conversation: Conversation, params: Params): Message => {
  const cmid = params.int("cmid", { min: 0 }) ?? params.int("conversation_message_id", { min: 0 })
  const id = params.int("message_id", { min: 0 })
  if (cmid === undefined && id === undefined) throw invalid("one of message_id, cmid is required")
  return cmid === undefined ? thereOnly(byMessageId(conversation, id ?? 0)) : foundMessage(conversation, cmid)
}

export const messagesEdit = ({ origin, params, vk }: Call): unknown => {
  const peerId = required("peer_id", params.int("peer_id"))
  const conversation = reachable(vk, peerId)
  const message = findMessage(conversation, params)
  if (message.from_id !== -vk.groupId || message.action !== undefined) throw new VkError(920)
  if (vk.clock.now() - message.at >= dayMs) throw new VkError(909)
  const content = readContent(vk, params, origin)
  message.text = content.text
  // An edit says everything anew: buttons and pictures it does not repeat are gone.
  message.keyboard = content.keyboard
  message.attachments = content.attachments
  message.edited_at = vk.clock.now()
  vk.feed.tell({ type: "edit", peer_id: peerId, message: messageView(message) })
  tellBotOfItsOwn(vk, "message_edit", conversation, message)
  return 1
}

/** What became of one of them; ids are those it was asked for by. */
interface Deletion {
  readonly peer_id: number
  readonly message_id: number
  readonly conversation_message_id: number
  readonly response: 0 | 1
  readonly error?: { readonly code: number; readonly description: string }
}

const deleteOne = (vk: Vk, conversation: Conversation, cmid: number): Deletion => {
  const message = conversation.log.get(cmid)
  const ids = { peer_id: conversation.peer_id, message_id: message?.id ?? 0, conversation_message_id: cmid }
  if (message === undefined || message.deleted) return { ...ids, response: 0 }
  if (message.from_id !== -vk.groupId && !conversation.admin) {
    return { ...ids, response: 0, error: { code: 924, description: new VkError(924).message } }
  }
  message.deleted = true
  vk.feed.tell({ type: "delete", peer_id: conversation.peer_id, message: messageView(message) })
  return { ...ids, response: 1 }
}

/** Before it the answer named each message by its number: `{"4457": 1}`. */
const deleteListsFrom = 139

export const messagesDelete = ({ params, version, vk }: Call): unknown => {
  const peerId = required("peer_id", params.int("peer_id"))
  const conversation = reachable(vk, peerId)
  const cmids = params.ints("cmids", maxDeleted) ?? params.ints("conversation_message_ids", maxDeleted)
  const byIds = params
    .ints("message_ids", 1000)
    ?.map((id) => byMessageId(conversation, id)?.conversation_message_id ?? 0)
  const targets = required("cmids", cmids ?? byIds)
  const deleted = targets.map((cmid) => deleteOne(vk, conversation, cmid))
  if (version >= deleteListsFrom) return deleted
  return Object.fromEntries(
    deleted.map(({ conversation_message_id, message_id, response }) => [
      cmids === undefined ? message_id : conversation_message_id,
      response
    ])
  )
}
