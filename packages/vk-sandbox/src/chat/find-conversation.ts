/** Which conversation, and which member of it, a request speaks of. */
import { ControlError } from "../control/control-error.ts"
import type { Conversation } from "../state/conversation.ts"
import type { Vk } from "../state/vk.ts"
import { openDialog } from "../state/world.ts"

export const findConversation = (vk: Vk, peerId: number): Conversation => {
  const known = vk.world.conversations.get(peerId)
  if (known !== undefined) return known
  // A person's own id names their private dialog with the community: writing opens it.
  if (vk.world.people.get(peerId) !== undefined) return openDialog(vk.world, peerId)
  throw new ControlError(`no conversation ${peerId}`, 404)
}

export const requireMember = (conversation: Conversation, id: number): void => {
  if (!conversation.members.has(id)) {
    throw new ControlError(`from_id ${id} is not a member of conversation ${conversation.peer_id}`)
  }
}
