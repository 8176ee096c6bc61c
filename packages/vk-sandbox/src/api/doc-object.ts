/** A saved file as VK shows it. */
import type { SavedDoc } from "../state/docs.ts"
import type { Vk } from "../state/vk.ts"
import { seconds } from "../state/world.ts"

/** What VK calls a file of no kind it knows. */
const unknownKind = 8

export const docObject = (vk: Vk, doc: SavedDoc, origin: string): object => ({
  id: doc.id,
  owner_id: -vk.groupId,
  title: doc.title,
  size: doc.bytes.length,
  ext: doc.ext,
  date: seconds(doc.date),
  type: unknownKind,
  url: `${origin}/sandbox/docs/${doc.id}`,
  access_key: doc.access_key
})
