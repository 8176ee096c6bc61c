/** What a picture is, by its first bytes: what its server says of it is not asked. */

export interface PictureKind {
  readonly type: string
  readonly extension: string
}

/** What VK takes. */
const kinds: ReadonlyArray<readonly [PictureKind, ReadonlyArray<number>]> = [
  [{ type: "image/jpeg", extension: "jpg" }, [0xff, 0xd8, 0xff]],
  [{ type: "image/png", extension: "png" }, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  [{ type: "image/gif", extension: "gif" }, [0x47, 0x49, 0x46, 0x38]]
]

/** Null: no picture that VK takes. */
export const pictureKindOf = (bytes: Uint8Array): PictureKind | null =>
  kinds.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))?.[0] ?? null
