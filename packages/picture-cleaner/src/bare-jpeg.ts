/** Whether a JPEG holds nothing but its picture: no place, no maker, no smaller picture, nothing before or behind. */

const start = 0xd8
const end = 0xd9
const scan = 0xda
const jfif = 0xe0
/** One that holds no smaller picture. */
const jfifLength = 16

/** Tables, and frames of the two kinds that all programs read. */
const plain: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd, scan])

/** Where the next marker is: within a scan a 0xFF that is no marker is followed by 0, or by a count of restarts. */
const behindScan = (file: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < file.length; at++) {
    if (file[at] !== 0xff) continue
    const next = file[at + 1] ?? 0
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at
  }
  return file.length
}

/** Where the segment ends that begins here; 0: it may not be there. */
const behindSegment = (view: DataView, file: Uint8Array, at: number): number => {
  const marker = file[at + 1] ?? 0
  const length = view.getUint16(at + 2)
  if (file[at] !== 0xff || length < 2) return 0
  return plain.has(marker) || (marker === jfif && length === jfifLength) ? at + 2 + length : 0
}

export const isBareJpeg = (file: Uint8Array): boolean => {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  if (file[0] !== 0xff || file[1] !== start) return false
  for (let at = 2; at > 0 && at + 4 <= file.length;) {
    const isScan = file[at + 1] === scan
    at = behindSegment(view, file, at)
    if (at > 0 && isScan) at = behindScan(file, at)
    if (at > 0 && at + 2 === file.length) return file[at] === 0xff && file[at + 1] === end
  }
  return false
}
