/** Formats that name their parts: JSON, XML, SIGame, trivia lists, GIFT. */
import { expect, test } from "vitest"
import { alternativesOf } from "../../src/read/si-game-answers.ts"
import { fieldsOf, readText, warnedLines } from "./read-text.ts"

test("JSON: a number is a text, true is none, and each is told on its line", () => {
  const pack = readText(
    '{"title": "Ручей", "questions": [\n{"text": "Сколько?", "answer": 5},\n{"text": "Да?",\n"answer": true},\n7]}'
  )
  expect(pack.pack.title).toBe("Ручей")
  expect(fieldsOf(pack, "text", "answer")).toEqual([{ text: "Сколько?", answer: "5" }])
  expect(warnedLines(pack)).toEqual([1, 3])
})

test("JSON: of several answers the first is the one shown", () => {
  expect(fieldsOf(readText('[{"question":"А?","answer":["б","в"]}]'), "answer", "accepted")).toEqual([
    { answer: "б", accepted: ["в"] }
  ])
})

test("JSON of Open Trivia DB: all entities, options, difficulty and the licence", () => {
  const pack = readText(
    '{"response_code":0,"results":[{"difficulty":"hard","category":"A &amp; B","question":"&Eacute;?","correct_answer":"na&iuml;f","incorrect_answers":["x","y","z"]}]}'
  )
  expect(pack.pack.licence).toBe("CC BY-SA 4.0")
  expect(pack.questions).toMatchObject([
    { text: "É?", answer: "naïf", options: ["naïf", "x", "y", "z"], themes: ["A & B"], difficulty: 5 }
  ])
  expect(warnedLines(pack)).toEqual([1])
})

test("JSON of a site: its pictures have addresses, a question taken down is left out", () => {
  const pack = readText(
    JSON.stringify({
      title: "Кубок",
      tours: [
        {
          title: "Тур 1",
          questions: [
            {
              id: 7,
              number: 1,
              text: "А\n  Б?",
              razdatkaPic: "/m/a.png",
              answer: "а",
              authors: [{ name: "Анна" }, { name: "Лев" }]
            },
            { id: 8, number: 2, text: "В?", answer: "в", takenDown: true }
          ]
        }
      ]
    })
  )
  expect(pack.questions).toMatchObject([
    {
      tour: "Тур 1",
      text: "А\nБ?",
      author: "Анна, Лев",
      handoutImage: "https://gotquestions.online/m/a.png",
      url: "https://gotquestions.online/question/7"
    }
  ])
  expect(pack.unread).toHaveLength(1)
})

test("JSON of a quiz with choices: tags are no words, a slide is no question", () => {
  const pack = readText(
    '{"questions":[{"question":"<b>А</b>?","choices":[{"answer":"б","correct":false},{"answer":"в","correct":true}]},{"type":"content"}]}'
  )
  expect(fieldsOf(pack, "text", "answer", "options")).toEqual([{ text: "А?", answer: "в", options: ["б", "в"] }])
  expect(pack.unread).toHaveLength(1)
})

test("what is no JSON is told", () => {
  expect(readText("[1", "json")).toMatchObject({ questions: [], unread: [{ line: 1, text: "[1" }] })
})

test("XML of the base: one tour with one question, an empty element is nothing", () => {
  const pack = readText(
    "<?xml version='1.0'?><tournament><Title>Кубок</Title><tour><Title>1</Title><question><Question>А\nб.\n   В?</Question><Answer>г &lt; д</Answer><PassCriteria/></question></tour></tournament>"
  )
  expect(pack.pack.title).toBe("Кубок")
  expect(fieldsOf(pack, "tour", "text", "answer", "accepted")).toEqual([
    { tour: "1", text: "А б.\nВ?", answer: "г < д", accepted: [] }
  ])
})

const siQuestion = (type: string, words: string): string =>
  `<question price="100"><params><param name="question" type="content"><item type="${type}">${words}</item></param></params><right><answer>да</answer></right><wrong><answer>нет</answer></wrong></question>`

test("SIGame: words and pictures are read, sounds are named and left out", () => {
  const pack = readText(
    `<package name="П"><rounds><round name="1"><themes><theme name="РЕКИ"><questions>${siQuestion("text", "А?")}${siQuestion("image", "a.png")}${siQuestion("audio", "a.mp3")}</questions></theme></themes></round></rounds></package>`
  )
  expect(pack.format).toBe("siq")
  expect(fieldsOf(pack, "text", "handoutImage", "themes", "rejected")).toEqual([
    { text: "А?", handoutImage: null, themes: ["РЕКИ"], rejected: ["нет"] },
    { text: "РЕКИ", handoutImage: "a.png", themes: ["РЕКИ"], rejected: ["нет"] }
  ])
  expect(pack.warnings).toEqual([{ line: 1, message: "РЕКИ 100: a sound cannot be asked here, not imported" }])
})

test("SIGame: a piece cut out of a pack is read as far as it goes, and an answer alone is told by name", () => {
  const theme = readText(`<theme name="РЕКИ"><questions>${siQuestion("text", "А?")}</questions></theme>`, "siq")
  expect(fieldsOf(theme, "text", "tour", "themes")).toEqual([{ text: "А?", tour: null, themes: ["РЕКИ"] }])
  expect(fieldsOf(readText(siQuestion("text", "Б?"), "siq"), "text", "themes")).toEqual([{ text: "Б?", themes: [] }])
  const answer = readText("<right><answer>Между {Нилом} и {Доном}</answer></right>", "siq")
  expect(answer.questions).toEqual([])
  expect(answer.warnings).toEqual([
    { line: 1, message: "an answer without its question, not read: «Между Нилом и Доном»" }
  ])
})

test("SIGame: braces are what must be named, brackets what may be added", () => {
  expect(alternativesOf(["Между {Нилом} и {Доном}", "День [реки|моря]"])).toEqual({
    answer: "Между Нилом и Доном",
    accepted: ["День реки", "День моря", "День"]
  })
  expect(alternativesOf(["[а|б]".repeat(40)]).accepted.length).toBeLessThanOrEqual(16)
})

test("a trivia list: the first answer is the one shown, and all is text", () => {
  const pack = readText('AUTHOR: anna\nDESCRIPTION: ручьи\n"Кто \\"тёк\\"?":\n- No\n- 10\nЛишнее\n', "yaml")
  expect(pack.pack.info).toBe("ручьи")
  expect(fieldsOf(pack, "text", "answer", "accepted", "author")).toEqual([
    { text: 'Кто "тёк"?', answer: "No", accepted: ["10"], author: "anna" }
  ])
  expect(pack.unread).toEqual([{ line: 6, text: "Лишнее" }])
})

test("GIFT: escaped signs are text, weights are not", () => {
  const pack = readText(
    "// note\n::Р1:: 1\\=1\\: да? {=да#верно ~%50%нет}\n\n2+2 {#4}\n\nА {~%100%б ~в} течёт\n",
    "gift"
  )
  expect(fieldsOf(pack, "number", "text", "answer", "options")).toEqual([
    { number: "Р1", text: "1=1: да?", answer: "да", options: ["да", "нет"] },
    { number: null, text: "А … течёт", answer: "б", options: ["б", "в"] }
  ])
  expect(warnedLines(pack)).toEqual([4])
})

test("JSON: what lies in itself a hundred thousand deep is left out in one line", () => {
  const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`
  expect(readText(deep).warnings).toEqual([{ line: 1, message: "item 1 is no question: not read" }])
  const good = '{"text":"Кто?","answer":"он"}'
  const pack = readText(`{"questions":[${deep},${good}]}`)
  expect(pack.warnings).toEqual([{ line: 1, message: "item 1 is no question: not read" }])
  expect(fieldsOf(pack, "text")).toEqual([{ text: "Кто?" }])
})
