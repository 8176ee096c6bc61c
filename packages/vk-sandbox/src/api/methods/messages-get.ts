/** messages.getByConversationMessageId: messages as the bot may read them, whole. */
import { messageForBot } from "../../chat/bot-hears.ts"
import { reachable } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { required } from "../params.ts"

const MAX_ASKED = 100

export const messagesGet = ({ params, vk }: Call): unknown => {
  const conversation = reachable(vk, required("peer_id", params.int("peer_id")))
  const asked = params.ints("conversation_message_ids", MAX_ASKED) ?? params.ints("cmids", MAX_ASKED)
  const items = required("conversation_message_ids", asked)
    .map((cmid) => conversation.log.get(cmid))
    .filter((message) => message !== undefined)
    .filter((message) => !message.deleted)
    .map((message) => messageForBot(conversation, message))
  return { count: items.length, items }
}
