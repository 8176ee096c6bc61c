/** Port: pictures of questions, each under the hash of its bytes. */
import { Context, type Effect } from "effect"
import type { StoreError } from "./store-error.ts"

/** SHA-256 of the bytes, in hexadecimal. */
export type PictureHash = string

export interface Picture {
  /** `image/png` and the like. */
  readonly type: string
  readonly width: number
  readonly height: number
  readonly bytes: Uint8Array
}

/** What is told of a picture without it. */
export interface PictureFacts extends Omit<Picture, "bytes"> {
  readonly hash: PictureHash
  readonly size: number
}

const scheme = "picture:"

/** How a question names its picture where others have an address in the web. */
export const pictureAddress = (hash: PictureHash): string => `${scheme}${hash}`

/** Null: it is an address in the web. */
export const pictureHashOf = (address: string): PictureHash | null =>
  /^picture:[\da-f]{64}$/.test(address) ? address.slice(scheme.length) : null

export class Pictures extends Context.Service<
  Pictures,
  {
    /** Under the hash of its bytes; the same bytes again are the same picture. `file`: the hash of what it was made of. */
    put(picture: Picture, file?: PictureHash): Effect.Effect<PictureHash, StoreError>
    /** What was made of a file of that hash, or is that file; it is kept like one that was put now. Null: nothing yet. */
    madeOf(file: PictureHash): Effect.Effect<PictureFacts | null, StoreError>
    get(hash: PictureHash): Effect.Effect<Picture | null, StoreError>
  }
>()("@znatoki/ports/Pictures") {}
