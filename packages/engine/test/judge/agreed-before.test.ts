/** How two words agree is found out once, as an answer is held against many wordings that have the same words. */
import { expect, it } from "vitest"
import { agreedBefore } from "../../src/judge/agree/agreed-before.ts"
import type { Agreement } from "../../src/judge/words/agreement.ts"
import { type Token, tokensOf } from "../../src/judge/words/tokens.ts"

const tokenOf = (word: string): Token => {
  const [token] = tokensOf(word)
  if (token === undefined) throw new Error(`no word: ${word}`)
  return token
}

/** A rule that says always the same, and the words of the reference that it was asked about. */
const ruleOf = (agreement: Agreement) => {
  const asked: Array<string> = []
  const agree = agreedBefore((reference) => {
    asked.push(reference.text)
    return agreement
  })
  return { asked, agree: (reference: string, given: string) => agree(tokenOf(reference), tokenOf(given)) }
}

it("a rule is asked once about two words", () => {
  const { agree, asked } = ruleOf("near")
  const pairs = ["нева", "волга", "нева", "волга"].map((reference) => agree(reference, "неве"))
  expect(pairs).toEqual(["near", "near", "near", "near"])
  expect(asked).toEqual(["нева", "волга"])
})

it("each rule is asked for itself", () => {
  const [first, second] = [ruleOf("form"), ruleOf("none")]
  expect([first, second, first, second].map(({ agree }) => agree("нева", "неву"))).toEqual([
    "form",
    "none",
    "form",
    "none"
  ])
})

it("what was found is not kept for ever", () => {
  const { agree, asked } = ruleOf("none")
  const others = Array.from({ length: 500 }, (_, i) => "а".repeat(1 + (i % 25)) + "б".repeat(1 + Math.floor(i / 25)))
  for (const reference of ["нева", ...others, "нева"]) agree(reference, "невой")
  expect(asked.filter((reference) => reference === "нева")).toHaveLength(2)
})
