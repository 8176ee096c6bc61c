/** What is said between those who want a picture and a thread that makes it. */
import type { Picture } from "@znatoki/ports/pictures"
import type { FileKind } from "./file-kind.ts"

export interface Order {
  readonly kind: FileKind
  readonly file: Uint8Array
}

export type Made = { readonly picture: Picture } | { readonly refused: string }
