/** A sign is the same sign in quotes, with spaces inside and with a full stop. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("a sign", () => {
  it.each([
    ["Вопросительный знак", "« ? »"],
    ["Вопросительный знак", "?."],
    ["Многоточие", ". . ."],
    ["Скобки", "( )"],
    ["Решётка", "#."],
    [";", "« ; »"],
    ["⌘", "⌘"],
    ["⌘", "«⌘»"],
    ["«⌘».", "⌘"],
    ["???", "???"]
  ])("is said for «%s» by «%s»", (answer, given) => {
    expect(saidOf(answer, given)).toBe("accepted: exact")
  })

  it.each([
    [";", "точкой с запятой", "accepted: form"],
    ["?", "вопроса знак", "accepted: word order"]
  ])("of «%s» may be called «%s»: %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
