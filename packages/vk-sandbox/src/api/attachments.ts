/** Which attachments a bot's message carries: `photo-1_457239017_key`, separated by commas. */
import { docObject } from "./doc-object.ts"
import { photoObject } from "./photo-object.ts"
import type { Attachment } from "../state/message.ts"
import type { Vk } from "../state/vk.ts"
import { invalid } from "./vk-error.ts"

const maxAttachments = 10
const shape = /^(photo|video|audio|doc|wall|market|poll|audio_message|graffiti|link)(-?\d+)_(\d+)(?:_([\w-]+))?$/

const readOne = (vk: Vk, text: string, origin: string): Attachment => {
  const [, type, owner, id, key] = shape.exec(text) ?? []
  if (type === undefined || owner === undefined || id === undefined) throw invalid("attachment is incorrect")
  const ids = { id: Number(id), owner_id: Number(owner) }
  const isKnown = (saved: { readonly access_key: string } | undefined): boolean =>
    saved !== undefined && ids.owner_id === -vk.groupId && (key === undefined || key === saved.access_key)
  if (type === "photo") {
    const photo = vk.photos.get(ids.id)
    if (photo === undefined || !isKnown(photo)) throw invalid("attachment is incorrect: no such photo")
    return { type, photo: photoObject(vk, photo, origin) }
  }
  const doc = type === "doc" ? vk.docs.get(ids.id) : undefined
  return doc !== undefined && isKnown(doc) ? { type, doc: docObject(vk, doc, origin) } : { type, [type]: ids }
}

export const readAttachments = (vk: Vk, text: string | undefined, origin: string): ReadonlyArray<Attachment> => {
  const parts = (text ?? "")
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
  if (parts.length > maxAttachments) throw invalid("attachment: too many attachments")
  return parts.map((part) => readOne(vk, part, origin))
}
