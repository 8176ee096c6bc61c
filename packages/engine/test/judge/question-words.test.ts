/** Whether a word of an answer is one of the question, in whatever form. */
import { describe, expect, it } from "vitest"
import { QuestionWords } from "../../src/judge/words/question-words.ts"
import { tokensOf } from "../../src/judge/words/tokens.ts"

const question = "Сколько медведей съели двадцать одного котёнка в лесопарке?"

const long = (length: number) => new QuestionWords(`${"слово ".repeat(length)}медведь`)

describe("a word of the question", () => {
  it.each([
    ["медведь", true],
    ["медведями", true],
    ["сколько", true],
    ["двадцать одного", true],
    ["двадцать", false],
    ["двадцать два", false],
    ["лес", false],
    ["парк", false],
    ["ведь", false],
    ["кот", false],
    ["лесопарк", true]
  ])("is «%s»: %s", (text, isOne) => {
    const words = new QuestionWords(question)
    expect(tokensOf(text).map((token) => words.has(token))).toEqual([isOne])
    expect(tokensOf(text).map((token) => words.has(token))).toEqual([isOne])
  })

  it("is none where nothing is asked", () => {
    expect(tokensOf("кот").map((token) => new QuestionWords("").has(token))).toEqual([false])
  })

  it("is looked for in a long question too, not in an endless one", () => {
    expect(tokensOf("медведь").map((token) => long(499).has(token))).toEqual([true])
    expect(tokensOf("медведь").map((token) => long(500).has(token))).toEqual([false])
  })
})

describe("a question that is after a certain name", () => {
  it.each([
    "Каким словом называют такого человека?",
    "Какое греческое слово здесь стоит?",
    "Какими двумя словами кончается роман?",
    "Назовите это слово.",
    "С каких слов начинается песня?",
    "Это слово происходит из арабского.",
    "Два слова мы заменили.",
    "Мы заменили одно слово.",
    "Восстановите слова, которые заменены.",
    "Какое слово пропущено?",
    "Слово мы пропустили.",
    "Как теперь называется этот город?",
    "Как называли его прежде?",
    "Как иначе именуют этот цветок?",
    "Как её звали раньше?",
    "Плод назвали в честь соотечественницы. Как?",
    "Придумала его девочка. Что за имя?",
    "Какое русское название дали плоду?",
    "Под каким именем он стал известен?",
    "Под каким псевдонимом он писал?",
    "Назовите его настоящее имя.",
    "Назовите его настоящую фамилию.",
    "Напишите термин.",
    "Назовите его прозвище.",
    "Подберите синоним.",
    "Расшифруйте аббревиатуру.",
    "Напишите сокращение.",
    "Во что его переименовали?",
    "Как это по-научному?",
    "Как это будет по-французски?",
    "Как это по-другому?"
  ])("is «%s»", (text) => {
    expect(new QuestionWords(text).askForName).toBe(true)
  })

  it.each([
    "",
    "Что это?",
    "Как он называется?",
    "Ответьте одним словом: кто это?",
    "Назовите его одним словом.",
    "По словам Черчилля, он опустился.",
    "Назовите фильм «Терминатор».",
    "Какая словесность процветала тогда?",
    "Что построили по приказу царя?"
  ])("is not «%s»", (text) => {
    expect(new QuestionWords(text).askForName).toBe(false)
  })
})
