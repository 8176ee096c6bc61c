/** A pack as text of db.chgk.info. A line of ours is a paragraph there; nothing is wrapped. */
import { dbHeaderOf } from "../read/db-headers.ts"
import { readDbText } from "../read/db-text.ts"
import { asNumbered } from "../read/numbered-items.ts"
import type { ReadQuestion } from "../reading.ts"
import { type Pack, printedBy } from "./printed.ts"

const indent = "   "

/** What would be read as a sign for a character is written as one. */
const escaped = (text: string): string => text.replaceAll(/&(?=#?\w{1,32};)/g, "&amp;")

/** What looks like a header is none when it is indented. */
const value = (text: string): string =>
  escaped(text)
    .split("\n")
    .map((line, i) => (i > 0 || dbHeaderOf(line) !== null ? `${indent}${line}` : line))
    .join("\n")

const field = (name: string, text: string | null): ReadonlyArray<string> =>
  text === null || text === "" ? [] : [`${name}:\n${value(text)}`]

const listed = (items: ReadonlyArray<string>): string =>
  items.length < 2 ? (items[0] ?? "") : `\n${asNumbered(items)}`

const picture = (name: string | null): string => (name === null ? "" : `(pic: ${name})`)

const lines = (...parts: ReadonlyArray<string | null>): string =>
  parts.filter((part) => part !== null && part !== "").join("\n")

const handout = (text: string | null): string => (text === null ? "" : `<раздатка>\n${text}\n</раздатка>`)

/** The base has no header for «незачёт». */
const rejected = (items: ReadonlyArray<string>): string => (items.length === 0 ? "" : `Незачет: ${items.join("; ")}`)

const questionFields = (question: ReadQuestion, i: number): ReadonlyArray<string> => [
  ...field(
    `Вопрос ${/^\d{1,6}$/.test(question.number ?? "") ? question.number : i + 1}`,
    lines(picture(question.handoutImage), handout(question.handout), question.text)
  ),
  ...field("Ответ", lines(question.answer, picture(question.answerImage))),
  ...field("Зачет", lines(question.accepted.join("; "), rejected(question.rejected))),
  ...field("Комментарий", question.comment),
  ...field("Источник", listed(question.sources)),
  ...field("Автор", question.author)
]

const print = ({ pack, questions }: Pack): string => {
  const fields: Array<string> = [
    `Чемпионат:\n${value(pack.title ?? "")}`,
    ...field("URL", pack.url),
    ...field("Дата", pack.date),
    ...field("Редактор", pack.editors),
    ...field("Инфо", pack.info),
    ...field("Копирайт", pack.licence)
  ]
  let tour: string | null = null
  for (const [i, question] of questions.entries()) {
    if (question.tour !== tour) fields.push(...field("Тур", question.tour))
    tour = question.tour
    fields.push(...questionFields(question, i))
  }
  return `${fields.join("\n\n")}\n`
}

export const printDbText = printedBy(print, readDbText)
