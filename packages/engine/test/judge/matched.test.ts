/** Whatever the verdict is, it names what the answer was held against. */
import { describe, expect, it } from "vitest"
import { compileAnswer, type ReferenceAnswer } from "../../src/judge/compile-answer.ts"
import { judge } from "../../src/judge/judge.ts"

const matchedBy = (fields: Partial<ReferenceAnswer>, given: string): string => {
  const { matched, reason, verdict } = judge(
    compileAnswer({ answer: "", accepted: [], rejected: [], ...fields }),
    given
  )
  return `${verdict}: ${reason} (${matched})`
}

const magnifier = { answer: "Лупа.", accepted: ["Увеличительное стекло", "По слову «линза»"], rejected: ["Очки"] }
const cities = { answer: "1. Москва. 2. Киев.", accepted: ["2. Мать городов русских"] }

describe("an answer to «Лупа» with a зачёт, a keyword and a незачёт", () => {
  it.each([
    ["лупа", "accepted: exact (Лупа)"],
    ["увеличительным стеклом", "accepted: form (Увеличительное стекло)"],
    ["стекло увеличительное", "accepted: word order (Увеличительное стекло)"],
    ["большая линза", "accepted: keyword (линза)"],
    ["kegf", "accepted: keyboard layout (Лупа)"],
    ["очки", "rejected: in rejected (Очки)"],
    ["лупа или бинокль", "rejected: list of guesses (Лупа)"],
    ["увеличительное стекло или бинокль", "rejected: list of guesses (Увеличительное стекло)"],
    ["бинокль или подзорная труба", "rejected: list of guesses (Лупа)"],
    ["не лупа", "rejected: negation (Лупа)"],
    ["увеличительное", "disputed: partial (Увеличительное стекло)"],
    ["микроскоп", "rejected: other (Лупа)"],
    ["", "rejected: empty (Лупа)"],
    ["я".repeat(400), "rejected: too long (Лупа)"]
  ])("«%s» is %s", (given, said) => {
    expect(matchedBy(magnifier, given)).toBe(said)
  })
})

describe("an answer in parts", () => {
  it.each([
    ["Москва, Киев", "accepted: exact (Москва, Киев)"],
    ["Москва, мать городов русских", "accepted: exact (Москва, Мать городов русских)"],
    ["Москву, мать городов русских", "accepted: form (Москва, Мать городов русских)"],
    ["Киев, Москва", "rejected: wrong order (Москва, Киев)"]
  ])("«%s» is %s", (given, said) => {
    expect(matchedBy(cities, given)).toBe(said)
  })

  it("says them without their full stops", () => {
    expect(matchedBy({ answer: "1. А. С. Пушкин. 2. Н. В. Гоголь." }, "Гоголь и Пушкин")).toBe(
      "disputed: partial (А. С. Пушкин, Н. В. Гоголь)"
    )
  })

  it("says where any answer would have been right", () => {
    expect(matchedBy({ answer: "1. Москва. 2. Любой ответ." }, "1. Москва. 2. Тула.")).toBe(
      "accepted: exact (Москва, любой ответ)"
    )
  })
})

describe("numbers, other alphabets and instructions", () => {
  it.each([
    [{ answer: "12 стульев" }, "13 стульев", "rejected: wrong number (12 стульев)"],
    [{ answer: "Сто", accepted: ["От 90 до 110"] }, "95", "accepted: form (От 90 до 110)"],
    [{ answer: "Сто", accepted: ["От 90 до 110"] }, "сто", "accepted: exact (Сто)"],
    [{ answer: "Shakespeare" }, "шекспир", "accepted: transliteration (Shakespeare)"],
    [{ answer: "США" }, "соединённые штаты америки", "accepted: abbreviation (США)"],
    [{ answer: "Его не взяли", accepted: ["По смыслу"] }, "провалил экзамен", "disputed: by meaning (Его не взяли)"],
    [{ answer: "Таз с водой", accepted: ["«корыто» вместо «таз»"] }, "корыто с водой", "accepted: exact (Таз с водой)"],
    [{ answer: "Ёж, уж, стриж", accepted: ["любые два из трёх"] }, "ёж, уж", "accepted: exact (Ёж, уж, стриж)"],
    [{ answer: "Колобок", accepted: ["точный ответ"] }, "калобок", "disputed: inexact (Колобок)"],
    [{ answer: ";" }, "точка с запятой", "accepted: exact (;)"]
  ])("%j, «%s»: %s", (fields, given, said) => {
    expect(matchedBy(fields, given)).toBe(said)
  })
})
