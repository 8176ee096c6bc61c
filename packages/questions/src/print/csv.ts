/** A pack as CSV for a spreadsheet: no cell of it runs as a formula. */
import { readCsv } from "../read/csv.ts"
import type { ReadQuestion } from "../reading.ts"
import { type Pack, printedBy } from "./printed.ts"

const columns: ReadonlyArray<readonly [string, (question: ReadQuestion) => string | null]> = [
  ["номер", ({ number }) => number],
  ["тур", ({ tour }) => tour],
  ["раздатка", ({ handout }) => handout],
  ["картинка", ({ handoutImage }) => handoutImage],
  ["вопрос", ({ text }) => text],
  ["варианты", ({ options }) => options.join("\n")],
  ["ответ", ({ answer }) => answer],
  ["картинка к ответу", ({ answerImage }) => answerImage],
  ["зачёт", ({ accepted }) => accepted.join("\n")],
  ["незачёт", ({ rejected }) => rejected.join("\n")],
  ["комментарий", ({ comment }) => comment],
  ["источники", ({ sources }) => sources.join("\n")],
  ["автор", ({ author }) => author],
  ["темы", ({ themes }) => themes.join("\n")],
  ["сложность", ({ difficulty }) => (difficulty === null ? null : String(difficulty))],
  ["ссылка", ({ url }) => url]
]

/** An apostrophe makes a text of what begins like a formula; the reader takes it away again. */
const guarded = (cell: string): string => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string): string => (/[";\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

const row = (cells: ReadonlyArray<string | null>): string => cells.map((cell) => quoted(guarded(cell ?? ""))).join(";")

const print = ({ pack, questions }: Pack): string =>
  [
    ...(pack.licence === null ? [] : [`# ${pack.licence.replaceAll("\n", " ")}`]),
    row(columns.map(([heading]) => heading)),
    ...questions.map((question) => row(columns.map(([, cell]) => cell(question))))
  ].join("\r\n") + "\r\n"

export const printCsv = printedBy(print, readCsv)
