/** Whether an answer is made of the first letters of another. */
import { describe, expect, it } from "vitest"
import { initialsOf, isAbbreviation } from "../../src/judge/words/abbreviation.ts"

const of = (normal: string) => ({ normal, initials: initialsOf(normal) })

describe("the first letters", () => {
  it.each([
    ["красный синий кот", "кск"],
    ["синий кот", "ск"],
    ["кот в сапогах", "кс"],
    ["на горе", null],
    ["кот", null],
    ["", null],
    ["а1 б2 в3 г4 д5 е6 ж7", "абвгдеж"],
    ["а1 б2 в3 г4 д5 е6 ж7 з8", null]
  ])("of «%s» are %j", (normal, initials) => {
    expect(initialsOf(normal)).toBe(initials)
  })

  it.each([
    ["ск", "синий кот", true],
    ["синий кот", "ск", true],
    ["кс", "синий кот", false],
    ["синий кот", "синий кот", false]
  ])("make one of two answers of the other: «%s» and «%s», %s", (one, other, shortened) => {
    expect(isAbbreviation(of(one), of(other))).toBe(shortened)
  })
})
