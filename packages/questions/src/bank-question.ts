/** What of a question that was read goes into the bank, or why it does not. */
import type { ReadQuestion } from "./reading.ts"

export interface BankQuestion {
  /** Names the question within its pack. */
  readonly place: string
  readonly line: number
  readonly text: string
  readonly handoutText: string | null
  readonly handoutImageUrl: string | null
  readonly answer: string
  readonly accepted: ReadonlyArray<string>
  readonly rejected: ReadonlyArray<string>
  readonly comment: string | null
  readonly source: string | null
  readonly author: string | null
  readonly difficulty: number
  readonly themes: ReadonlyArray<string>
  /** What is needed before it can be played; null: nothing. */
  readonly waitsFor: string | null
  readonly asRead: AsRead
}

/** What of it is not played, and is written into a file again. */
export interface AsRead {
  readonly number: string | null
  readonly tour: string | null
  /** Null: as it is played. */
  readonly written: Pick<ReadQuestion, "options" | "shown" | "text"> | null
  /** Null: a source a line. */
  readonly cited: Pick<ReadQuestion, "sources" | "url"> | null
  readonly handoutImage: string | null
  readonly answerImage: string | null
}

/** What became of a picture that came with the file. */
export type FiledPicture =
  | {
      readonly _tag: "Kept"
      /** As the questions name it. */
      readonly name: string
      /** As the bank names it. */
      readonly address: string
      readonly type: string
      readonly width: number
      readonly height: number
      readonly size: number
    }
  | { readonly _tag: "Refused"; readonly name: string; readonly reason: string }

export type FiledPictures = ReadonlyMap<string, FiledPicture>

export interface LeftOut {
  readonly line: number
  readonly why: string
}

/** What an editor may write too: a longer one could not be mended. */
const longest = {
  text: 2_000,
  handout: 2_000,
  answer: 1_000,
  comment: 2_000,
  source: 1_000,
  author: 200,
  picture: 2_000
} as const
const longestTheme = 100
const most = { accepted: 100, rejected: 100, themes: 20 } as const

const unknownDifficulty = 3

/** What players see. Of a choice the right answer is not always the first. */
export const playedText = ({ options, shown }: Pick<ReadQuestion, "options" | "shown">): string =>
  options.length === 0 ? shown : `${shown}\nВарианты: ${options.toSorted().join("; ")}`

export const citedText = ({ sources, url }: Pick<ReadQuestion, "sources" | "url">): string =>
  [...sources, ...(url === null ? [] : [url])].join("\n")

const asReadOf = (question: ReadQuestion): AsRead => {
  const { answerImage, handoutImage, number, options, shown, sources, text, tour, url } = question
  const isPlain = text === shown && options.length === 0
  const isLined = url === null && sources.every((source) => source !== "" && !source.includes("\n"))
  return {
    number,
    tour,
    written: isPlain ? null : { text, shown, options },
    cited: isLined ? null : { sources, url },
    handoutImage,
    answerImage
  }
}

/** Where anybody finds it, or VK's name of a sound or film that VK holds already. */
const isAddress = (picture: string): boolean =>
  /^https?:\/\//.test(picture) || /^(audio_message|audio|video)-?\d+_\d+(_\w+)?$/.test(picture)

const base = "https://db.chgk.info/images/db/"

/** Pictures of the base are named after the year. */
const addressOf = (picture: string | null): string | null =>
  picture !== null && /^\d{8}\.\w{1,5}$/.test(picture) ? `${base}${picture}` : picture

/** Where the picture of an answer is found; null: it is only named. */
export const answerPictureAddress = (picture: string | null): string | null => {
  const address = addressOf(picture)
  return address !== null && isAddress(address) ? address : null
}

const reasonAgainst = (question: ReadQuestion, text: string, source: string): string | null => {
  const sizes = {
    text,
    handout: question.handout ?? "",
    answer: question.answer,
    comment: question.comment ?? "",
    source,
    author: question.author ?? "",
    picture: question.handoutImage ?? ""
  }
  for (const [field, limit] of Object.entries(longest)) {
    const { length } = sizes[field as keyof typeof sizes]
    if (length > limit) return `the ${field} has ${length} characters, ${limit} at most are kept`
  }
  return reasonAgainstLists(question)
}

const reasonAgainstLists = (question: ReadQuestion): string | null => {
  for (const [field, limit] of Object.entries(most)) {
    const { length } = question[field as keyof typeof most]
    if (length > limit) return `of ${field} there are ${length}, ${limit} at most are kept`
  }
  const isLong = [...question.accepted, ...question.rejected].some(({ length }) => length > longest.answer)
  if (isLong) return `an answer more has over ${longest.answer} characters`
  return question.themes.some(({ length }) => length > longestTheme)
    ? `a theme has over ${longestTheme} characters`
    : null
}

/** Its end tells what it is by now. */
export const nameAsKept = (name: string, type: string): string => {
  const isSaid = type === "image/png" ? /\.png$/i.test(name) : /\.jpe?g$/i.test(name)
  return isSaid ? name : `${name.replace(/\.\w{1,5}$/, "")}.${type === "image/png" ? "png" : "jpg"}`
}

interface Shown {
  /** Null: there is none, or none that can be shown. */
  readonly url: string | null
  /** As a file names it. */
  readonly name: string | null
  readonly waitsFor: string | null
}

const shownOf = (picture: string | null, filed: FiledPictures): Shown => {
  const own = filed.get(picture ?? "")
  if (own?._tag === "Kept") return { url: own.address, name: nameAsKept(own.name, own.type), waitsFor: null }
  if (own !== undefined) return { url: null, name: picture, waitsFor: `the picture ${own.name}: ${own.reason}` }
  const address = addressOf(picture)
  const isShown = address === null || isAddress(address)
  return { url: isShown ? address : null, name: picture, waitsFor: isShown ? null : `the picture ${address}` }
}

/** What is not shown is kept all the same, to be written into a file again. */
const answerImageOf = ({ answerImage }: ReadQuestion, filed: FiledPictures): string | null => {
  const own = filed.get(answerImage ?? "")
  return own?._tag === "Kept" ? own.address : answerImage
}

const bankQuestionOf = (question: ReadQuestion, place: string, filed: FiledPictures): BankQuestion | LeftOut => {
  const text = playedText(question)
  const source = citedText(question)
  const why = reasonAgainst(question, text, source)
  if (why !== null) return { line: question.line, why }
  const picture = shownOf(question.handoutImage, filed)
  return {
    place,
    line: question.line,
    text,
    handoutText: question.handout,
    handoutImageUrl: picture.url,
    answer: question.answer,
    accepted: question.accepted,
    rejected: question.rejected,
    comment: question.comment,
    source: source === "" ? null : source,
    author: question.author,
    difficulty: question.difficulty ?? unknownDifficulty,
    themes: question.themes,
    waitsFor: picture.waitsFor,
    asRead: { ...asReadOf(question), handoutImage: picture.name, answerImage: answerImageOf(question, filed) }
  }
}

/** Tour and number name a question for as long as the pack lives; where they do not tell two apart, a count does. */
const placesOf = (): ((question: ReadQuestion) => string) => {
  const taken = new Set<string>()
  return ({ number, tour }) => {
    const name = [tour, number ?? String(taken.size + 1)].filter((part) => part !== null).join("/")
    let place = name
    for (let times = 2; taken.has(place); times++) place = `${name}#${times}`
    taken.add(place)
    return place
  }
}

/** One after another, in the order of their file. */
export const bankQuestionsOf = (filed: FiledPictures): ((question: ReadQuestion) => BankQuestion | LeftOut) => {
  const placeOf = placesOf()
  return (question) => bankQuestionOf(question, placeOf(question), filed)
}
