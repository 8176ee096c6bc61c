/** A saved picture as VK shows it. */
import type { SavedPhoto } from "../state/photos.ts"
import type { Vk } from "../state/vk.ts"
import { seconds } from "../state/world.ts"
import { pictureSize } from "./picture-size.ts"

/** VK keeps pictures of messages in this album. */
const messagesAlbum = -3

export const photoObject = (vk: Vk, photo: SavedPhoto, origin: string): object => ({
  album_id: messagesAlbum,
  date: seconds(photo.date),
  id: photo.id,
  owner_id: -vk.groupId,
  access_key: photo.access_key,
  sizes: [{ type: "x", url: `${origin}/sandbox/photos/${photo.id}`, ...pictureSize(photo.bytes) }],
  text: "",
  has_tags: false
})
