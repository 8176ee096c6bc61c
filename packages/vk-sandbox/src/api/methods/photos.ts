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
  const ids = (Array.isArray(uploaded) ? uploaded : []).map(uploadIdOf)
  if (params.text("hash") !== (ids.length === 0 ? undefined : ids.join(""))) throw new VkError(121)
  const photos = ids.map((id) => vk.photos.save(id, vk.clock.now())).filter((photo) => photo !== undefined)
  if (photos.length === 0) throw new VkError(129)
  return photos.map((photo) => photoObject(vk, photo, origin))
}

const uploadIdOf = (item: unknown): string => (isRecord(item) && typeof item["photo"] === "string" ? item["photo"] : "")
