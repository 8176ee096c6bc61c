/** Small things about a dialog: whether it may be written to, what was read, that somebody is typing. */
import { reachable } from "../bot-access.ts"
import type { Call } from "../call.ts"
import { required } from "../params.ts"
import { requireOwnGroup } from "./people-and-group.ts"

export const setActivity = ({ params, vk }: Call): unknown => {
  reachable(vk, required("peer_id", params.int("peer_id") ?? params.int("user_id")))
  return 1
}

export const markAsRead = ({ params, vk }: Call): unknown => {
  const conversation = reachable(vk, required("peer_id", params.int("peer_id")))
  const upTo = params.int("up_to_cmid", { min: 0 }) ?? params.int("start_message_id", { min: 0 })
  const last = conversation.log.lastId()
  conversation.in_read = Math.max(conversation.in_read, Math.min(upTo ?? last, last))
  return 1
}

/** A person allows it by writing first, until they forbid it. */
export const isMessagesFromGroupAllowed = (call: Call): unknown => {
  requireOwnGroup(call)
  const { params, vk } = call
  const dialog = vk.world.conversations.get(required("user_id", params.int("user_id", { min: 1 })))
  return { is_allowed: dialog?.bot_inside === true ? 1 : 0 }
}
