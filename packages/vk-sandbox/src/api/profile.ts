/** How VK shows a person and a community. */
import type { Person } from "../state/people.ts"

export const profile = ({ first_name, id, last_name }: Person): object => ({
  id,
  first_name,
  last_name,
  can_access_closed: true,
  is_closed: false
})

export const groupObject = (groupId: number): object => ({
  id: groupId,
  name: "Бот песочницы",
  screen_name: `club${groupId}`,
  is_closed: 0,
  type: "group"
})
