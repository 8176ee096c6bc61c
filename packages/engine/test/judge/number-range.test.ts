/** A зачёт that names two ends allows every number between them, and no other. */
import { describe, expect, it } from "vitest"
import { compileAnswer, judge } from "../../src/index.ts"
import { saidOf } from "./said-of.ts"

const saidWith = (accepted: string, given: string): string =>
  saidOf({ answer: "Сто", accepted: [accepted], rejected: [] }, given)

describe("a зачёт from one number to another", () => {
  it.each([
    ["От 90 до 110", "90", "accepted: form"],
    ["От 90 до 110", "95,5", "accepted: form"],
    ["От 90 до 110", "сто десять", "accepted: form"],
    ["От 90 до 110", "105 лет", "accepted: form"],
    ["От 90 до 110 км", "105 километров", "accepted: form"],
    ["От 90 км до 110 км.", "105", "accepted: form"],
    ["от 1 000 до 2 000", "1500", "accepted: form"],
    ["От 1,5 до 2,5", "2", "accepted: form"],
    ["числа от 90 до 110", "91", "accepted: form"],
    ["От 90 до 110", "в 91", "accepted: form"],
    ["От 90 минут до 2 часов, то есть от 90 до 120 минут", "100 минут", "accepted: form"],
    ["95—110", "96", "accepted: form"],
    ["от 2 часов до 120 минут", "100 минут", "accepted: form"],
    ["От 95 до 95", "95", "accepted: form"],
    ["1904 – 1906", "1905 год", "accepted: form"],
    ["4–6 %", "4%", "accepted: form"]
  ])("«%s» allows «%s»", (accepted, given, said) => {
    expect(saidWith(accepted, given)).toBe(said)
  })

  it.each([
    ["От 90 до 110", "89"],
    ["От 90 до 110", "111"],
    ["От 90 до 110", "95 или 115"],
    ["От 90 до 110", "95 слонов"],
    ["От 90 до 110 километров", "95 миль"],
    ["от 110 до 90", "95"],
    ["От 95 до 95 и не больше", "96"],
    ["От 90 до 110", "95 и 200"],
    ["От 90 до 110", "95 и 6"],
    ["От 90 до 110", "девяносто пять и двести"],
    ["95—110", "111"],
    ["От рассвета до 110", "97"]
  ])("«%s» does not allow «%s»", (accepted, given) => {
    expect(saidWith(accepted, given)).not.toMatch(/^accepted/)
  })

  it("is named as what the answer was held against", () => {
    const compiled = compileAnswer({ answer: "Сто", accepted: ["От 90 до 110."], rejected: [] })
    expect(judge(compiled, "95").matched).toBe("От 90 до 110")
  })
})

describe("an answer that is itself a range", () => {
  it("leaves a number inside to people", () => {
    expect(saidOf("От 90 до 110", "95")).toBe("disputed: partial")
  })

  it.each([
    ["От 1 до 3", "2", "disputed: partial"],
    ["5–8", "6", "disputed: partial"],
    ["4–8", "6", "rejected: wrong number"],
    ["10–20", "15", "disputed: partial"],
    ["10–21", "15", "rejected: wrong number"],
    ["990–999", "995", "disputed: partial"],
    ["990–1000", "995", "rejected: wrong number"]
  ])("with a dash between is one of amounts, or it is none: of «%s», «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })

  it("is no range when only a dash stands there: two years of a life, a score", () => {
    expect(saidOf("1941—1945", "1943")).toMatch(/^rejected/)
  })
})

describe("a зачёт of so much more or less", () => {
  it.each([
    ["1000 км", "±10%", "1099 км", "accepted: form"],
    ["1000 км", "±10%", "905 км", "accepted: form"],
    ["1000 км", "±10%", "1101 км", "rejected: wrong number"],
    ["1000 км", "±10%", "899 км", "rejected: wrong number"],
    ["180 градусов", "плюс-минус 5 градусов", "176", "accepted: form"],
    ["180 градусов", "плюс-минус 5 градусов", "186", "rejected: wrong number"],
    ["2 или 30", "плюс-минус 5", "7", "rejected: wrong number"]
  ])("of «%s», «%s», allows what is near: «%s» is %s", (answer, accepted, given, said) => {
    expect(saidOf({ answer, accepted: [accepted] }, given)).toBe(said)
  })
})
