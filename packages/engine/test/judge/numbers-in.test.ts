import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { numbersIn, readAsNumbers } from "../../src/judge/given/given-answer.ts"
import { numberWords } from "../../src/judge/words/number-words.ts"

const words = [
  ..."от до в и с раз раза процент процентов част часть части каждый каждые номер плюс цел целых десятых вдвое впятеро дважды четырежды".split(
    " "
  ),
  ..."третья пятых половина треть четверть полтора чертова дюжина дюжину половиной минус дом дома 3 0.5 1/4".split(" "),
  ...numberWords.keys()
]

describe("what tells of numbers", () => {
  it("is read the same when it is first asked whether it may", () => {
    const text = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((all) => all.join(" "))
    fc.assert(
      fc.property(text, (normal) => {
        expect(numbersIn(normal)).toEqual(readAsNumbers(normal))
      }),
      { numRuns: 2000 }
    )
  })
})
