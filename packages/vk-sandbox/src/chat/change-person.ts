/** A person leaves VK, is banned from it, or decides whether the community may write to them. */
import { ControlError } from "../control/control-error.ts"
import type { Person } from "../state/people.ts"
import type { Vk } from "../state/vk.ts"
import { openDialog } from "../state/world.ts"

export interface PersonChange {
  /** Null: they are back. */
  readonly deactivated?: "deleted" | "banned" | null
  readonly allows_messages?: boolean
}

const allow = (vk: Vk, user_id: number, isAllowed: boolean): void => {
  const dialog = openDialog(vk.world, user_id)
  if (dialog.bot_inside === isAllowed && dialog.log.lastId() > 0) return
  dialog.bot_inside = isAllowed
  if (isAllowed) vk.events.publish("message_allow", { user_id, key: "" })
  else vk.events.publish("message_deny", { user_id })
  vk.feed.tell({ type: "conversation", peer_id: user_id })
}

export const changePerson = (vk: Vk, id: number, { allows_messages, deactivated }: PersonChange): Person => {
  const person = vk.world.people.get(id)
  if (person === undefined) throw new ControlError(`no person with id ${id}`, 404)
  if (deactivated === null) delete person.deactivated
  else if (deactivated !== undefined) person.deactivated = deactivated
  if (allows_messages !== undefined) allow(vk, id, allows_messages)
  return person
}
