/** Messages as the bot may read them, whole: by their numbers, and a conversation's history. */
import { messageForBot } from "../../chat/bot-hears.ts"
import type { Conversation } from "../../state/conversation.ts"
import type { Message } from "../../state/message.ts"
import type { Vk } from "../../state/vk.ts"
import { reachable } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { type Params, required } from "../params.ts"
import { extras } from "../profile.ts"
import { conversationObject } from "./conversations.ts"

const maxAsked = 100
const maxHistory = 200

interface Found {
  readonly conversation: Conversation
  readonly message: Message
}

const isThere = (message: Message | undefined): message is Message => message?.deleted === false

const inConversation = (conversation: Conversation, cmids: ReadonlyArray<number>): ReadonlyArray<Found> =>
  cmids
    .map((cmid) => conversation.log.get(cmid))
    .filter(isThere)
    .map((message) => ({ conversation, message }))

/** Only messages of private dialogs have such an id. */
const byIds = (vk: Vk, ids: ReadonlyArray<number>): ReadonlyArray<Found> => {
  const wanted = new Set(ids.filter((id) => id > 0))
  return [...vk.world.conversations.values()].flatMap((conversation) =>
    conversation.log
      .after(0)
      .filter((message) => wanted.has(message.id) && isThere(message))
      .map((message) => ({ conversation, message }))
  )
}

const peopleIn = (found: ReadonlyArray<Found>): ReadonlyArray<number> => found.map(({ message }) => message.from_id)

const answer = ({ params, vk }: Call, found: ReadonlyArray<Found>): object => ({
  count: found.length,
  items: found.map(({ conversation, message }) => messageForBot(vk, conversation, message)),
  ...(params.flag("extended") ? extras(vk, peopleIn(found)) : {})
})

export const getByConversationMessageId = (call: Call): unknown => {
  const { params, vk } = call
  const conversation = reachable(vk, required("peer_id", params.int("peer_id")))
  const asked = params.ints("conversation_message_ids", maxAsked) ?? params.ints("cmids", maxAsked)
  return answer(call, inConversation(conversation, required("conversation_message_ids", asked)))
}

export const getById = (call: Call): unknown => {
  const { params, vk } = call
  const cmids = params.ints("cmids", maxAsked)
  if (cmids === undefined) return answer(call, byIds(vk, required("message_ids", params.ints("message_ids", maxAsked))))
  return answer(call, inConversation(reachable(vk, required("peer_id", params.int("peer_id"))), cmids))
}

/** Newest first, or oldest first with `rev`; from `start_message_id` on, which in a chat is a number within it. */
const page = (params: Params, conversation: Conversation): { readonly all: number; readonly found: Array<Found> } => {
  const messages = conversation.log.after(0).filter(isThere)
  const ordered = params.int("rev") === 1 ? messages : messages.toReversed()
  const from = params.int("start_message_id")
  const begin =
    from === undefined
      ? 0
      : Math.max(
          0,
          ordered.findIndex((it) => it.conversation_message_id === from)
        )
  const start = Math.max(0, begin + (params.int("offset") ?? 0))
  const count = params.int("count", { min: 0, max: maxHistory }) ?? 20
  const found = ordered.slice(start, start + count).map((message) => ({ conversation, message }))
  return { all: messages.length, found }
}

export const getHistory = ({ params, vk }: Call): unknown => {
  const peerId = required("peer_id", params.int("peer_id") ?? params.int("user_id"))
  const conversation = reachable(vk, peerId)
  const { all, found } = page(params, conversation)
  return {
    count: all,
    items: found.map(({ message }) => messageForBot(vk, conversation, message)),
    ...(params.flag("extended")
      ? { ...extras(vk, peopleIn(found)), conversations: [conversationObject(vk, conversation)] }
      : {})
  }
}
