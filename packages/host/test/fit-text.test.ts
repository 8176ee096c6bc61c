import { cut } from "@znatoki/chat/cut"
import { cutAtSentence, cutText, fit, lengthOf } from "@znatoki/host/fit-text"
import { paragraphs, text, call } from "@znatoki/host/text"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anya } from "./support/people.ts"

describe("cutting words", () => {
  it("leaves what fits as it is", () => {
    expect(cut("Анастасия", 9)).toBe("Анастасия")
  })
  it("shows that something is gone, and leaves no space before the mark", () => {
    expect(cut("Анна Мария", 6)).toBe("Анна…")
  })
  it("never leaves half a letter", () => {
    expect(cut("👩‍👩‍👧👩‍👩‍👧", 10)).toBe("👩‍👩‍👧…")
  })
  it("never gives more than was allowed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat({ max: 20 }), (words, max) => {
        expect(cut(words, max).length).toBeLessThanOrEqual(max)
      })
    )
  })
})

describe("cutting sentences", () => {
  it.each([
    ["Часы стоят. Стрелки сломаны. Их давно никто не чинил.", 35, "Часы стоят. Стрелки сломаны. …"],
    ["«Да!» — сказал он. И ушёл в лес.", 24, "«Да!» — сказал он. …"],
    ["Ой. Дальше идёт очень длинное предложение без конца", 30, "Ой. Дальше идёт очень…"],
    ["Число 3.14 и ещё много слов после него", 22, "Число 3.14 и ещё…"],
    ["Всё влезло. И это.", 18, "Всё влезло. И это."]
  ])("%j in %i: %j", (words, max, short) => {
    expect(cutAtSentence(words, max)).toBe(short)
  })
  it("never gives more than was allowed", () => {
    const anyWords = fc.string({ unit: fc.constantFrom("а", ".", " ", "»", "!", "б"), maxLength: 60 })
    fc.assert(
      fc.property(anyWords, fc.nat({ max: 40 }), (words, max) => {
        expect(cutAtSentence(words, max).length).toBeLessThanOrEqual(Math.max(max, 0))
      })
    )
  })
})

const render = ([comment = "", answer = ""]: ReadonlyArray<string>) => paragraphs(answer, comment, "Счёт 1 : 0")

describe("fitting into a message", () => {
  it("cuts nothing that has room", () => {
    expect(fit(["комментарий", "ответ"], render, 100)).toEqual(["ответ\n\nкомментарий\n\nСчёт 1 : 0"])
  })
  it("cuts the first part first", () => {
    expect(fit(["комментарий", "ответ"], render, 22)).toEqual(["ответ\n\nко…\n\nСчёт 1 : 0"])
  })
  it("keeps to the room whatever the parts are", () => {
    const part = fc.string({ maxLength: 60 })
    fc.assert(
      fc.property(part, part, fc.integer({ min: 20, max: 80 }), (one, other, room) => {
        expect(lengthOf(fit([one, other], render, room))).toBeLessThanOrEqual(room)
      })
    )
  })
  it("leaves out somebody called rather than break the call", () => {
    expect(cutText(text`Кто? ${call(anya)}`, 10)).toEqual(["Кто? "])
  })
})
