/** Files on their way into messages: where to send one, and keeping what was sent. */
import type { Call } from "../call.ts"
import { docObject } from "../doc-object.ts"
import { required } from "../params.ts"
import { invalid, VkError } from "../vk-error.ts"

const types = new Set(["doc", "audio_message", "graffiti"])

export const getDocsUploadServer = ({ origin, params }: Call): unknown => {
  const type = params.text("type") ?? "doc"
  if (!types.has(type)) throw invalid("type is invalid")
  params.int("peer_id")
  return { upload_url: `${origin}/upload/doc` }
}

export const saveDoc = ({ origin, params, vk }: Call): unknown => {
  const saved = vk.docs.save(required("file", params.text("file")), params.text("title"), vk.clock.now())
  if (saved === undefined) throw new VkError(105)
  return { type: "doc", doc: docObject(vk, saved, origin) }
}
