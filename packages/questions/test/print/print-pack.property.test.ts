/** What is written is read again as it was; what a format cannot carry is told, and harms nothing beside it. */
import fc from "fast-check"
import { expect, test } from "vitest"
import { encodeText } from "../../src/encode-text.ts"
import type { Pack } from "../../src/print/printed.ts"
import { printPack, writtenFormats } from "../../src/print-pack.ts"
import { shownOf } from "../../src/read/host-notes.ts"
import { readPack } from "../../src/read-pack.ts"
import type { ReadQuestion } from "../../src/reading.ts"

/** Words and signs that mean something in one format or another, and that every format carries. */
const words = fc.constantFrom(
  "Кто",
  "«ель»",
  "„сосна“",
  "—",
  "-",
  "1.",
  "2)",
  '"да"',
  "'нет'",
  "&",
  "<",
  ">",
  "a < b",
  "&lt;",
  "&amp;amp;",
  "=2+2",
  "+7",
  "№ 5",
  "[note]",
  "(в скобках)",
  "100%",
  "C:/x_y",
  "~",
  "a_b",
  "Ответ:",
  "Вопрос 1:",
  "Зачет:",
  "https://example.org/a_b?c=d&e",
  "ё\u0301",
  "☂",
  ";",
  ",",
  "?",
  "!"
)
const line = fc.array(words, { minLength: 1, maxLength: 6 }).map((said) => `Слово ${said.join(" ")}`)
/** Any line end but the one a text cannot have at its ends. */
const easyText = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"))
const easyLine = line

const marks = fc.constantFrom(
  "? ",
  "! ",
  "= ",
  "- ",
  "-",
  "# ",
  "### ",
  "№ ",
  "> ",
  "|",
  "   ",
  "!!x ",
  "\\[",
  "(img a.png)",
  "4SCOUNTER",
  '"',
  "'=",
  "#",
  "Ответ:",
  "Вопрос 3:",
  "Тур:",
  ""
)
const hardText = fc
  .array(fc.tuple(marks, words), { minLength: 1, maxLength: 4 })
  .map((lines) =>
    lines
      .map((parts) => parts.join(""))
      .join("\n")
      .trim()
  )
  .filter((text) => text !== "")

const orNull = <A>(values: fc.Arbitrary<A>) => fc.option(values, { nil: null })

const given = ({ text = "Слово", ...fields }: Partial<ReadQuestion>): ReadQuestion => ({
  line: 1,
  number: null,
  tour: null,
  text,
  shown: text,
  answer: "слово",
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
  url: null,
  ...fields
})

const questionOf = (text: fc.Arbitrary<string>, oneLine: fc.Arbitrary<string>): fc.Arbitrary<ReadQuestion> =>
  fc
    .record({
      text,
      answer: text,
      accepted: fc.array(oneLine, { maxLength: 1 }),
      rejected: fc.array(oneLine, { maxLength: 1 }),
      comment: orNull(text),
      sources: fc.uniqueArray(oneLine, { maxLength: 3 }),
      author: orNull(oneLine),
      handout: orNull(text),
      handoutImage: orNull(fc.constantFrom("a.png", "https://example.org/b.png"))
    })
    .map((fields) => given({ ...fields, shown: shownOf(fields.text) }))

const packOf = (questions: ReadonlyArray<ReadQuestion>): Pack => ({
  pack: { title: null, editors: null, date: null, licence: null, info: null, url: null },
  questions
})

const written = (pack: Pack, format: (typeof writtenFormats)[number]) => {
  const { bytes, losses } = printPack(pack, format, "utf-8")
  return { losses, read: readPack({ name: "pack", bytes }, format) }
}

test.each(writtenFormats)("%s: what is written is read again as it was", (format) => {
  fc.assert(
    fc.property(fc.array(questionOf(easyText, easyLine), { minLength: 1, maxLength: 3 }), (questions) => {
      const { losses, read } = written(packOf(questions), format)
      expect(losses).toEqual([])
      expect(read.questions).toHaveLength(questions.length)
      expect(read.unread).toEqual([])
    }),
    { numRuns: 300 }
  )
})

test.each(writtenFormats)("%s: what is hard in one question harms no other", (format) => {
  fc.assert(
    fc.property(questionOf(hardText, hardText), questionOf(easyText, easyLine), (hard, easy) => {
      const { losses } = written(packOf([hard, easy]), format)
      expect(losses.filter(({ question }) => question === 2)).toEqual([])
    }),
    { numRuns: 500 }
  )
})

test("what a format has no place for is told by question and field", () => {
  const pack = packOf([given({}), given({ options: ["а", "б"], accepted: ["в", "г"] })])
  expect(printPack(pack, "json", "utf-8").losses).toEqual([])
  expect(printPack(pack, "4s", "utf-8").losses).toEqual([{ question: 2, field: "options" }])
  expect(printPack(pack, "db", "utf-8").losses).toEqual([
    { question: 2, field: "accepted" },
    { question: 2, field: "options" }
  ])
})

test("a cell of a table never begins a formula, and is read as it was", () => {
  const pack = packOf([given({ answer: "=1+1", text: "'=x" })])
  const { bytes, losses } = printPack(pack, "csv", "utf-8")
  expect(losses).toEqual([])
  expect(new TextDecoder().decode(bytes)).not.toMatch(/(?:^|;)=/m)
})

test("an old encoding writes what it has, replaces quotes and dashes, and tells the rest once", () => {
  const { bytes, unwritten } = encodeText("«Ёж» — ☂☂", "koi8-r")
  expect(new TextDecoder("koi8-r").decode(bytes)).toBe('"Ёж" - ??')
  expect(unwritten).toEqual(["«", "»", "—", "☂"])
  expect(encodeText("«Ёж» — №", "windows-1251").unwritten).toEqual([])
})
