/** What a state file says at the start; one that cannot be used is moved aside, never overwritten. */
import { Schema } from "effect"
import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs"
import { dirname } from "node:path"
import { SavedState, stateVersion } from "./saved-state.ts"

/** The folder or the file does not allow what is needed; the code is the system's. */
export class StateFileUnusable extends Error {
  readonly file: string
  readonly code: string

  constructor(file: string, cause: unknown) {
    const code = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error"
    super(`the state file ${file} cannot be used: ${code}`, { cause })
    this.name = "StateFileUnusable"
    this.file = file
    this.code = code
  }
}

export interface LoadParts {
  readonly file: string
  readonly groupId: number
  readonly warn: (text: string) => void
}

const decode = Schema.decodeUnknownResult(SavedState)

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const versionOf = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "v" in value ? value.v : undefined

/** The state, or why it cannot be used. */
const understand = (text: string, groupId: number): SavedState | string => {
  const value = parse(text)
  if (value === undefined) return "is not whole JSON"
  const version = versionOf(value)
  if (typeof version === "number" && version > stateVersion) {
    return `was written by a newer version (${version}, this one reads ${stateVersion})`
  }
  const decoded = decode(value)
  if (decoded._tag === "Failure") return `is not a state of the sandbox (${decoded.failure.message.split("\n")[0]})`
  if (decoded.success.group_id !== groupId) return `belongs to community ${decoded.success.group_id}, not ${groupId}`
  return decoded.success
}

/** A name beside the file that nobody has. */
const nameAside = (file: string): string => {
  for (let number = 1; ; number++) {
    const name = `${file}.aside-${number}`
    if (!existsSync(name)) return name
  }
}

const read = (file: string): string | undefined => {
  mkdirSync(dirname(file), { recursive: true })
  return existsSync(file) ? readFileSync(file, "utf8") : undefined
}

export const loadState = ({ file, groupId, warn }: LoadParts): SavedState | undefined => {
  try {
    const text = read(file)
    const state = text === undefined ? undefined : understand(text, groupId)
    if (typeof state !== "string") return state
    const aside = nameAside(file)
    renameSync(file, aside)
    warn(`${file} ${state}: it was moved to ${aside}, and the sandbox begins anew.`)
    return undefined
  } catch (cause) {
    throw new StateFileUnusable(file, cause)
  }
}
