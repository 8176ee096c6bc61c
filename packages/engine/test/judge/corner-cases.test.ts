import { describe, expect, it } from "vitest"
import * as cornerCases from "./corner-cases.ts"
import { saidOf } from "./said-of.ts"

describe.each(Object.entries(cornerCases))("%s", (_, groups) => {
  it.each(groups)("of «$question.answer» get the verdict and the reason the rules give", ({ pairs, question }) => {
    const said = pairs.map(({ expected, given }) => ({ given, expected, said: saidOf(question, given) }))
    expect(said.filter((pair) => pair.said !== pair.expected)).toEqual([])
  })
})
