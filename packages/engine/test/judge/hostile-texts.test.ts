/** No text makes the judge throw or take for ever, whoever wrote it and however long it is. */
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compileAnswer } from "../../src/judge/compile-answer.ts"
import { judge } from "../../src/judge/judge.ts"
import { JudgeVerdict } from "../../src/judge/verdict/judgement.ts"

/** What the judge looks for in a text, and what is not quite text. */
const signs = [
  "[",
  "]",
  "(",
  ")",
  "«",
  "»",
  '"',
  "„",
  "“",
  "/",
  " / ",
  ";",
  ", ",
  " или ",
  " и ",
  "1. ",
  "2) ",
  "-",
  "'",
  ".",
  " ",
  "\n",
  "\0",
  "\u0301",
  "\u200B",
  "\uD800",
  "\uDC00",
  "😀",
  "ё",
  "Я",
  "X",
  "а/б",
  "aа",
  "12",
  "сто ",
  "1 000",
  "не ",
  "незачёт: ",
  "(не принимать ",
  "точный ответ",
  "по слову ",
  "в любом порядке",
  "мой ответ ",
  "__proto__",
  "constructor",
  "toString "
]
const nests = ["[|]", "(|)", "«|»", "„|“", "[а |]", "[Ан Бо |]", "[«|»]", "((|))", "(а; |)", "а [б/|] "]

const anySign = fc.constantFrom(...signs)
const anyMess = fc.array(anySign, { maxLength: 40 }).map((parts) => parts.join(""))
const anyRun = fc
  .tuple(anySign, anyMess, fc.integer({ min: 1, max: 2_000 }))
  .map(([sign, end, n]) => sign.repeat(n) + end)
const anyNest = fc
  .tuple(fc.constantFrom(...nests), anyMess, fc.integer({ min: 1, max: 5_000 }))
  .map(([nest, inside, n]) => {
    const [open = "", close = ""] = nest.split("|")
    return open.repeat(n) + inside + close.repeat(n)
  })
const anyHostile = fc.oneof(
  { weight: 4, arbitrary: anyMess },
  { weight: 1, arbitrary: anyRun },
  { weight: 1, arbitrary: anyNest },
  // Of any signs at all: the strings of fast-check that are, its «binary» ones, first make a table of a million.
  { weight: 1, arbitrary: fc.array(fc.nat(0x10ffff), { maxLength: 50 }).map((codes) => String.fromCodePoint(...codes)) }
)
const fields = fc.array(anyHostile, { maxLength: 2 })

const isVerdict = (verdict: string): boolean => JudgeVerdict.literals.some((each) => each === verdict)

describe("a text that nobody would write", () => {
  it("is read as a reference, and gets a verdict as an answer", () => {
    const anyReference = fc.record({ answer: anyHostile, accepted: fields, rejected: fields, text: anyHostile })
    fc.assert(
      fc.property(anyReference, anyHostile, (reference, given) => {
        const compiled = compileAnswer(reference)
        for (const text of [given, reference.answer, `${reference.answer}а`]) {
          expect(isVerdict(judge(compiled, text).verdict)).toBe(true)
        }
      }),
      { numRuns: 300 }
    )
  })

  it.each(nests)("may nest a hundred thousand deep: %s", (nest) => {
    const [open = "", close = ""] = nest.split("|")
    const text = `${open.repeat(100_000)}Пушкин${close.repeat(100_000)}; Гоголь`
    for (const field of [
      { answer: text, accepted: [], rejected: [] },
      { answer: "кот", accepted: [text], rejected: [text] }
    ]) {
      expect(isVerdict(judge(compileAnswer(field), "Пушкин").verdict)).toBe(true)
    }
  })

  it.each(signs)("may be a million characters: %j", (sign) => {
    const text = sign.repeat(Math.ceil(1_000_000 / sign.length))
    const compiled = compileAnswer({ answer: text, accepted: [text], rejected: [text], text })
    // A letter more, so that it is not the reference letter for letter.
    for (const given of [text, `${text}а`, "Пушкин"]) expect(isVerdict(judge(compiled, given).verdict)).toBe(true)
  })

  it("may come two hundred thousand times", () => {
    const many = Array.from({ length: 200_000 }, (_, i) => `кот ${i}`)
    const compiled = compileAnswer({ answer: "кот", accepted: many, rejected: many })
    expect(judge(compiled, "кот").verdict).toBe("accepted")
  })
})

describe("a reference too long to be read whole", () => {
  it("is still right when it is repeated letter for letter, and no answer longer than any reads is read", () => {
    const answer = `Пушкин ${"а".repeat(1_000_000)}`
    const compiled = compileAnswer({ answer, accepted: [], rejected: [] })
    expect(judge(compiled, answer)).toMatchObject({ verdict: "accepted", reason: "exact" })
    expect(judge(compiled, `${answer}а`)).toMatchObject({ verdict: "rejected", reason: "too long" })
  })
})
