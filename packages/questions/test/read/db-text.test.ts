import { expect, test } from "vitest"
import { readPack } from "../../src/read-pack.ts"
import { fieldsOf, readText, warnedLines } from "./read-text.ts"

const pack = (...fields: ReadonlyArray<string>): string => ["Чемпионат:\nКубок ручья", ...fields].join("\n\n")
const read = (...fields: ReadonlyArray<string>) => readText(pack(...fields), "db")

test("a line end is a space, an indented line begins a paragraph, a bar keeps its line", () => {
  const found = read("Вопрос 1:\nДлинный вопрос на\nдве строки.\n   Абзац\nего.\n|Стих\n|строка\nЧто?", "Ответ:\nЭто.")
  expect(fieldsOf(found, "text")).toEqual([{ text: "Длинный вопрос на две строки.\nАбзац его.\nСтих\nстрока\nЧто?" }])
})

test("незачёт comes out of зачёт, entities out of texts, pictures out of both", () => {
  const found = read(
    "Вопрос 3:\n(pic: 1.jpg)\nЧьё?",
    "Ответ:\nJ&auml;ger (pic: 2.jpg)",
    "Зачет:\nЕгер; егерь. Незачет: охотник.",
    "Источник:\n   1. Книга,\nтом 2. С. 5.\n   2. http://example.org/",
    "Автор:\nАнна Пример"
  )
  expect(found.questions).toMatchObject([
    {
      number: "3",
      text: "Чьё?",
      handoutImage: "1.jpg",
      answer: "Jäger",
      answerImage: "2.jpg",
      accepted: ["Егер; егерь."],
      rejected: ["охотник."],
      sources: ["Книга, том 2. С. 5.", "http://example.org/"],
      author: "Анна Пример"
    }
  ])
  expect(found.warnings).toEqual([])
})

test("author and source of a pack or a tour are those of questions without one", () => {
  const found = read(
    "Автор:\nВсе",
    "Тур:\n1",
    "Вопрос 1:\nА?",
    "Ответ:\nа",
    "Тур:\n2",
    "Автор:\nОдин",
    "Вопрос 1:\nБ?",
    "Ответ:\nб",
    "Вопрос 2:\nВ?",
    "Ответ:\nв",
    "Автор:\nСвой"
  )
  expect(fieldsOf(found, "tour", "author")).toEqual([
    { tour: "1", author: "Все" },
    { tour: "2", author: "Один" },
    { tour: "2", author: "Свой" }
  ])
})

test("a theme of «Своя игра» becomes its questions", () => {
  const found = read("Вид:\nЯ", "Вопрос 2:\nРЕКИ\n   1. Синяя.\n   2. Белая.", "Ответ:\n   1. Нил.\n   2. Агидель.")
  expect(fieldsOf(found, "number", "text", "answer", "themes")).toEqual([
    { number: "2.1", text: "Синяя.", answer: "Нил.", themes: ["РЕКИ"] },
    { number: "2.2", text: "Белая.", answer: "Агидель.", themes: ["РЕКИ"] }
  ])
  expect(warnedLines(found)).toEqual([7])
})

test("a header without a blank line before it is one if it has the line to itself, and said", () => {
  const found = read("Вопрос 1:\nА?\nОтвет:\nа\nАвтор: здесь слово", "Вопрос 2:\nБез ответа?")
  expect(fieldsOf(found, "text", "answer")).toEqual([{ text: "А?", answer: "а Автор: здесь слово" }])
  expect(found.unread).toEqual([{ line: 10, text: "Без ответа?" }])
})

const dateOf = (date: string) => read(`Дата:\n${date}`, "Вопрос 1:\nА?", "Ответ:\nа").pack.date

test("dates say what they know", () => {
  expect(["07-May-2016", "00-Oct-2008 - 00-000-2009", "весной"].map(dateOf)).toEqual([
    "2016-05-07",
    "2008-10/2009",
    "весной"
  ])
})

const sentence = "Вопрос 1:\nЧто на ёлке?\n\nОтвет:\nШар.\n"
/** The bytes of a text in an old encoding, by asking the decoder what each byte stands for. */
const encoded = (text: string, encoding: string): Uint8Array => {
  const decoder = new TextDecoder(encoding)
  const byChar = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return Uint8Array.from([...text], (char) => byChar.get(char) ?? 0x3f)
}

test.each(["windows-1251", "koi8-r", "ibm866"] as const)("%s is told by its words", (encoding) => {
  const found = readPack({ name: "pack.txt", bytes: encoded(pack(sentence), encoding) }, null)
  expect(found).toMatchObject({ format: "db", encoding })
  expect(fieldsOf(found, "text", "answer")).toEqual([{ text: "Что на ёлке?", answer: "Шар." }])
})
