/** The pictures of an archive that its questions show, by the names they have for them; and what is to be told of the others. */
import type { PictureFiles, ReadQuestion } from "../reading.ts"
import { pictureSize } from "./picture-size.ts"
import type { ReadingDraft } from "./reading-draft.ts"

/** Forty megapixels are more than any camera's handout. */
const pixelsMax = 40_000_000

/** Of any kind: whether one can be shown is told by its bytes. */
export const isPicture = (name: string): boolean =>
  /\.(?:png|jpe?g|jfif|gif|webp|bmp|tiff?|svg|emf|wmf|heic|avif)$/i.test(name)

const isAddress = (name: string): boolean => /^(?:https?:|(?:audio_message|audio|video)-?\d+_)/.test(name)

const baseName = (name: string): string => name.split("/").at(-1) ?? name
const folderOf = (name: string): string => name.slice(0, -baseName(name).length)
const folded = (name: string): string => name.normalize("NFC").toLowerCase()

export interface ArchivePictures {
  readonly files: PictureFiles
  /** Those that a question shows. */
  readonly used: Set<string>
  /** Where those are looked for that were found once: what is not there was told then. */
  readonly isTold?: boolean
}

/** By its path, beside the file that names it, or wherever there is one of that name. */
const finder = (files: PictureFiles, beside: string) => {
  const ofName = Map.groupBy(files.keys(), (path) => folded(baseName(path)))
  return (name: string): string | null => {
    const same = ofName.get(folded(baseName(name))) ?? []
    const wanted = folded(name)
    return (
      same.find((path) => folded(path) === wanted) ??
      same.find((path) => folderOf(path) === folderOf(beside)) ??
      same.find((path) => folded(path).endsWith(`/${wanted}`)) ??
      same[0] ??
      null
    )
  }
}

/** Of what is no picture that we know: who makes pictures tells more of it. */
const noSize = { width: 0, height: 0 }

/** Questions as they name their pictures from here on: no two pictures have one name. */
export const withPicturesOf = (
  draft: ReadingDraft,
  questions: ReadonlyArray<ReadQuestion>,
  { files, isTold = false, used }: ArchivePictures,
  beside = "",
  /** What a name is told apart from others by: the path of the picture, within this where it is an archive of its own. */
  within = ""
): ReadonlyArray<ReadQuestion> => {
  const find = finder(files, beside)
  const named = (name: string | null, line: number): string | null => {
    if (name === null || isAddress(name)) return name
    const path = find(name)
    const bytes = path === null ? undefined : files.get(path)
    if (path === null || bytes === undefined) {
      if (!isTold) draft.warn(line, `a picture that is not in the archive: ${name}`)
      return name
    }
    used.add(path)
    const { height, width } = pictureSize(bytes) ?? noSize
    if (width * height > pixelsMax) {
      draft.warn(line, `the picture ${name} is ${width} × ${height}, too large: left out`)
      return name
    }
    if (draft.keepPicture(name, bytes)) return name
    const apart = within === beside ? path : `${within}/${path}`
    draft.keepPicture(apart, bytes)
    return apart
  }
  return questions.map((question) => ({
    ...question,
    handoutImage: named(question.handoutImage, question.line),
    answerImage: named(question.answerImage, question.line)
  }))
}

export const warnOfUnused = (draft: ReadingDraft, { files, used }: ArchivePictures): void => {
  for (const path of files.keys()) if (!used.has(path)) draft.warn(1, `a picture that no question shows: ${path}`)
}
