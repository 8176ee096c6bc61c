/** Pictures on their way into messages: uploaded, then saved, then attached. */
import { randomBytes } from "node:crypto"
import { dropOldest } from "./drop-oldest.ts"
import type { PhotoFolder } from "./photo-folder.ts"

/** They are kept in memory. */
const room = { count: 500, bytes: 200 * 1024 * 1024 }

export interface Upload {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
}

export interface SavedPhoto extends Upload {
  readonly id: number
  readonly access_key: string
  readonly date: number
}

export interface SavedPhotos {
  readonly last: number
  /** Without their bytes, which lie in files of their own. */
  readonly items: ReadonlyArray<Omit<SavedPhoto, "bytes">>
}

export interface PhotosParts {
  /** Absent: pictures live in memory alone. */
  readonly folder?: PhotoFolder | undefined
  readonly saved?: SavedPhotos | undefined
}

export interface Photos {
  readonly upload: (upload: Upload) => string
  readonly save: (uploadId: string, date: number) => SavedPhoto | undefined
  readonly get: (id: number) => SavedPhoto | undefined
  readonly list: () => SavedPhotos
}

export const makePhotos = ({ folder, saved: before }: PhotosParts = {}): Photos => {
  const uploads = new Map<string, Upload>()
  const saved = new Map<number, SavedPhoto>()
  let lastId = before?.last ?? 457_239_000
  for (const item of before?.items ?? []) {
    const bytes = folder?.read(item.id)
    if (bytes !== undefined) saved.set(item.id, { ...item, bytes })
  }
  return {
    upload: (upload) => {
      const id = randomBytes(12).toString("hex")
      uploads.set(id, upload)
      dropOldest(uploads, room)
      return id
    },
    save: (uploadId, date) => {
      const upload = uploads.get(uploadId)
      if (upload === undefined) return undefined
      uploads.delete(uploadId)
      const photo = { ...upload, id: ++lastId, access_key: randomBytes(9).toString("hex"), date }
      saved.set(photo.id, photo)
      folder?.write(photo.id, photo.bytes)
      for (const gone of dropOldest(saved, room)) folder?.remove(gone)
      return photo
    },
    get: (id) => saved.get(id),
    list: () => ({ last: lastId, items: [...saved.values()].map(({ bytes: _bytes, ...item }) => item) })
  }
}
