import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compileAnswer } from "../../src/judge/compile-answer.ts"
import { judge } from "../../src/judge/judge.ts"
import { corpus } from "./corpus.ts"

const anyText = fc.oneof(
  // Of any signs at all: the strings of fast-check that are, its «binary» ones, first make a table of a million.
  fc.array(fc.nat(0x10ffff)).map((codes) => String.fromCodePoint(...codes)),
  fc.string({ unit: "grapheme" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'абвеёйь \u0306[]()«»"/;,.-–0123IVXabc$%…или не') })
)
const anyReference = fc.record({
  answer: anyText,
  accepted: fc.array(anyText),
  rejected: fc.array(anyText),
  text: anyText
})

const russianLetter = fc.constantFrom(..."абвгдежзиклмнопрстуфхцчшщыьэюя")
const russianWord = fc.string({ unit: russianLetter, minLength: 6, maxLength: 12 })
const anyPair = fc.constantFrom(
  ...corpus.flatMap(({ pairs, question }) => pairs.map(({ given }) => ({ question, given })))
)
const only = (answer: string) => compileAnswer({ answer, accepted: [], rejected: [] })

describe("the judge", () => {
  it("has a verdict for any text and any reference", () => {
    fc.assert(
      fc.property(anyReference, anyText, (reference, given) => {
        expect(["accepted", "rejected", "disputed"]).toContain(judge(compileAnswer(reference), given).verdict)
      }),
      { numRuns: 500 }
    )
  })

  it("says the same of the same", () => {
    fc.assert(
      fc.property(anyReference, anyText, (reference, given) => {
        expect(judge(compileAnswer(reference), given)).toEqual(judge(compileAnswer(reference), given))
      }),
      { numRuns: 200 }
    )
  })

  it("says the same of an answer whatever was held against the reference before", () => {
    fc.assert(
      fc.property(fc.constantFrom(...corpus), fc.array(anyText), anyText, ({ pairs, question }, earlier, last) => {
        const used = compileAnswer(question)
        for (const text of [...earlier, ...pairs.map(({ given }) => given)]) judge(used, text)
        expect(judge(used, last)).toEqual(judge(compileAnswer(question), last))
        for (const { given } of pairs) expect(judge(used, given)).toEqual(judge(compileAnswer(question), given))
      })
    )
  })

  it("compiles to plain data", () => {
    fc.assert(
      fc.property(anyPair, ({ given, question }) => {
        const compiled = compileAnswer(question)
        expect(JSON.parse(JSON.stringify(compiled))).toEqual(compiled)
        expect(judge(JSON.parse(JSON.stringify(compiled)), given)).toEqual(judge(compiled, given))
      })
    )
  })

  it("does not look at case, ё, accents, quotes, full stops or the width of spaces", () => {
    const disguises: ReadonlyArray<(text: string) => string> = [
      (text) => text.toUpperCase(),
      (text) => text.replaceAll("е", "ё"),
      (text) => text.replaceAll("ё", "е"),
      (text) => text.replace(/[аоуы]/g, "$&\u0301"),
      (text) => text.normalize("NFD"),
      (text) => `«${text}»`,
      (text) => `${text}!`,
      (text) => ` ${text.replaceAll(" ", "\u00A0 ")}. `,
      (text) => `${text} 🙂`
    ]
    fc.assert(
      fc.property(anyPair, fc.constantFrom(...disguises), ({ given, question }, disguise) => {
        fc.pre(/[\p{L}\p{N}]/u.test(given) && !/[A-Za-z]/.test(given))
        const compiled = compileAnswer(question)
        expect(judge(compiled, disguise(given)).verdict).toBe(judge(compiled, given).verdict)
      }),
      { numRuns: 2000 }
    )
  })

  it("accepts two neighbouring letters swapped in a word of six letters or more", () => {
    fc.assert(
      fc.property(russianWord, fc.nat(), (word, place) => {
        const at = place % (word.length - 1)
        const swapped = word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
        expect(judge(only(word), swapped).verdict).toBe("accepted")
      }),
      { numRuns: 2000 }
    )
  })

  it("accepts whatever is written as the answer or as an accepted variant", () => {
    const word = fc.string({ unit: russianLetter, minLength: 1, maxLength: 9 })
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "))
    fc.assert(
      fc.property(phrase, fc.array(phrase), fc.nat(), (answer, accepted, place) => {
        const forms = [answer, ...accepted]
        const given = forms[place % forms.length] ?? answer
        expect(judge(compileAnswer({ answer, accepted, rejected: [] }), given)).toMatchObject({
          verdict: "accepted",
          reason: "exact"
        })
      })
    )
  })

  it("never accepts what is written as not accepted, whatever else is", () => {
    const form = fc.oneof(anyText, russianWord)
    fc.assert(
      fc.property(form, fc.array(form), fc.array(russianWord, { minLength: 1 }), (answer, accepted, rejected) => {
        const compiled = compileAnswer({ answer, accepted, rejected })
        for (const given of rejected) expect(judge(compiled, given).verdict).not.toBe("accepted")
      })
    )
  })

  it("never accepts an empty text, punctuation or emoji", () => {
    const silence = fc.string({ unit: fc.constantFrom(...' \n\t.,!?-—…«»"()', "🙂", "👍🏽", "\u200B", "\u2060") })
    fc.assert(
      fc.property(russianWord, silence, (answer, given) => {
        const { reason, verdict } = judge(only(answer), given)
        expect([`rejected: empty`, ...(/[🙂👍]/u.test(given) ? ["disputed: by meaning"] : [])]).toContain(
          `${verdict}: ${reason}`
        )
      })
    )
  })

  it("never accepts the right answer among other guesses", () => {
    const separator = fc.constantFrom(" или ", "/", " / ", "; ", ", ", "\n", " и/или ", ", а может быть ")
    fc.assert(
      fc.property(russianWord, russianWord, separator, fc.boolean(), (answer, guess, between, first) => {
        const compiled = only(answer)
        fc.pre(judge(compiled, guess).verdict !== "accepted")
        const given = first ? answer + between + guess : guess + between + answer
        expect(judge(compiled, given).verdict).not.toBe("accepted")
      }),
      { numRuns: 500 }
    )
  })

  it("does not read what is far too long to be an answer", () => {
    const compiled = only("Пушкин")
    for (const text of ["ы".repeat(10_000), "Пушкин или ".repeat(1000), "1 000 ".repeat(2000), "[(«".repeat(4000)]) {
      expect(judge(compiled, text)).toEqual({ verdict: "rejected", reason: "too long", matched: "Пушкин" })
    }
  })
})
