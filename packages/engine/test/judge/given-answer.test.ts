/** In what ways an answer is read: without what stands around it, and as other numbers than it has. */
import { describe, expect, it } from "vitest"
import { GivenAnswer, readAsNumbers, readingsOf } from "../../src/judge/given/given-answer.ts"
import { guessesIn, pairIn, spacedIn, thingsIn } from "../../src/judge/given/guess-list.ts"
import { type Lemma, type Lexicon, noLexicon } from "../../src/judge/words/lexicon.ts"

const read = (text: string) => readingsOf(text).map(({ normal }) => normal)

describe("the readings of an answer", () => {
  it.each([
    ["Кот", ["кот"]],
    ["мой ответ кот", ["мой ответ кот", "кот"]],
    ["А. Толстой", ["а толстой"]],
    ["5 котов", ["5 котов"]],
    ["08.03", ["08.03", "8 марта", "08 03"]],
    ["8/3/1917.", ["8 3 1917", "8 марта 1917"]],
    ["31.12.99", ["31 12 99", "31 декабря 99 год"]],
    ["32.12.99", ["32 12 99"]],
    ["31.13.99", ["31 13 99"]],
    ["в 12.30 ночи", ["в 12.30 ночи", "12 30"]],
    ["24.30", ["24.30"]],
    ["5к", ["5 к", "5 тысяч"]],
    ["5 т.р.", ["5 т р", "5 тысяч"]],
    ["5 кот", ["5 кот"]],
    ["4 1/2", ["4 1/2", "4.5"]],
    ["4 2/1", ["4 2/1"]],
    ["4 2/2", ["4 2/2"]],
    ["4 1/20", ["4 1/20"]],
    ["1) зеркало", ["1 зеркало", "зеркало"]],
    ["1. «зеркало»", ["1 зеркало", "зеркало"]],
    ["зеркало!!!11", ["зеркало 11", "зеркало"]],
    ["123) зеркало", ["123 зеркало"]],
    ["1) 5", ["1 5"]]
  ])("of «%s» are %j", (text, readings) => {
    expect(read(text)).toEqual(readings)
  })

  it("are no more than six, and the last is one of them", () => {
    const many = read("эээ ммм ааа ооо ыыы кот!!!1")
    expect(many).toHaveLength(6)
    expect(many.at(-1)).toBe("эээ ммм ааа ооо ыыы кот")
  })
})

describe("a number said otherwise", () => {
  it.each([
    ["50 процентов", ["0.5"]],
    ["пятьдесят процентов", ["0.5"]],
    ["1 процент", ["0.01"]],
    ["12.5 процента", ["0.125"]],
    ["100 процентов", []],
    ["сто процентов", []],
    ["много процентов", []],
    ["половина процентов", []],
    ["половина", ["50 процентов"]],
    ["три четверти", ["75 процентов"]],
    ["0.05", ["5 процентов"]],
    ["0.5 кота", []],
    ["1.5", []],
    ["тридцать шесть и шесть", ["36.6"]],
    ["три целых пять десятых", ["3.5"]],
    ["три целых и пять десятых", ["3.5"]],
    ["тридцать шесть и двенадцать", []],
    ["кот и шесть", []],
    ["шесть и кот", []],
    ["36 и 6", []],
    ["от 10 до 12", ["10 12"]],
    ["где то от 10 до 12", ["10 12"]],
    ["примерно от рассвета до заката", ["рассвета заката"]],
    ["от кота", []],
    ["шесть шесть шесть", ["666"]],
    ["один два три четыре пять шесть", ["123456"]],
    ["один два три четыре пять шесть семь", []],
    ["один два", []],
    ["шесть шесть кот", []],
    ["один два двенадцать", []],
    ["3 четверти", ["3/4"]],
    ["4 пятых", ["4/5"]],
    ["4 пятых части", ["4/5"]],
    ["2 третьих", ["2/3"]],
    ["5 шестых", ["5/6"]],
    ["1 седьмая", ["1/7"]],
    ["8 восьмых", []],
    ["9 восьмых", []],
    ["8 девятых", ["8/9"]],
    ["7 десятых", ["7/10"]],
    ["7 сотых", ["7/100"]],
    ["3 кота", []],
    ["восьмая часть", ["1/8"]],
    ["в третью часть", ["1/3"]],
    ["третья часть", ["1/3"]],
    ["большая часть", []],
    ["вдвое", ["в 2 раза"]],
    ["втрое", ["в 3 раза"]],
    ["вчетверо", ["в 4 раза"]],
    ["впятеро", ["в 5 раз"]],
    ["вшестеро", ["в 6 раз"]],
    ["вдесятеро", ["в 10 раз"]],
    ["в два раза", ["вдвое"]],
    ["в 10 раз", ["вдесятеро"]],
    ["в 7 раз", []],
    ["в разы раз", []],
    ["дважды", ["2 раза"]],
    ["трижды", ["3 раза"]],
    ["четырежды", ["4 раза"]],
    ["два раза", ["дважды"]],
    ["4 раза", ["четырежды"]],
    ["раз в 4 года", ["раз в 4 года", "каждый 4 года"]],
    ["1 раз в год", ["раз в год", "каждый год"]],
    ["один раз в год", ["раз в год", "каждый год"]],
    ["каждые 4 года", ["раз в 4 года"]],
    ["каждую неделю", ["раз в неделю"]],
    ["симфония номер пять", ["симфония 5"]],
    ["номер 5", ["5"]],
    ["номер полтора", []],
    ["номер треть", []],
    ["номер пять два", []],
    ["симфония номер кот", []],
    ["номер", []],
    ["плюс 40", ["40"]],
    ["два плюс 40", []],
    ["плюс кот", []],
    ["кот", []]
  ])("«%s» is %j", (normal, readings) => {
    expect(readAsNumbers(normal)).toEqual(readings)
  })
})

const of = (normal: string) => new GivenAnswer(normal, noLexicon)

describe("an answer", () => {
  it.each([
    ["в тик токе", "тиктоке"],
    ["тик токе", null],
    ["в", null],
    ["", null]
  ])("«%s» after its preposition is %j", (normal, joined) => {
    expect(of(normal).afterPreposition?.text ?? null).toBe(joined)
  })

  it("has initials, letters run together and words cut short", () => {
    expect(of("красный синий кот").initials).toBe("кск")
    expect(of("кот").initials).toBeNull()
    expect(of("авто мобиль").joined?.text).toBe("автомобиль")
    expect([...(readingsOf("атм. давление, сев. полюс.")[0]?.shortened ?? [])]).toEqual(["атм", "сев"])
    expect([...(readingsOf("давление")[0]?.shortened ?? [])]).toEqual([])
  })

  it.each([
    ["кот 5", true],
    ["людовик xiv", true],
    ["кот", false]
  ])("«%s» has a number: %s", (normal, has) => {
    expect(of(normal).hasNumber).toBe(has)
  })
})

const nouns = new Set("кот пес волк тысяча печь пушкин лев писатель роман".split(" "))
const verbs = new Set(["печь", "бежать"])

const lemma = (word: string, kind: Lemma["kind"], name: Lemma["name"] = null): Lemma => {
  return { id: `${word} ${kind}`, word, base: true, kind, name, indeclinable: false, animate: false }
}
const lexicon: Lexicon = {
  ...noLexicon,
  lemmas: (word) => [
    ...(word === "лев" ? [lemma(word, "noun", "given")] : []),
    ...(nouns.has(word) ? [lemma(word, "noun")] : []),
    ...(verbs.has(word) ? [lemma(word, "verb")] : []),
    ...(word === "коты" ? [{ ...lemma("кот", "noun"), base: false }] : [])
  ]
}

describe("nouns in a row", () => {
  it.each([
    ["кот пес волк", ["кот", "пес", "волк"]],
    ["кот пес", null],
    ["кот пес кот", null],
    ["кот пес волк кот", null],
    ["кот пес тысяча", null],
    ["кот пес печь", null],
    ["кот пес бежать", null],
    ["кот пес лев", null],
    ["кот пес писатель", null],
    ["кот пес роман", null],
    ["кот пес коты", null],
    ["кот пес мышь", null]
  ])("«%s» are the guesses %j", (normal, items) => {
    expect(spacedIn(new GivenAnswer(normal, lexicon))?.items ?? null).toEqual(items)
  })
})

describe("what divides guesses", () => {
  it.each([
    ["кот или пёс", ["кот", "пёс"], true],
    ["кот/пёс, волк", ["кот", "пёс", "волк"], true],
    ["кот, пёс", ["кот", "пёс"], false],
    ["кот\nпёс", ["кот", "пёс"], false],
    ["кот, !", null, null],
    ["кот пёс", null, null]
  ])("in %j: %j, so said: %s", (text, items, explicit) => {
    const guesses = guessesIn(text)
    expect(guesses?.items ?? null).toEqual(items)
    expect(guesses?.explicit ?? null).toBe(explicit)
  })

  it("may join a pair, or stand between things", () => {
    expect(pairIn("пчела и оса")).toEqual({ items: ["пчела", "оса"], explicit: false })
    expect(pairIn("пчела")).toBeNull()
    expect(thingsIn("Лондон, Париж и Рим")).toEqual(["Лондон", "Париж", "Рим"])
  })
})
