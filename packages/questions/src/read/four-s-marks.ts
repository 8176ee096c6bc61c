/** The marks of a line of `.4s`, and what the pieces of a text that begin with a backslash stand for. */
import { shownOf } from "./host-notes.ts"

export type FourSField =
  | "question"
  | "answer"
  | "accepted"
  | "rejected"
  | "comment"
  | "source"
  | "author"
  | "handout"
  | "number"
  | "counter"

export type FourSHeading = "title" | "short title" | "tour" | "info" | "editors" | "date" | "theme"

export const fieldMarks: ReadonlyMap<string, FourSField> = new Map([
  ["?", "question"],
  ["!", "answer"],
  ["=", "accepted"],
  ["!=", "rejected"],
  ["/", "comment"],
  ["^", "source"],
  ["@", "author"],
  [">", "handout"],
  ["№", "number"],
  ["№№", "counter"]
])

export const headingMarks: ReadonlyMap<string, FourSHeading> = new Map([
  ["###", "title"],
  ["###LJ", "short title"],
  ["##", "tour"],
  ["#", "info"],
  ["#EDITOR", "editors"],
  ["#DATE", "date"],
  ["#B", "tour"],
  ["#R", "tour"],
  ["#T", "theme"]
])

/** «4SCOUNTER» is 1, 2, 3… over the whole file, each name by itself. */
export class Counters {
  readonly #counts = new Map<string, number>()

  /** The line with its numbers. */
  numbered(line: string): string {
    return line.replaceAll(
      /set 4SCOUNTER(\w*) = (\d{1,9})|4SCOUNTER(\w*)/g,
      (_, set?: string, to?: string, name = "") => {
        if (set !== undefined) {
          this.#counts.set(set, Number(to))
          return ""
        }
        const now = this.#counts.get(name) ?? 1
        this.#counts.set(name, now + 1)
        return String(now)
      }
    )
  }
}

const escaped = /\\([_~.[\]])/g

export const withoutEscapes = (text: string): string => text.replaceAll(escaped, "$1")

/** Italics, bold, underlined, struck: signs around words, which a chat would show as they are. */
const emphasis = /(?<![\p{L}\d_\\])(_{1,6})(?=\S)([^_\n]+)\1(?![\p{L}\d_])/gu
const struck = /(?<![\p{L}\d~\\])~(?=\S)([^~\n]+)~(?![\p{L}\d~])/gu

/** What players see of a text whose marks are still in it. */
export const shownOfMarked = (text: string): string =>
  withoutEscapes(
    shownOf(text)
      .replaceAll(/\((?:PAGEBREAK|LINEBREAK)\)/g, "\n")
      .replaceAll(emphasis, "$2")
      .replaceAll(struck, "$1")
  )
