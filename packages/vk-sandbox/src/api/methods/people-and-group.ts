/** users.get and the methods about the community itself. */
import type { Call } from "../call.ts"
import { type Params, required } from "../params.ts"
import { eventTypes } from "../../long-poll/event-types.ts"
import { minorOf } from "../../state/api-version.ts"
import { groupObject, profile } from "../profile.ts"
import { invalid, VkError } from "../vk-error.ts"

const maxUsers = 1000
const nameCases = new Set(["nom", "gen", "dat", "acc", "ins", "abl"])

/** Names are not declined: every case gives the nominative. */
export const usersGet = ({ params, vk }: Call): unknown => {
  const nameCase = params.text("name_case")
  if (nameCase !== undefined && !nameCases.has(nameCase)) throw invalid("name_case is invalid")
  const ids = params.list("user_ids", maxUsers) ?? []
  return ids
    .map((id) => vk.world.people.get(Number(/^(?:id)?(\d+)$/.exec(id)?.[1] ?? "0")))
    .filter((it) => it !== undefined)
    .map(profile)
}

/** Before it the answer was a bare list. */
const groupsWrappedFrom = 133

export const groupsGetById = ({ params, version, vk }: Call): unknown => {
  const asked = params.list("group_ids", 500) ?? params.list("group_id", 1) ?? [String(vk.groupId)]
  const ours = asked.some((id) => id === String(vk.groupId) || id === `club${vk.groupId}`)
  const groups = ours ? [groupObject(vk.groupId)] : []
  return version < groupsWrappedFrom ? groups : { groups, profiles: [] }
}

const permissionBits = [
  { name: "photos", setting: 4 },
  { name: "messages", setting: 4096 },
  { name: "docs", setting: 131_072 },
  { name: "manage", setting: 262_144 }
]

export const getTokenPermissions = (): unknown => ({
  mask: permissionBits.reduce((mask, { setting }) => mask + setting, 0),
  permissions: permissionBits
})

export const requireOwnGroup = (call: Call): void => {
  const groupId = required("group_id", call.params.int("group_id", { min: 1 }))
  if (groupId !== call.vk.groupId) throw new VkError(15, "no access to this group")
}

export const getLongPollServer = (call: Call): unknown => {
  requireOwnGroup(call)
  const { origin, vk } = call
  if (!vk.longPoll.enabled) throw invalid("longpoll for this group is not enabled")
  return { key: vk.polls.key(), server: `${origin}/whp/${vk.groupId}`, ts: String(vk.queue.last()) }
}

/** What settings of events a call sets: each type is a parameter of its own. */
export const switchEvents = (params: Params, enable: (type: string, on: boolean) => void): void => {
  for (const type of eventTypes) if (params.has(type)) enable(type, params.flag(type))
}

export const readApiVersion = (params: Params): string | undefined => {
  const version = params.text("api_version")
  if (version !== undefined && minorOf(version) === 0) throw invalid("api_version is invalid")
  return version
}

/** Every type, as 1 and 0. */
export const eventSettings = (isEnabled: (type: string) => boolean): object =>
  Object.fromEntries(eventTypes.map((type) => [type, isEnabled(type) ? 1 : 0]))

export const setLongPollSettings = (call: Call): unknown => {
  requireOwnGroup(call)
  const { params, vk } = call
  const version = readApiVersion(params)
  if (version !== undefined) vk.events.setVersion(version)
  if (params.has("enabled")) vk.longPoll.enabled = params.flag("enabled")
  switchEvents(params, vk.events.enable)
  return 1
}

export const getLongPollSettings = (call: Call): unknown => {
  requireOwnGroup(call)
  const { vk } = call
  const events = eventSettings(vk.events.isEnabled)
  return { api_version: vk.events.version(), is_enabled: vk.longPoll.enabled, events }
}
