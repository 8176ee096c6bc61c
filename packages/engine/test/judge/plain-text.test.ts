/** What only a page or a screen has, an entity or the mark of a picture, is read as what is seen there. */
import { describe, expect, it } from "vitest"
import { saidOf } from "./said-of.ts"

describe("an answer copied from a page", () => {
  it.each([
    ["Розы", "&#1088;озы", "accepted: exact"],
    ["Тройка", "&#171;тройка&#187;", "accepted: exact"],
    ["Том и Джерри", "Том &#38; Джерри", "accepted: exact"],
    ["Том и Джерри", "Том &AMP; Джерри", "accepted: exact"],
    ["Красный мак", "красный(pic: 1)мак", "accepted: exact"]
  ])("for «%s»: «%s» is %s", (answer, given, said) => {
    expect(saidOf(answer, given)).toBe(said)
  })
})
