import fc from "fast-check"
import { expect, test } from "vitest"
import { areAlike, marksOf } from "../src/likeness.ts"

const text = "Какая птица видит ночью лучше всех прочих птиц нашего большого леса, а днём спит в дупле старого дуба?"

test("case, signs, stresses and «ё» tell no two questions apart", () => {
  const other = text.toUpperCase().replaceAll("Ё", "Е").replaceAll(/[,?]/g, "").replace("ПТИЦА", "ПТИ\u0301ЦА")
  expect(marksOf(other)).toEqual(marksOf(text))
  expect(areAlike(text, other)).toBe(true)
})

test("a word more leaves questions alike, and they share a mark", () => {
  const other = text.replace("старого дуба", "очень старого дуба")
  expect(areAlike(text, other)).toBe(true)
  expect(marksOf(other).some((mark) => marksOf(text).includes(mark))).toBe(true)
})

test("questions that share a beginning are not alike", () => {
  const other = "Какая птица видит ночью хуже, чем днём, и потому после заката сидит дома и ждёт утра?"
  expect(areAlike(text, other)).toBe(false)
  expect(marksOf(other).some((mark) => marksOf(text).includes(mark))).toBe(false)
})

test("marks are whole numbers of 48 bits, of any text, the same every time", () => {
  // Of any signs at all: the strings of fast-check that are, its «binary» ones, first make a table of a million.
  const anyText = fc.array(fc.nat(0x10ffff)).map((codes) => String.fromCodePoint(...codes))
  fc.assert(
    fc.property(anyText, (any) => {
      const marks = marksOf(any)
      expect(marks.length).toBeGreaterThan(0)
      expect(marks.every((mark) => Number.isInteger(mark) && mark >= 0 && mark < 2 ** 48)).toBe(true)
      expect(marksOf(any)).toEqual(marks)
    })
  )
})
