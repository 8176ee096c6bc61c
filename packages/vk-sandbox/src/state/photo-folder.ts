/** Where pictures lie beside the state file: one file each, written once. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"

export interface PhotoFolder {
  readonly read: (id: number) => Uint8Array<ArrayBuffer> | undefined
  readonly write: (id: number, bytes: Uint8Array) => void
  readonly remove: (id: number) => void
}

export const makePhotoFolder = (path: string, warn: (text: string) => void): PhotoFolder => {
  const fileOf = (id: number): string => join(path, String(id))
  const attempt = <A>(action: () => A): A | undefined => {
    try {
      return action()
    } catch (cause) {
      warn(
        `A picture of the sandbox is not kept in ${path}: ${cause instanceof Error ? cause.message : "unknown error"}`
      )
      return undefined
    }
  }
  return {
    read: (id) => attempt(() => new Uint8Array(readFileSync(fileOf(id)))),
    write: (id, bytes) =>
      attempt(() => {
        mkdirSync(path, { recursive: true })
        writeFileSync(fileOf(id), bytes, { mode: 0o600 })
      }),
    remove: (id) => attempt(() => rmSync(fileOf(id), { force: true }))
  }
}
