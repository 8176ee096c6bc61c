/** Files on their way into messages: uploaded, then saved, then attached. In memory alone: a restart forgets them. */
import { randomBytes } from "node:crypto"
import { dropOldest } from "./drop-oldest.ts"

const room = { count: 100, bytes: 100 * 1024 * 1024 }

interface UploadedDoc {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
}

export interface SavedDoc {
  readonly id: number
  readonly access_key: string
  readonly title: string
  /** Without the dot. */
  readonly ext: string
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly date: number
}

export interface Docs {
  /** Names it for `save`. */
  readonly upload: (doc: UploadedDoc) => string
  readonly save: (uploadId: string, title: string | undefined, date: number) => SavedDoc | undefined
  readonly get: (id: number) => SavedDoc | undefined
}

export const makeDocs = (): Docs => {
  const uploads = new Map<string, UploadedDoc>()
  const saved = new Map<number, SavedDoc>()
  let lastId = 660_000_000
  return {
    upload: (doc) => {
      const id = randomBytes(12).toString("hex")
      uploads.set(id, doc)
      dropOldest(uploads, room)
      return id
    },
    save: (uploadId, title, date) => {
      const upload = uploads.get(uploadId)
      if (upload === undefined) return undefined
      uploads.delete(uploadId)
      const { bytes, name } = upload
      const ext = /\.([^.]+)$/.exec(name)?.[1] ?? ""
      const doc = { id: ++lastId, access_key: randomBytes(9).toString("hex"), title: title ?? name, ext, bytes, date }
      saved.set(doc.id, doc)
      dropOldest(saved, room)
      return doc
    },
    get: (id) => saved.get(id)
  }
}
