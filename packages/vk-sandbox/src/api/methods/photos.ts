/** The two API calls around an upload: where to send a picture, and keeping what was sent. */
import type { Call } from "../call.ts"
import { isRecord } from "../check-button.ts"
import { required } from "../params.ts"
import { photoObject } from "../photo-object.ts"
import { VkError } from "../vk-error.ts"

export const getMessagesUploadServer = ({ origin, params, vk }: Call): unknown => {
  params.int("peer_id")
  return { upload_url: `${origin}/upload/photo`, album_id: -3, user_id: 0, group_id: vk.groupId }
}

export const saveMessagesPhoto = ({ origin, params, vk }: Call): unknown => {
  required("photo", params.text("photo"))
  const uploaded = params.json("photo")
  const first: unknown = Array.isArray(uploaded) ? uploaded[0] : undefined
  const id = isRecord(first) && typeof first["photo"] === "string" ? first["photo"] : undefined
  if (params.text("hash") !== id) throw new VkError(121)
  const photo = id === undefined ? undefined : vk.photos.save(id, vk.clock.now())
  if (photo === undefined) throw new VkError(129)
  return [photoObject(vk, photo, origin)]
}
