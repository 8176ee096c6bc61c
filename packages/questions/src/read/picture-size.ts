/** How large a picture says it is, by the first bytes of its file: PNG, GIF and JPEG. */

export interface PictureSize {
  readonly width: number
  readonly height: number
}

const startsWith = (bytes: Uint8Array, start: ReadonlyArray<number>): boolean =>
  bytes.length >= 24 && start.every((byte, i) => bytes[i] === byte)

/** The frame of a JPEG tells its size; what stands before it are segments that tell their length. */
const jpegSize = (view: DataView): PictureSize | null => {
  for (let at = 2; at + 9 < view.byteLength; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint16(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    if (marker < 0xff00) return null
  }
  return null
}

export const pictureSize = (bytes: Uint8Array): PictureSize | null => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (startsWith(bytes, [0x47, 0x49, 0x46])) return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  return startsWith(bytes, [0xff, 0xd8]) ? jpegSize(view) : null
}
