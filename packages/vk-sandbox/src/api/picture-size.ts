/** How large a picture is, read from its header; a guess when the format is not known. */

const unknown = { width: 604, height: 604 }

const pngSize = (view: DataView): { width: number; height: number } => ({
  width: view.getUint32(16),
  height: view.getUint32(20)
})

const jpegSize = (view: DataView): { width: number; height: number } => {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    // A frame header: every start-of-frame but the tables that share its range.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) {
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    }
  }
  return unknown
}

export const pictureSize = (bytes: Uint8Array): { width: number; height: number } => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 26) return unknown
  if (view.getUint32(0) === 0x89504e47) return pngSize(view)
  if (view.getUint16(0) === 0xffd8) return jpegSize(view)
  if (view.getUint32(0) === 0x47494638) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  return unknown
}
