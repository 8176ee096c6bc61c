import { question } from "@znatoki/test-contracts/contracts/sample-commits"
import { Effect } from "effect"
import { expect, it } from "vitest"
import { KnownQuestions } from "../src/questions/known-questions.ts"

const openKnown = () => Effect.runSync(Effect.provide(KnownQuestions, KnownQuestions.layer))
it("a question drawn again is the same object", () => {
  const known = openKnown()
  const first = known.same(question(1))
  expect(known.same(question(1))).toBe(first)
  expect(known.same(question(2))).not.toBe(first)
})

it("an edited question is a new one from then on", () => {
  const known = openKnown()
  known.same(question(1, "Было?"))
  const edited = known.same(question(1, "Стало?"))
  expect(edited.text).toBe("Стало?")
  expect(known.same(question(1, "Стало?"))).toBe(edited)
})

it("of very many the first ones are forgotten", () => {
  const known = openKnown()
  const first = known.same(question(0))
  for (let id = 1; id <= 5_000; id++) known.same(question(id))
  expect(known.same(question(0))).not.toBe(first)
})
