import { expect, test } from "vitest"
import { fieldsOf, readText, warnedLines } from "./read-text.ts"

test("fields stand on lines of their own or all on one", () => {
  const lines = readText(
    "Кубок ручья\nРедакторы: Анна Пример\n\nТур 1\n\nВопрос 1.\nКто поёт?\n\nОтвет: дрозд\nЗачет: птица\n"
  )
  const one = readText("Вопрос 1: Кто поёт? Ответ: дрозд Зачёт: птица")
  for (const pack of [lines, one]) {
    expect(fieldsOf(pack, "number", "text", "answer", "accepted")).toEqual([
      { number: "1", text: "Кто поёт?", answer: "дрозд", accepted: ["птица"] }
    ])
    expect(pack.warnings).toEqual([])
  }
  expect(lines.pack).toMatchObject({ title: "Кубок ручья", editors: "Анна Пример" })
  expect(lines.questions[0]?.tour).toBe("Тур 1")
})

test("years in a handout are no numbers of questions, a number after an answer is", () => {
  const pack = readText("1.\nРаздатка:\n1861\n1862\n\nЧто дальше?\nОтвет: 1863\n\n2\nА потом?\nОтвет: 1864\n")
  expect(fieldsOf(pack, "number", "handout", "text", "answer")).toEqual([
    { number: "1", handout: "1861\n1862", text: "Что дальше?", answer: "1863" },
    { number: "2", handout: null, text: "А потом?", answer: "1864" }
  ])
})

test("without any numbers the answers divide the questions, said once", () => {
  const pack = readText("Что зелёное?\nОтвет: лист\nКомментарий: да\n\nи ещё\n\nЧто жёлтое?\nОтвет: он же\n")
  expect(fieldsOf(pack, "number", "text", "comment")).toEqual([
    { number: "1", text: "Что зелёное?", comment: "да\nи ещё" },
    { number: "2", text: "Что жёлтое?", comment: null }
  ])
  expect(warnedLines(pack)).toEqual([1])
})

test("sources that are numbered are apart, and a volume at a line's beginning begins none", () => {
  const pack = readText(
    "Вопрос 1: А?\nОтвет: а\nИсточники:\n1. Книга.\n4. Том.\n2. Сайт.\nАвторка: Анна\nКом.: раз\nКоммент.: два\n"
  )
  expect(fieldsOf(pack, "sources", "author", "comment")).toEqual([
    { sources: ["Книга.\n4. Том.", "Сайт."], author: "Анна", comment: "раз\nдва" }
  ])
})

test("a question without an answer is told with its words", () => {
  const pack = readText("Вопрос 1: А?\n\nВопрос 2: Б?\nОтвет: б\n")
  expect(fieldsOf(pack, "text")).toEqual([{ text: "Б?" }])
  expect(pack.unread).toEqual([{ line: 1, text: "А?" }])
})

test("lists on one line are apart: of answers at any number, of sources not behind an abbreviation", () => {
  const pack = readText(
    "Вопрос 1: А?\nОтвет: 1) раз 2) два\nИсточник: 1. Книга, с. 2. Том 2. https://example.org/ 3. Ещё\n"
  )
  expect(fieldsOf(pack, "answer", "sources")).toEqual([
    { answer: "1) раз\n2) два", sources: ["Книга, с. 2. Том", "https://example.org/ 3. Ещё"] }
  ])
})

test("a number left out, or given twice, keeps no address from being a source of its own", () => {
  const pack = readText(
    "Вопрос 1: А?\nОтвет: а\nИсточники:\n1. Передача 14.02.2015.\n3. http://example.org/a\n3. http://example.org/b\n4. Книга, т. 2,\n5) с. 7; сайт.\n14. Век.\n"
  )
  expect(fieldsOf(pack, "sources")).toEqual([
    {
      sources: [
        "Передача 14.02.2015.",
        "http://example.org/a",
        "http://example.org/b",
        "Книга, т. 2,",
        "с. 7; сайт.\n14. Век."
      ]
    }
  ])
})
