import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { normalForm } from "../../src/judge/letters/normal-form.ts"
import { romanValue } from "../../src/judge/letters/roman-numerals.ts"
import { isEndingAlone, isNumberWord, isShortDecade, isShortYear } from "../../src/judge/words/numbers.ts"
import { tokensOf } from "../../src/judge/words/tokens.ts"
import { saidOf } from "./said-of.ts"

const read = (text: string) => tokensOf(normalForm(text)).map((token) => token.number?.digits ?? token.text)

const units = ["", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"]
const teens = [
  "десять",
  "одиннадцать",
  "двенадцать",
  "тринадцать",
  "четырнадцать",
  "пятнадцать",
  "шестнадцать",
  "семнадцать",
  "восемнадцать",
  "девятнадцать"
]
const tens = [
  "",
  "",
  "двадцать",
  "тридцать",
  "сорок",
  "пятьдесят",
  "шестьдесят",
  "семьдесят",
  "восемьдесят",
  "девяносто"
]
const hundreds = [
  "",
  "сто",
  "двести",
  "триста",
  "четыреста",
  "пятьсот",
  "шестьсот",
  "семьсот",
  "восемьсот",
  "девятьсот"
]

const below100 = (value: number): string =>
  value >= 10 && value < 20 ? (teens[value - 10] ?? "") : `${tens[Math.floor(value / 10)]} ${units[value % 10]}`

const spell = (value: number): string => {
  const thousands = Math.floor(value / 1000)
  const rest = `${hundreds[Math.floor((value % 1000) / 100)]} ${below100(value % 100)}`
  return (thousands === 0 ? rest : `${thousands === 1 ? "" : below100(thousands)} тысяч ${rest}`).trim()
}

describe("numbers in words", () => {
  it("are read from 1 to 99 999", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (value) => {
        expect(read(spell(value))).toEqual([String(value)])
      }),
      { numRuns: 1000 }
    )
  })

  it.each([
    ["двадцать один", ["21"]],
    ["один два три", ["1", "2", "3"]],
    ["двадцать двадцать", ["20", "20"]],
    ["двадцать первый", ["21"]],
    ["тысяча девятьсот сорок пятом", ["1945"]],
    ["двадцатью двумя", ["22"]],
    ["третьего", ["3"]],
    ["сороковой", ["40"]],
    ["ноль", ["0"]],
    ["двадцать ноль", ["20", "0"]],
    ["полтора миллиона", ["1500000"]],
    ["5 тысяч", ["5000"]],
    ["21-й", ["21"]],
    ["90-х годов", ["90", "годов"]],
    ["007", ["007"]],
    ["12345678901234567890", ["12345678901234567890"]],
    ["нуля", ["0"]],
    ["ноль двадцать", ["0", "20"]],
    ["сто двадцать тысяч пятьсот первый", ["120501"]],
    ["два миллиона три тысячи пять", ["2003005"]],
    ["тысяча миллион", ["1000", "1000000"]],
    ["тысяча тысяч", ["1000", "1000"]],
    ["миллиард", ["1000000000"]],
    ["миллионный", ["1000000"]],
    ["пять сот", ["5", "сот"]],
    ["двадцать десять", ["20", "10"]],
    ["двадцать девять", ["29"]],
    ["сто сто", ["100", "100"]],
    ["сто девяносто", ["190"]],
    ["десять один", ["10", "1"]],
    ["первый второй", ["1", "2"]],
    ["двадцать первый второй", ["21", "2"]],
    ["двадцатый первый", ["20", "1"]],
    ["тысяча тысячный", ["1000", "1000"]],
    ["сто тысячный", ["100000"]],
    ["5 тыс", ["5000"]],
    ["5 млн", ["5000000"]],
    ["5 тысячный", ["5", "1000"]],
    ["5 пять", ["5", "5"]],
    ["5 сто", ["5", "100"]],
    ["1,5 миллиона", ["1500000"]],
    ["0,0001 тысячи", ["0.0001", "1000"]],
    ["12345678901234567890 тысяч", ["12345678901234567890", "1000"]],
    ["5 го", ["5"]],
    ["5 гость", ["5", "гость"]],
    ["5 этого", ["5", "этого"]],
    ["кот", ["кот"]]
  ])("«%s» is %j", (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

const kindOf = (text: string) => tokensOf(normalForm(text)).map(({ number, text: word }) => [word, number?.kind])

describe("a number in words", () => {
  it.each([
    ["двадцать один", "двадцать один", "cardinal"],
    ["двадцать первый", "двадцать первый", "ordinal"],
    ["третья", "третья", "ordinal"],
    ["ноль", "ноль", "cardinal"],
    ["21-й", "21 й", "figure"],
    ["5 тысяч", "5 тысяч", "figure"],
    ["21", "21", "figure"],
    ["1980-е", "1980 е", "decade"],
    ["1985-е", "1985 е", "figure"],
    ["тысяча девятьсот восьмидесятые", "тысяча девятьсот восьмидесятые", "decade"],
    ["пятые", "пятые", "ordinal"]
  ])("«%s» is one word, %s, of the kind %s", (text, word, kind) => {
    expect(kindOf(text)).toEqual([[word, kind]])
  })

  const endings = "ый ой ая ое ые ого ому ом ым ую ых ыми".split(" ")
  const plural = new Set(["ые", "ых", "ыми"])
  const kindWith = (worth: string, ending: string) =>
    plural.has(ending) && /^[1-9]0$|^2000$/.test(worth) ? "decade" : "ordinal"
  const stems = (
    "1 перв 2 втор 4 четверт 5 пят 6 шест 7 седьм 8 восьм 9 девят 10 десят 11 одиннадцат 12 двенадцат 13 тринадцат " +
    "14 четырнадцат 15 пятнадцат 16 шестнадцат 17 семнадцат 18 восемнадцат 19 девятнадцат 20 двадцат 30 тридцат " +
    "40 сороков 50 пятидесят 60 шестидесят 70 семидесят 80 восьмидесят 90 девяност 100 сот 200 двухсот 300 трехсот " +
    "400 четырехсот 500 пятисот 600 шестисот 700 семисот 800 восьмисот 900 девятисот 1000 тысячн 2000 двухтысячн 1000000 миллионн"
  ).matchAll(/(\d+) (\p{L}+)/gu)

  it.each([...stems].map(([, worth = "", stem = ""]) => [stem, worth] as const))(
    "that begins with «%s» is %s in every case and gender",
    (stem, worth) => {
      for (const ending of endings) expect(kindOf(stem + ending)).toEqual([[stem + ending, kindWith(worth, ending)]])
      for (const ending of endings) expect(read(stem + ending)).toEqual([worth])
    }
  )

  it.each("ий ья ье ьи ьего ьему ьем ьим ью ьей ьих ьими".split(" "))("may be «трет%s»", (ending) => {
    expect(read(`трет${ending}`)).toEqual(["3"])
  })

  it.each([
    ["0", "ноль нуль ноля нуля нолю нулю нолем нулем ноле нуле"],
    ["1", "один одна одно одни одного одной одному одним одном одну одних одними"],
    ["2", "два две двух двум двумя"],
    ["3", "три трёх трём тремя"],
    ["4", "четыре четырёх четырём четырьмя"],
    ["7", "семь семи семью"],
    ["8", "восемь восьми восемью восьмью"],
    ["11", "одиннадцать одиннадцати одиннадцатью"],
    ["30", "тридцать тридцати тридцатью"],
    ["40", "сорок сорока"],
    ["50", "пятьдесят пятидесяти пятьюдесятью"],
    ["90", "девяносто девяноста"],
    ["100", "сто ста"],
    ["200", "двести двухсот двумстам двумястами двухстах"],
    ["1000", "тысяча тысячи тысяч тысячу тысяче тысячей тысячью тысячам тысячами тысячах"],
    ["1000000", "миллион миллиона миллионы миллионов миллиону миллионом миллионе млн"],
    ["1000000000", "миллиард миллиарда миллиарды миллиардов миллиарду миллиардом миллиарде млрд"]
  ])("%s has the forms «%s»", (worth, forms) => {
    for (const form of forms.split(" ")) expect(read(form)).toEqual([worth])
  })
})

describe("a Roman numeral", () => {
  it.each([
    ["i", 1],
    ["iv", 4],
    ["xxi", 21],
    ["mcmxlv", 1945],
    ["iiii", null],
    ["vx", null],
    ["viii", 8],
    ["ix", 9],
    ["xl", 40],
    ["xc", 90],
    ["lxxx", 80],
    ["cd", 400],
    ["cm", 900],
    ["dccc", 800],
    ["mmm", 3000],
    ["mmmm", null],
    ["xxxx", null],
    ["cccc", null],
    ["ixi", null],
    ["aix", null],
    ["ixa", null],
    ["кот", null],
    ["", null]
  ])("«%s» is %s", (word, value) => {
    expect(romanValue(word)).toBe(value)
  })
})

describe("two figures", () => {
  it.each([
    ["1945", "45 год", "accepted: form"],
    ["1945 год", "в 45 году", "accepted: form"],
    ["1945", "45 лет", "rejected: wrong number"],
    ["1945", "46 год", "rejected: wrong number"],
    ["1941 год", "41 год до н. э.", "rejected: wrong number"],
    ["1845", "45 год", "rejected: wrong number"]
  ])("are a year where they are called one: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

it.each([
  ["1.000.000", ["1000000"]],
  ["тысяча и одна", ["1001"]],
  ["тысяча без одной", ["1000", "без", "1"]],
  ["тысяча и однако", ["1000", "и", "однако"]],
  ["12.345.678 рублей", ["12345678", "рублей"]],
  ["1.000", ["1"]],
  ["1.000.00", ["1", "000", "00"]],
  ["127.0.0.1", ["127", "0", "0", "1"]]
])("«%s» is read as %j", (text, words) => {
  expect(read(text)).toEqual(words)
})

describe("a number in English", () => {
  it.each([
    ["zero", "0", "accepted: form"],
    ["six", "шесть", "accepted: form"],
    ["six", "сикс", "accepted: transliteration"],
    ["сикс", "six", "accepted: transliteration"],
    ["six", "sixteen", "rejected: wrong number"],
    ["six", "9", "rejected: wrong number"],
    ["Seven", "eleven", "rejected: wrong number"]
  ])("is one: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})

describe("a part of a whole", () => {
  it.each([
    ["половина", ["0.5"]],
    ["половина яблока", ["0.5", "яблока"]],
    ["полтора", ["1.5"]],
    ["полтора миллиарда", ["1500000000"]],
    ["полтора тысячный", ["1.5", "1000"]],
    ["полтора пять", ["1.5", "5"]],
    ["треть тысячи", ["1/3", "1000"]],
    ["четверть", ["0.25"]],
    ["четверть миллиона", ["250000"]],
    ["три четверти", ["0.75"]],
    ["две трети", ["2/3"]],
    ["две пятых", ["0.4"]],
    ["две пятые", ["2", "5"]],
    ["одна пятая", ["0.2"]],
    ["две пятая", ["2", "5"]],
    ["одна вторая", ["0.5"]],
    ["одна тысячная", ["0.001"]],
    ["пять шестых", ["5/6"]],
    ["пять пятых", ["5", "5"]],
    ["шесть пятых", ["6", "5"]],
    ["пять третьих", ["5", "3"]],
    ["ноль пятых", ["0", "5"]],
    ["пятая пятых", ["5", "5"]],
    ["два кота", ["2", "кота"]],
    ["две семь", ["2", "7"]],
    ["1/2", ["0.5"]],
    ["2/4", ["0.5"]],
    ["1/4", ["0.25"]],
    ["2/6", ["1/3"]],
    ["1/6", ["1/6"]],
    ["6/3", ["2"]],
    ["24/7", ["24/7"]],
    ["1/1000", ["0.001"]],
    ["0/5", ["0"]]
  ])("«%s» is read as %j", (text, words) => {
    expect(read(text)).toEqual(words)
  })

  it.each([
    ["два с половиной", ["2.5"]],
    ["два с половиной года", ["2.5", "года"]],
    ["два с половиной миллиона", ["2500000"]],
    ["два с половиной пять", ["2.5", "5"]],
    ["два с половиной тысячный", ["2.5", "1000"]],
    ["3 с половиной тысячи", ["3500"]],
    ["1.5 с половиной", ["1.5", "с", "0.5"]],
    ["две трети с половиной", ["2/3", "с", "0.5"]],
    ["второй с половиной", ["2", "с", "0.5"]],
    ["два и половиной", ["2", "и", "0.5"]],
    ["два с половина", ["2", "с", "0.5"]],
    ["сто двадцать с половиной", ["120.5"]],
    ["9007199254740991 с половиной миллиона", ["9007199254740991.5", "1000000"]]
  ])("may stand after a whole: «%s» is read as %j", (text, words) => {
    expect(read(text)).toEqual(words)
  })

  it.each([
    ["чёртова дюжина", ["13"]],
    ["чёртовой дюжины", ["13"]],
    ["чёртову дюжину", ["13"]],
    ["чёртова дюжинами", ["чертова", "дюжинами"]],
    ["чёртова бабушка", ["чертова", "бабушка"]],
    ["чертовая дюжина", ["чертовая", "12"]],
    ["не чёртова дюжина", ["не", "13"]],
    ["полная дюжина", ["полная", "12"]]
  ])("a baker's dozen is thirteen: «%s» is read as %j", (text, words) => {
    expect(read(text)).toEqual(words)
  })

  it.each([
    ["1.50", ["1.5"]],
    ["1.00", ["1"]],
    ["100", ["100"]],
    ["10.05", ["10.05"]]
  ])("has no idle zeros: «%s» is read as %j", (text, words) => {
    expect(read(text)).toEqual(words)
  })
})

const numberIn = (text: string) => {
  const number = tokensOf(normalForm(text))[0]?.number
  if (number === null || number === undefined) throw new Error(`no number in «${text}»`)
  return number
}

describe("a short way to say when", () => {
  it.each([
    ["80-е", "1980-е", true],
    ["восьмидесятые", "1980-е", true],
    ["80-х", "1980-е", true],
    ["80-ми", "1980-е", true],
    ["80-ые", "1980-е", true],
    ["80-ых", "1980-е", true],
    ["80-е", "2080-е", true],
    ["80-е", "1880-е", false],
    ["80-е", "1970-е", false],
    ["80-й", "1980-е", false],
    ["80-е", "1980", false],
    ["1980-е", "1980-е", false]
  ])("is that of a decade: «%s» for «%s», %s", (short, full, isShort) => {
    expect(isShortDecade(numberIn(short), numberIn(full))).toBe(isShort)
  })

  it.each([
    ["сорок пятый", "1945", true],
    ["сорок пять", "1945", false],
    ["45-й", "1945", true],
    ["45 год", "1945", true],
    ["45 году", "1945", true],
    ["45 года", "1945", false],
    ["45 год до нашей эры", "1945", false],
    ["45", "1945", false],
    ["сорок шестой", "1945", false],
    ["сорок пятый", "1845", false],
    ["сорок пятый", "19450", false],
    ["сорок пятый", "11945", false],
    ["пятый", "1945", false],
    ["сто сорок пятый", "1945", false],
    ["восьмидесятый", "1980-е", false],
    ["восьмидесятый", "1980", true]
  ])("is that of a year: «%s» for «%s», %s", (short, full, isShort) => {
    expect(isShortYear(numberIn(short), numberIn(full))).toBe(isShort)
  })
})

it.each([
  ["семь", true],
  ["половина", true],
  ["чертова", true],
  ["кот", false]
])("«%s» may begin a number: %s", (word, may) => {
  expect(isNumberWord(word)).toBe(may)
})

it.each("й ый ой ий я ая е ое ые го ого му ому ом ую х ых ми ти".split(" "))(
  "«%s» is an ending after a figure",
  (ending) => {
    expect(isEndingAlone(ending)).toBe(true)
    expect(isEndingAlone(`к${ending}`)).toBe(false)
    expect(isEndingAlone(`${ending}к`)).toBe(false)
  }
)
