import { expect, test } from "vitest"
import { fieldsOf, readText, warnedLines } from "./read-text.ts"

test.each([";", ",", "\t"])(
  "the delimiter %j is found by the headings, quoted cells keep it and their line ends",
  (delimiter) => {
    const row = (...cells: ReadonlyArray<string>): string => cells.join(delimiter)
    const pack = readText(
      `\uFEFF${row("вопрос", "ответ", "зачёт")}\r\n${row(`"Раз${delimiter}\nдва ""три""?"`, "да", '"а; б"')}\r\n`
    )
    expect(pack.format).toBe("csv")
    expect(fieldsOf(pack, "line", "text", "answer", "accepted")).toEqual([
      { line: 2, text: `Раз${delimiter}\nдва "три"?`, answer: "да", accepted: ["а; б"] }
    ])
  }
)

test("a row with more cells than headings and one without an answer are told by their lines", () => {
  const pack = readText("вопрос;ответ\nА; Б?;да\nВ?;\nГ?;-5\n")
  expect(fieldsOf(pack, "text", "answer")).toEqual([{ text: "Г?", answer: "-5" }])
  expect(pack.unread).toEqual([
    { line: 2, text: "А; Б?;да" },
    { line: 3, text: "В?" }
  ])
})

test("a note before the headings is the licence", () => {
  const pack = readText("# Таблица под CC BY-SA 4.0\nQuestion,Option 1,Option 2,Answer\nA?,b,c,b\n")
  expect(pack.pack.licence).toBe("CC BY-SA 4.0")
  expect(fieldsOf(pack, "options", "answer")).toEqual([{ options: ["b", "c"], answer: "b" }])
  expect(warnedLines(pack)).toEqual([1])
})

test("a table without headings is not guessed at", () => {
  const pack = readText("Кто?;он\n", "csv")
  expect(pack).toMatchObject({ questions: [], unread: [{ line: 1, text: "Кто?;он" }] })
})

test("a table without a column of answers has no questions", () => {
  expect(readText("вопрос;тема\nКто?;лес\n", "csv")).toMatchObject({ questions: [], warnings: [{ line: 1 }] })
})

test("a quote that is never closed is a sign", () => {
  expect(fieldsOf(readText('вопрос,ответ\nА?,"б\nВ?,г\n', "csv"), "answer")).toEqual([
    { answer: '"б' },
    { answer: "г" }
  ])
})

test("a note of Anki is two cells, with tags or without", () => {
  const pack = readText('#separator:tab\n#html:true\n"<b>Раз</b><br>два\n"\tтри &amp; четыре\nобрывок\n')
  expect(pack.format).toBe("anki")
  expect(fieldsOf(pack, "text", "answer")).toEqual([{ text: "Раз\nдва", answer: "три & четыре" }])
  expect(warnedLines(pack)).toEqual([5])
})
