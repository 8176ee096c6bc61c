/** messages.send: to one peer (an id, 0 in chats) or to several (a list with each one's fate). */
import { postMessage } from "../../chat/post-message.ts"
import { chatBase, type Conversation } from "../../state/conversation.ts"
import type { Message } from "../../state/message.ts"
import type { Vk } from "../../state/vk.ts"
import { countAgainstFlood, reachable } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { type Carried, checkReply, type MessageContent, readCarried, readContent } from "../message-content.ts"
import { type Params, required } from "../params.ts"
import { concernsPeer, invalid, VkError } from "../vk-error.ts"

const maxPeers = 100

interface Sending {
  readonly content: MessageContent
  readonly carried: Carried
  readonly randomId: number
}

/** Which code VK gives where one is not there is not known for sure. */
const requireCarried = ({ log }: Conversation, { forwards, reply }: Carried): void => {
  const isThere = (cmid: number): boolean => log.get(cmid) !== undefined
  if (![...forwards, ...(reply === undefined ? [] : [reply])].every(isThere)) throw new VkError(921)
}

const sendTo = (vk: Vk, peerId: number, { carried, content, randomId }: Sending): Message => {
  const conversation = reachable(vk, peerId)
  const now = vk.clock.now()
  const before = conversation.sentOnce.find(randomId, conversation.log.lastId(), now)
  const sentBefore = before === undefined ? undefined : conversation.log.get(before)
  if (sentBefore !== undefined) {
    vk.stats.duplicate()
    return sentBefore
  }
  requireCarried(conversation, carried)
  countAgainstFlood(vk, conversation)
  const draft = {
    ...content,
    from_id: -vk.groupId,
    reply_to: carried.reply,
    forwards: carried.forwards,
    random_id: randomId
  }
  const message = postMessage(vk, conversation, draft)
  conversation.sentOnce.remember(randomId, message.conversation_message_id, now)
  return message
}

/** The one peer of the scalar form, whichever way it is named. */
const readPeer = (params: Params): number | undefined => {
  const chatId = params.int("chat_id", { min: 0, max: 100_000_000 })
  const domain = /^id(\d+)$/.exec(params.text("domain") ?? "")?.[1]
  return (
    params.int("peer_id") ??
    params.int("user_id") ??
    (chatId === undefined ? undefined : chatBase + chatId) ??
    (domain === undefined ? undefined : Number(domain))
  )
}

const deliver = (vk: Vk, peer_id: number, sending: Sending): object => {
  try {
    const { conversation_message_id, id } = sendTo(vk, peer_id, sending)
    return { peer_id, message_id: id, conversation_message_id }
  } catch (error) {
    if (!(error instanceof VkError)) throw error
    vk.stats.error(error.code)
    return {
      peer_id,
      message_id: 0,
      conversation_message_id: 0,
      error: { code: error.code, description: error.message }
    }
  }
}

export const messagesSend = ({ origin, params, vk }: Call): unknown => {
  const peers = params.ints("peer_ids", maxPeers) ?? params.ints("user_ids", maxPeers)
  const peer = readPeer(params)
  if (peers === undefined && peer === undefined) {
    throw invalid("you should specify peer_id, user_id, domain, chat_id or user_ids param")
  }
  const randomId = required("random_id", params.int("random_id"))
  const content = readContent(vk, params, origin)
  for (const peerId of peers ?? [peer ?? 0]) checkReply(params, peerId)
  const sending = { content, carried: readCarried(params), randomId }
  if (peers !== undefined) return peers.map((peerId) => deliver(vk, peerId, sending))
  return sendTo(vk, peer ?? 0, sending).id
}

/** An error planned for messages.send that VK would report per addressee. */
export const refuseEach = (params: Params, error: VkError): unknown => {
  const peers = params.ints("peer_ids", maxPeers)
  if (peers === undefined || !concernsPeer(error.code)) throw error
  return peers.map((peer_id) => ({
    peer_id,
    message_id: 0,
    conversation_message_id: 0,
    error: { code: error.code, description: error.message }
  }))
}
