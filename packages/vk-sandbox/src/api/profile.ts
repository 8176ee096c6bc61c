/** How VK shows a person and a community. */
import type { Person } from "../state/people.ts"
import type { Vk } from "../state/vk.ts"

export const profile = ({ deactivated, first_name, id, last_name }: Person): object => ({
  id,
  first_name: deactivated === "deleted" ? "DELETED" : first_name,
  last_name: deactivated === "deleted" ? "" : last_name,
  ...(deactivated === undefined ? { can_access_closed: true, is_closed: false } : { deactivated })
})

export const groupObject = (groupId: number): object => ({
  id: groupId,
  name: "Бот песочницы",
  screen_name: `club${groupId}`,
  is_closed: 0,
  type: "group"
})

/** What `extended` adds: those who are spoken of, each once; other communities are nothing to the sandbox. */
export const extras = (vk: Vk, ids: ReadonlyArray<number>): object => ({
  profiles: [...new Set(ids)]
    .map((id) => vk.world.people.get(id))
    .filter((person) => person !== undefined)
    .map(profile),
  groups: ids.includes(-vk.groupId) ? [groupObject(vk.groupId)] : []
})
