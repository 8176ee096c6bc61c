import { expect, test } from "vitest"
import { fieldsOf, readText, warnedLines } from "./read-text.ts"

const read = (text: string) => readText(text, "4s")

test("a pack tells its title, date, editors and tours, and each question all its fields", () => {
  const pack = read(
    "### Кубок ручья\n#DATE 1 мая\n#EDITOR Анна Пример\n\n## Тур 1\n\n> (img map.png)\n? Что [подсказка] течёт?\n! ручей\n" +
      "= речка\n!= пруд\n/ Течёт.\n^\n- Книга\n- https://example.org/a\n@ Леонид Пример\n"
  )
  expect(pack.warnings).toEqual([])
  expect(pack.pack).toMatchObject({ title: "Кубок ручья", date: "1 мая", editors: "Анна Пример" })
  expect(pack.questions).toMatchObject([
    {
      line: 7,
      number: "1",
      tour: "Тур 1",
      text: "Что [подсказка] течёт?",
      shown: "Что течёт?",
      answer: "ручей",
      accepted: ["речка"],
      rejected: ["пруд"],
      comment: "Течёт.",
      sources: ["Книга", "https://example.org/a"],
      author: "Леонид Пример",
      handoutImage: "map.png"
    }
  ])
})

test("a list of one item is a text, a list of several is numbered, and what begins with a digit is no item", () => {
  const pack = read("? Дуплет.\n- Кто?\n- Где?\n!\n- Он\n- Там\n\n? Сколько?\n! от\n-5\n-7\n\n? Цвет?\n!\n- синий\n")
  expect(fieldsOf(pack, "text", "answer")).toEqual([
    { text: "Дуплет.\n1. Кто?\n2. Где?", answer: "1. Он\n2. Там" },
    { text: "Сколько?", answer: "от\n-5\n-7" },
    { text: "Цвет?", answer: "синий" }
  ])
  expect(warnedLines(pack)).toEqual([9])
})

test("a blank line inside a question loses nothing, before the answer and after it", () => {
  const pack = read("? Раз.\n\nДва. Что?\n\n! три\n\nи четыре\n\n? Ещё?\n! да\n")
  expect(fieldsOf(pack, "text", "answer")).toEqual([
    { text: "Раз.\n\nДва. Что?", answer: "три\n\nи четыре" },
    { text: "Ещё?", answer: "да" }
  ])
  expect(warnedLines(pack)).toEqual([2, 4, 6])
})

test("a mark without its space is a mark where one is waited for, and text elsewhere", () => {
  const pack = read("?Кто живёт?\n!сова\n=филин\n/Ухает.\n@Анна\n\n? Что\n=знак равенства\nзначит?\n! равно\n")
  expect(fieldsOf(pack, "text", "answer", "accepted", "comment", "author")).toEqual([
    { text: "Кто живёт?", answer: "сова", accepted: ["филин"], comment: "Ухает.", author: "Анна" },
    { text: "Что\n=знак равенства\nзначит?", answer: "равно", accepted: [], comment: null, author: null }
  ])
  expect(warnedLines(pack)).toEqual([1, 2, 3, 4, 5])
})

test("a section glued to a question comes after it", () => {
  const pack = read("? Раз?\n! да\n## Тур 2\n? Два?\n! нет\n? Три?\n! да\n")
  expect(fieldsOf(pack, "tour", "text")).toEqual([
    { tour: null, text: "Раз?" },
    { tour: "Тур 2", text: "Два?" },
    { tour: "Тур 2", text: "Три?" }
  ])
  expect(warnedLines(pack)).toEqual([3, 6])
})

test("a question without an answer and a line without a mark are told with their words", () => {
  const pack = read("Без знака\n\n? Без ответа\n\n? Кто?\n! он\n\n? Тоже без\n")
  expect(fieldsOf(pack, "text")).toEqual([{ text: "Кто?" }])
  expect(pack.unread).toEqual([
    { line: 1, text: "Без знака" },
    { line: 3, text: "Без ответа" },
    { line: 8, text: "Тоже без" }
  ])
})

test("numbers: one of its own does not count, one that is set does", () => {
  const pack = read("№ 0\n? А?\n! а\n\n? Б?\n! б\n\n№№ 7\n? В?\n! в\n\n? Г?\n! г\n")
  expect(fieldsOf(pack, "number")).toEqual([{ number: "0" }, { number: "1" }, { number: "7" }, { number: "8" }])
})

test("escapes, counters, labels, screens and emphasis are read", () => {
  const pack = read(
    "? Кадр 4SCOUNTER, кадр 4SCOUNTER: \\[вход\\] (screen слышат|видят) _косо_ a_b_c\n! 4SCOUNTERx\n@ !!Авторка Анна\n"
  )
  expect(fieldsOf(pack, "text", "shown", "answer", "author")).toEqual([
    {
      text: "Кадр 1, кадр 2: [вход] (screen слышат|видят) _косо_ a_b_c",
      shown: "Кадр 1, кадр 2: [вход] видят косо a_b_c",
      answer: "1",
      author: "Анна"
    }
  ])
})

test("a handout in brackets is apart from the text, nested brackets and a picture with it", () => {
  const pack = read("? [Раздаточный материал: слова [вложенные] (img a.png)]\nЧто это?\n! раздатка\n")
  expect(fieldsOf(pack, "text", "handout", "handoutImage")).toEqual([
    { text: "Что это?", handout: "слова [вложенные]", handoutImage: "a.png" }
  ])
})

test("spaces before a mark are no part of the text", () => {
  expect(fieldsOf(readText("  ? Кто?\n  ! он\n"), "text", "answer")).toEqual([{ text: "Кто?", answer: "он" }])
})
