/** Pictures on their way into messages: uploaded, then saved, then attached. */
import { randomBytes } from "node:crypto"
import type { PhotoFolder } from "./photo-folder.ts"

/** Beyond this the oldest pictures are forgotten: the sandbox is no archive, and keeps them in memory. */
const PHOTOS_KEPT = 500
const BYTES_KEPT = 200 * 1024 * 1024

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

/** Keeps the newest, the last one in any case; answers with the keys that had to go. */
const trim = <Key>(kept: Map<Key, Upload>): ReadonlyArray<Key> => {
  const gone: Array<Key> = []
  let bytes = 0
  for (const upload of kept.values()) bytes += upload.bytes.length
  for (const [key, upload] of kept) {
    if (kept.size <= 1 || (kept.size <= PHOTOS_KEPT && bytes <= BYTES_KEPT)) break
    kept.delete(key)
    bytes -= upload.bytes.length
    gone.push(key)
  }
  return gone
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
      trim(uploads)
      return id
    },
    save: (uploadId, date) => {
      const upload = uploads.get(uploadId)
      if (upload === undefined) return undefined
      uploads.delete(uploadId)
      const photo = { ...upload, id: ++lastId, access_key: randomBytes(9).toString("hex"), date }
      saved.set(photo.id, photo)
      folder?.write(photo.id, photo.bytes)
      for (const gone of trim(saved)) folder?.remove(gone)
      return photo
    },
    get: (id) => saved.get(id),
    list: () => ({ last: lastId, items: [...saved.values()].map(({ bytes: _bytes, ...item }) => item) })
  }
}
