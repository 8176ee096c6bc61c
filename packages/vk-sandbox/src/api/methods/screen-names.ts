/** utils.resolveScreenName: whose a short address is. */
import type { Call } from "../call.ts"
import { required } from "../params.ts"

/** Nobody's is an empty list, as VK answers it. */
const nobody: ReadonlyArray<never> = []

export const resolveScreenName = ({ params, vk }: Call): unknown => {
  const [, kind, digits] =
    /^(id|club|public|event)(\d+)$/.exec(required("screen_name", params.text("screen_name"))) ?? []
  const object_id = Number(digits)
  if (kind === undefined) return nobody
  if (kind === "id") return vk.world.people.get(object_id) === undefined ? nobody : { type: "user", object_id }
  return object_id === vk.groupId ? { type: "group", object_id } : nobody
}
