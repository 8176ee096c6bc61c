/** Which call of VK a delivery is. */
import { Result } from "effect"
import type { VkCall } from "../api/execute-batch.ts"
import { vkConversationOf } from "../api/vk-id.ts"
import { type ReadyDelivery, textOf } from "./with-media.ts"
import { randomIdOf } from "./random-id.ts"
import { renderKeyboard } from "./render-keyboard.ts"
import { renderText } from "./render-message.ts"

export interface PreparedCall {
  readonly call: VkCall
  /** Buttons that had to be left out. */
  readonly buttonsLeft: number
}

/** The only form that chats take. */
const replyTo = (peer: number, order: number): string =>
  JSON.stringify({ peer_id: peer, conversation_message_ids: [order], is_reply: 1 })

/** Or the reason why VK need not even be asked. */
export const deliveryCall = (delivery: ReadyDelivery): Result.Result<PreparedCall, string> => {
  const { amends, attachment, conversation, message, seq } = delivery
  const peer = vkConversationOf(conversation)?.peerId
  if (peer === undefined) return Result.fail("not a conversation of VK")
  const { mentions, text } = renderText(attachment === null ? message.text : textOf(delivery))
  if (text.trim() === "") return Result.fail("nothing to say")
  const keyboard = message.keyboard === null ? { json: null, left: 0 } : renderKeyboard(message.keyboard)
  const said = {
    message: text,
    dont_parse_links: "1",
    // VK forgets what is attached to an edited message, and its buttons, unless they are sent again.
    ...(attachment === null ? {} : { attachment }),
    ...(keyboard.json === null ? {} : { keyboard: keyboard.json })
  }
  const prepared = (method: string, params: VkCall["params"]) =>
    Result.succeed({ call: { method, params: { ...params, ...said } }, buttonsLeft: keyboard.left })
  if (message._tag === "Say") {
    return prepared("messages.send", {
      // The plural form: only it tells the message's number within a chat.
      peer_ids: String(peer),
      random_id: String(randomIdOf(conversation, seq, message.decidedAtMs)),
      ...(message.about === undefined ? {} : { forward: replyTo(peer, message.about) }),
      disable_mentions: mentions ? "0" : "1"
    })
  }
  if (amends === null) return Result.fail("the message to change never arrived")
  return prepared("messages.edit", {
    peer_id: String(peer),
    cmid: amends,
    disable_mentions: "1",
    // What stands beside it goes on standing there.
    keep_forward_messages: "1"
  })
}
