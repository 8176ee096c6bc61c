/** A pack as `.4s`. A line that would be read as a mark goes on the line before it. */
import { fieldMarks, headingMarks } from "../read/four-s-marks.ts"
import { readFourS } from "../read/four-s.ts"
import type { ReadQuestion } from "../reading.ts"
import { type Pack, printedBy } from "./printed.ts"

const isMark = (line: string): boolean => {
  const [word = ""] = line.trimStart().split(/\s/, 1)
  return fieldMarks.has(word) || headingMarks.has(word) || line.startsWith("-")
}

const value = (text: string): string =>
  text.split("\n").reduce((before, line) => `${before}${isMark(line) ? " " : "\n"}${line}`)

const field = (mark: string, text: string | null): ReadonlyArray<string> =>
  text === null || text === "" ? [] : [`${mark} ${value(text)}`]

const list = (mark: string, items: ReadonlyArray<string>): ReadonlyArray<string> =>
  items.length < 2 ? field(mark, items[0] ?? null) : [mark, ...items.map((item) => `- ${value(item)}`)]

const picture = (name: string | null): string => {
  if (name === null) return ""
  return /\s/.test(name) ? `(img "${name}")` : `(img ${name})`
}

const joined = (...parts: ReadonlyArray<string | null>): string =>
  parts.filter((part) => part !== null && part !== "").join(" ")

const countOf = (text: string, sign: string): number => text.split(sign).length - 1

/** Signs that players see are escaped; brackets, if none of them holds a note for the host. */
const textOf = ({ shown, text }: ReadQuestion): string => {
  const seen = ["_", "~"].filter((sign) => countOf(text, sign) === countOf(shown, sign))
  const escaped = new Set(shown === text ? [...seen, "[", "]"] : seen)
  return text.replaceAll(/[_~[\]]/g, (sign) => (escaped.has(sign) ? `\\${sign}` : sign))
}

const questionLines = (question: ReadQuestion, next: number): ReadonlyArray<string> => [
  ...(question.number === null || question.number === String(next) ? [] : field("№", question.number)),
  ...field(">", joined(question.handout, picture(question.handoutImage))),
  ...field("?", textOf(question)),
  ...field("!", joined(question.answer, picture(question.answerImage))),
  ...list("=", question.accepted),
  ...list("!=", question.rejected),
  ...field("/", question.comment),
  ...list("^", question.sources),
  ...field("@", question.author)
]

const print = ({ pack, questions }: Pack): string => {
  const blocks: Array<string> = [
    ...field("###", pack.title),
    ...field("#DATE", pack.date),
    ...field("#EDITOR", pack.editors),
    ...field("#", pack.info)
  ]
  let tour: string | null = null
  let next = 1
  for (const question of questions) {
    if (question.tour !== tour) blocks.push(...field("##", question.tour))
    tour = question.tour
    blocks.push(questionLines(question, next).join("\n"))
    if (question.number === null || question.number === String(next)) next++
  }
  return `${blocks.join("\n\n")}\n`
}

export const printFourS = printedBy(print, readFourS)
