/** An archive: a Word document, a SIGame pack, or files of questions with their pictures. */
import { decodeText } from "../decode-text.ts"
import { type Format, formatOfName } from "../formats.ts"
import type { Reading } from "../reading.ts"
import { isDocxPart, documentName, readDocx } from "./docx.ts"
import { pictureSize } from "./picture-size.ts"
import { ReadingDraft } from "./reading-draft.ts"
import { readSiGame } from "./si-game.ts"
import { readText } from "./texts.ts"
import { type RefusedArchive, type Unzipped, unzipped } from "./unzip.ts"

const contentName = "content.xml"
/** Of a picture: forty megapixels are more than any camera's handout. */
const pixelsMax = 40_000_000

export interface ReadArchive extends Reading {
  readonly format: Format
}

const isPicture = (name: string): boolean => /\.(?:png|jpe?g|gif)$/i.test(name)

const isPack = (name: string): boolean => {
  const format = formatOfName(name)
  return (format !== null && format !== "zip") || /\.txt$/i.test(name)
}

const isWanted = (name: string): boolean =>
  !name.startsWith("__MACOSX/") && (isDocxPart(name) || name === contentName || isPicture(name) || isPack(name))

const textOf = (bytes: Uint8Array | undefined): string => decodeText(bytes ?? new Uint8Array()).text

/** Names of archives that Windows made are in its old encoding, and say nothing of it. */
const nameOf = (name: string): string => {
  const codes = Array.from(name, (char) => char.charCodeAt(0))
  const isBytes = codes.every((code) => code < 256) && codes.some((code) => code > 127)
  return isBytes ? new TextDecoder("ibm866").decode(Uint8Array.from(codes)) : name
}

const baseName = (name: string): string => name.split("/").at(-1) ?? name

const readFile = (name: string, bytes: Uint8Array): Reading => {
  const format = formatOfName(name)
  if (format === "docx" || format === "siq")
    return archiveOf(bytes, () => refused("an archive within an archive: not opened"))
  return readText(textOf(bytes), format)
}

/** Several files are one reading; each piece of advice says of which file it is. */
const readFiles = ({ files, names }: Unzipped): Reading => {
  const draft = new ReadingDraft()
  const packs = [...files].filter(([name]) => isPack(name))
  const pictures = new Set(names.map((name) => baseName(nameOf(name))))
  for (const [name, bytes] of packs) {
    const reading = readFile(name, bytes)
    draft.join(reading, packs.length > 1 ? `${nameOf(name)}: ` : "")
    for (const { handoutImage, line } of reading.questions) {
      const isLost = handoutImage !== null && !/^https?:/.test(handoutImage) && !pictures.has(baseName(handoutImage))
      if (isLost) draft.warn(line, `a picture that is not in the archive: ${handoutImage}`)
    }
  }
  if (packs.length === 0) draft.warn(1, "no file of questions in the archive")
  return draft.done()
}

const bombIn = ({ files }: Unzipped): string | null => {
  for (const [name, bytes] of files) {
    const size = isPicture(name) ? pictureSize(bytes) : null
    if (size !== null && size.width * size.height > pixelsMax) {
      return `the picture ${nameOf(name)} is ${size.width} × ${size.height}: refused`
    }
  }
  return null
}

const refused = (reason: string): ReadArchive => {
  const draft = new ReadingDraft()
  draft.warn(1, reason)
  return { ...draft.done(), format: "zip" }
}

/** What is neither a document nor a game is read as files, but only once: an archive may hold itself. */
const archiveOf = (bytes: Uint8Array, otherwise: (archive: Unzipped) => ReadArchive): ReadArchive => {
  const archive: Unzipped | RefusedArchive = unzipped(bytes, isWanted)
  if ("refused" in archive) return refused(archive.refused)
  const bomb = bombIn(archive)
  if (bomb !== null) return refused(bomb)
  const { files } = archive
  if (files.has(documentName)) return { ...readDocx(files), format: "docx" }
  if (files.has(contentName)) return { ...readSiGame(textOf(files.get(contentName))), format: "siq" }
  return otherwise(archive)
}

export const readArchive = (bytes: Uint8Array): ReadArchive =>
  archiveOf(bytes, (archive) => ({ ...readFiles(archive), format: "zip" }))
