/** Who follows the community. In the sandbox everybody does, but for those who are deactivated. */
import type { Vk } from "../../state/vk.ts"
import type { Call } from "../call.ts"
import { required } from "../params.ts"
import { profile } from "../profile.ts"
import { requireOwnGroup } from "./people-and-group.ts"

const follows = (vk: Vk, id: number): 0 | 1 => {
  const person = vk.world.people.get(id)
  return person !== undefined && person.deactivated === undefined ? 1 : 0
}

export const isMember = (call: Call): unknown => {
  requireOwnGroup(call)
  const { params, vk } = call
  const ids = params.ints("user_ids", 500)
  if (ids !== undefined) return ids.map((user_id) => ({ user_id, member: follows(vk, user_id) }))
  const member = follows(vk, required("user_id", params.int("user_id", { min: 0 })))
  return params.flag("extended") ? { member } : member
}

export const getMembers = (call: Call): unknown => {
  requireOwnGroup(call)
  const { params, vk } = call
  const all = vk.world.people.all().filter(({ id }) => follows(vk, id) === 1)
  const offset = params.int("offset", { min: 0 }) ?? 0
  const shown = all.slice(offset, offset + (params.int("count", { min: 0, max: 1000 }) ?? 1000))
  return { count: all.length, items: params.has("fields") ? shown.map(profile) : shown.map(({ id }) => id) }
}
