/** What the lines of one field of `.4s` say: a text, or a list of items that begin with a minus. */
import { asNumbered } from "./numbered-items.ts"

export interface FourSValue {
  /** What stands before the first item, or all of it. */
  readonly text: string
  readonly items: ReadonlyArray<string>
  /** Some line begins with a minus that was taken for the sign of a number. */
  readonly doubtful: boolean
}

const itemMark = /^-(?!\d)\s*(?=\S)/

export const valueOf = (lines: ReadonlyArray<string>): FourSValue => {
  const before: Array<string> = []
  const items: Array<Array<string>> = []
  for (const line of lines) {
    const mark = itemMark.exec(line)
    if (mark === null) (items.at(-1) ?? before).push(line)
    else items.push([line.slice(mark[0].length)])
  }
  const texts = items.map((item) => item.join("\n").trim())
  const text = before.join("\n").trim()
  const doubtful = lines.some((line, i) => i > 0 && /^-\d/.test(line))
  // One item is no list: its dash was a habit.
  if (texts.length === 1)
    return { text: [text, ...texts].filter((each) => each !== "").join("\n"), items: [], doubtful }
  return { text, items: texts, doubtful }
}

/** A list inside a text is numbered, as people read it out. */
export const asText = ({ items, text }: FourSValue): string =>
  items.length === 0 ? text : [text, asNumbered(items)].filter((each) => each !== "").join("\n")

export const asParts = ({ items, text }: FourSValue): ReadonlyArray<string> =>
  [text, ...items].filter((each) => each !== "")

/** «!!Авторка Иванова» prints another label than usual; the label is no part of the value. */
export const withoutLabel = (line: string): string => line.replace(/^!!\S+\s*/, "")
