/** What a file is, by its first bytes: neither its name nor who sends it is asked. */

export type FileKind = "jpeg" | "png" | "gif" | "webp"

interface Magic {
  readonly kind: FileKind
  readonly bytes: ReadonlyArray<number>
  readonly from: number
}

const letters = (text: string): ReadonlyArray<number> => Array.from(text, (letter) => letter.charCodeAt(0))

const magics: ReadonlyArray<Magic> = [
  { kind: "jpeg", bytes: [0xff, 0xd8, 0xff], from: 0 },
  { kind: "png", bytes: [0x89, ...letters("PNG\r\n\u001A\n")], from: 0 },
  { kind: "gif", bytes: letters("GIF8"), from: 0 },
  // Before it stand four letters and the length.
  { kind: "webp", bytes: letters("WEBP"), from: 8 }
]

/** Null: no picture that is taken. */
export const fileKind = (file: Uint8Array): FileKind | null =>
  magics.find(({ bytes, from }) => bytes.every((byte, i) => file[from + i] === byte))?.kind ?? null
