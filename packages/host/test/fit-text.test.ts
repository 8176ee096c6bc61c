import { cut } from "@znatoki/chat/cut"
import { cutText, fit, lengthOf } from "@znatoki/host/fit-text"
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
