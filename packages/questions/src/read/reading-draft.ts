/** A reading while the file is being read: what every parser collects its questions and warnings in. */
import type { PackFacts, PackNote, Reading, ReadQuestion, UnreadPiece } from "../reading.ts"
import { shownOf } from "./host-notes.ts"

export type GivenQuestion = Partial<ReadQuestion> & Pick<ReadQuestion, "line" | "text" | "answer">

const unsaid = {
  number: null,
  tour: null,
  accepted: [],
  rejected: [],
  comment: null,
  sources: [],
  author: null,
  handout: null,
  handoutImage: null,
  answerImage: null,
  options: [],
  themes: [],
  difficulty: null,
  url: null
} as const

/** As many words of a piece as tell which one it is. */
const excerptMax = 60

/** Nothing where there is nothing but spaces. */
export const orNull = (text: string | undefined): string | null => {
  const told = text?.trim() ?? ""
  return told === "" ? null : told
}

export const oneOrNone = (text: string | undefined): ReadonlyArray<string> => {
  const told = orNull(text)
  return told === null ? [] : [told]
}

export const excerpt = (text: string): string => {
  const oneLine = text.trim().replaceAll(/\s+/g, " ")
  return oneLine.length > excerptMax ? `${oneLine.slice(0, excerptMax)}…` : oneLine
}

export class ReadingDraft {
  #questions: Array<ReadQuestion> = []
  #warnings: Array<PackNote> = []
  #unread: Array<UnreadPiece> = []
  #isBroken = false
  readonly #pictures = new Map<string, Uint8Array>()
  readonly #pack: { -readonly [Name in keyof PackFacts]: PackFacts[Name] } = {
    title: null,
    editors: null,
    date: null,
    licence: null,
    info: null,
    url: null
  }

  warn(line: number, message: string): void {
    this.#warnings.push({ line, message })
  }

  /** A piece that goes into no question, and why. */
  leaveOut(line: number, text: string, why: string): void {
    this.#unread.push({ line, text: text.trim() })
    this.warn(line, why)
  }

  /** From this line on nothing can be read, and what was read before may be no more than a half. */
  breakOff(line: number, why: string): void {
    this.leaveOut(line, "", why)
    this.#isBroken = true
  }

  get isBroken(): boolean {
    return this.#isBroken
  }

  /** A question shows one picture. */
  warnOfPictures(line: number, more: ReadonlyArray<string>): void {
    for (const name of more) this.warn(line, `one picture more than a question can show: ${name}`)
  }

  /** False: another picture has that name. */
  keepPicture(name: string, bytes: Uint8Array): boolean {
    const before = this.#pictures.get(name)
    if (before !== undefined && before !== bytes) return false
    this.#pictures.set(name, bytes)
    return true
  }

  /** A fact told twice is told in as many lines. */
  tell(fact: keyof PackFacts, value: string): void {
    const told = value.trim()
    if (told === "") return
    const before = this.#pack[fact]
    this.#pack[fact] = before === null ? told : `${before}\n${told}`
  }

  /** What is not given is unknown; a question without text or answer is left out. */
  add(given: GivenQuestion): void {
    const text = given.text.trim()
    const answer = given.answer.trim()
    if (text === "" || answer === "") {
      const missing = answer === "" ? "an answer" : "a text"
      this.leaveOut(
        given.line,
        `${text}${answer}`,
        `a question without ${missing}, not read: «${excerpt(text + answer)}»`
      )
      return
    }
    this.#questions.push({ ...unsaid, shown: shownOf(text), ...given, text, answer })
  }

  /** What was read of another file. The first one's facts are those of the pack. */
  join({ pack, questions, unread, warnings }: Reading, named: string): void {
    for (const [fact, value] of Object.entries(pack)) this.#pack[fact as keyof PackFacts] ??= value
    for (const question of questions) this.#questions.push(question)
    for (const piece of unread) this.#unread.push(piece)
    for (const { line, message } of warnings) this.warn(line, `${named}${message}`)
  }

  get waiting(): number {
    return this.#questions.length
  }

  /** What was read since it was last taken; of the pack all that is known by now. */
  taken(): Reading {
    const reading = this.done()
    this.#questions = []
    this.#warnings = []
    this.#unread = []
    return reading
  }

  done(): Reading {
    return {
      pack: { ...this.#pack },
      questions: this.#questions,
      warnings: this.#warnings.toSorted((one, other) => one.line - other.line),
      unread: this.#unread,
      pictures: this.#pictures
    }
  }
}
