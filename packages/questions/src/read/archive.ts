/** An archive: a Word document, a SIGame pack, or files of questions with their pictures. */
import { decodeText } from "../decode-text.ts"
import { type Format, formatOfName } from "../formats.ts"
import type { Reading } from "../reading.ts"
import { isDocxPart, documentName, readDocx } from "./docx.ts"
import { isTooMuch, readNothingOf } from "./held-whole.ts"
import { type ArchivePictures, isPicture, warnOfUnused, withPicturesOf } from "./pictures-of.ts"
import { ReadingDraft } from "./reading-draft.ts"
import { readSiGame } from "./si-game.ts"
import { readText } from "./texts.ts"
import { type RefusedArchive, type Unzipped, unzipped } from "./unzip.ts"

const contentName = "content.xml"
/** What an archive is by what it holds. */
const wholes = [
  [documentName, "docx"],
  [contentName, "siq"]
] as const

export interface ReadArchive extends Reading {
  readonly format: Format
}

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

/** It has pictures of its own. */
const isArchive = (name: string): boolean => ["docx", "siq"].includes(formatOfName(name) ?? "")

const readFile = (name: string, bytes: Uint8Array): Reading => {
  return isArchive(name)
    ? archiveOf(bytes, () => refused("an archive within an archive: not opened"))
    : readText(textOf(bytes), formatOfName(name))
}

/** SIGame writes names as addresses do. */
const pictureName = (name: string): string => {
  try {
    return decodeURIComponent(nameOf(name))
  } catch {
    return nameOf(name)
  }
}

const picturesIn = ({ files }: Unzipped): ArchivePictures => ({
  files: new Map([...files].filter(([name]) => isPicture(name)).map(([name, bytes]) => [pictureName(name), bytes])),
  used: new Set()
})

/** Folders, and what systems put beside the files of people. */
const isOfSystem = (name: string): boolean =>
  /\/$|^__MACOSX\/|(?:^|\/)(?:\.[^/]*|Thumbs\.db|desktop\.ini|\[Content_Types\]\.xml)$/i.test(name)

const warnOfOthers = (draft: ReadingDraft, { names }: Unzipped): void => {
  for (const name of names) {
    if (!isOfSystem(name) && !isPack(name) && !isPicture(name)) {
      draft.warn(1, `a file that is not read here: ${nameOf(name)}`)
    }
  }
}

/** Several files are one reading; each piece of advice says of which file it is. */
const readFiles = (archive: Unzipped): Reading => {
  const draft = new ReadingDraft()
  const packs = [...archive.files].filter(([name]) => isPack(name))
  const pictures = picturesIn(archive)
  for (const [name, bytes] of packs) {
    const named = nameOf(name)
    const reading = readFile(name, bytes)
    const own = isArchive(name) ? { files: reading.pictures, used: new Set<string>(), isTold: true } : pictures
    const questions = withPicturesOf(draft, reading.questions, own, own === pictures ? named : "", named)
    draft.join({ ...reading, questions }, packs.length > 1 ? `${named}: ` : "")
  }
  if (packs.length === 0) draft.warn(1, "no file of questions in the archive")
  warnOfUnused(draft, pictures)
  if (packs.length > 0) warnOfOthers(draft, archive)
  return draft.done()
}

/** A document or a game, with its own pictures. */
const withItsPictures = (reading: Reading, archive: Unzipped): Reading => {
  const draft = new ReadingDraft()
  const pictures = picturesIn(archive)
  draft.join({ ...reading, questions: withPicturesOf(draft, reading.questions, pictures) }, "")
  warnOfUnused(draft, pictures)
  return draft.done()
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
  const { files } = archive
  for (const [name, format] of wholes) {
    if (isTooMuch(format, files.get(name)?.length ?? 0)) return { ...readNothingOf(format), format }
  }
  if (files.has(documentName)) return { ...withItsPictures(readDocx(files), archive), format: "docx" }
  if (files.has(contentName)) {
    return { ...withItsPictures(readSiGame(textOf(files.get(contentName))), archive), format: "siq" }
  }
  return otherwise(archive)
}

export const readArchive = (bytes: Uint8Array): ReadArchive =>
  archiveOf(bytes, (archive) => ({ ...readFiles(archive), format: "zip" }))
