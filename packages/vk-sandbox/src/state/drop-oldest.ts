/** Keeps the newest of what takes memory: the sandbox is no archive. */

export interface Room {
  readonly count: number
  readonly bytes: number
}

/** The last one stays in any case; answers with the keys that had to go. */
export const dropOldest = <Key>(kept: Map<Key, { readonly bytes: Uint8Array }>, room: Room): ReadonlyArray<Key> => {
  const gone: Array<Key> = []
  let bytes = 0
  for (const each of kept.values()) bytes += each.bytes.length
  for (const [key, each] of kept) {
    if (kept.size <= 1 || (kept.size <= room.count && bytes <= room.bytes)) break
    kept.delete(key)
    bytes -= each.bytes.length
    gone.push(key)
  }
  return gone
}
