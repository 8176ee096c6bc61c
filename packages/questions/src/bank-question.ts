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

export interface LeftOut {
  readonly line: number
  readonly why: string
}

/** What an editor may write too: a longer one could not be mended. */
const longest = { text: 2_000, answer: 1_000, comment: 2_000, source: 1_000, author: 200 } as const

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

const reasonAgainst = (question: ReadQuestion, text: string, source: string): string | null => {
  const sizes = {
    text,
    answer: question.answer,
    comment: question.comment ?? "",
    source,
    author: question.author ?? ""
  }
  for (const [field, limit] of Object.entries(longest)) {
    const { length } = sizes[field as keyof typeof sizes]
    if (length > limit) return `the ${field} has ${length} characters, ${limit} at most are kept`
  }
  const isLong = [...question.accepted, ...question.rejected].some(({ length }) => length > longest.answer)
  return isLong ? `an answer more has over ${longest.answer} characters` : null
}

const bankQuestionOf = (question: ReadQuestion, place: string): BankQuestion | LeftOut => {
  const text = playedText(question)
  const source = citedText(question)
  const why = reasonAgainst(question, text, source)
  if (why !== null) return { line: question.line, why }
  const picture = addressOf(question.handoutImage)
  const isShown = picture === null || isAddress(picture)
  return {
    place,
    line: question.line,
    text,
    handoutText: question.handout,
    handoutImageUrl: isShown ? picture : null,
    answer: question.answer,
    accepted: question.accepted,
    rejected: question.rejected,
    comment: question.comment,
    source: source === "" ? null : source,
    author: question.author,
    difficulty: question.difficulty ?? unknownDifficulty,
    themes: question.themes,
    waitsFor: isShown ? null : `the picture ${picture}`,
    asRead: asReadOf(question)
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
export const bankQuestionsOf = (): ((question: ReadQuestion) => BankQuestion | LeftOut) => {
  const placeOf = placesOf()
  return (question) => bankQuestionOf(question, placeOf(question))
}
