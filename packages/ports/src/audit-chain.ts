/** How entries of the audit log hang together, and whether they still do. */
import { createHash } from "node:crypto"
import type { KeptEntry } from "./audit-log.ts"

/** What the first entry is hashed with. */
export const beforeFirst = "0".repeat(64)

export const hashOf = (before: string, text: string): string =>
  createHash("sha256").update(Buffer.from(before, "hex")).update(text, "utf8").digest("hex")

type Link = Pick<KeptEntry, "place" | "hash">

/** The place of the first entry that does not follow from the one before; null: all do. */
export const brokenAt = (before: Link, entries: ReadonlyArray<KeptEntry>): number | null => {
  let last = before
  for (const entry of entries) {
    if (entry.place !== last.place + 1) return last.place + 1
    if (entry.hash !== hashOf(last.hash, entry.text)) return entry.place
    last = entry
  }
  return null
}
