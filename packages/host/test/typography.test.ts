import { JudgeReason, JudgeVerdict, Refusal } from "@znatoki/engine"
import { explainJudgement } from "@znatoki/host/explain-judgement"
import { plainText } from "@znatoki/chat/plain-text"
import { speak, type Spoken } from "@znatoki/host/speak"
import { describe, expect, it } from "vitest"
import { calls } from "./support/effects.ts"
import { anya } from "./support/people.ts"
import { everyState } from "./support/states.ts"
import { faultsOf } from "./support/typography.ts"

const wordsOf = ({ notice, outgoing }: Spoken): ReadonlyArray<string> => [
  ...(notice === null ? [] : [notice]),
  ...outgoing.flatMap(({ keyboard, text }) => [
    plainText(text),
    ...(keyboard?.rows.flat().map(({ label }) => label) ?? [])
  ])
]

const everything: ReadonlyArray<string> = [
  ...calls.flatMap(({ effects, state }) => wordsOf(speak(state, effects, "press"))),
  ...calls.flatMap(({ effects, state }) => wordsOf(speak(state, effects, "words"))),
  ...everyState.flatMap((state) =>
    Refusal.literals.flatMap((reason) =>
      (["press", "words"] as const).flatMap((via) =>
        wordsOf(speak(state, [{ _tag: "Refused", reason, by: anya.id }], via))
      )
    )
  ),
  ...JudgeVerdict.literals.flatMap((verdict) =>
    JudgeReason.literals.map((reason) => explainJudgement({ verdict, reason, matched: null }))
  )
]

describe("everything that can be said", () => {
  it("keeps to the rules of Russian typography", () => {
    expect(new Set(everything).size).toBeGreaterThan(120)
    expect([...new Set(everything.flatMap(faultsOf))]).toEqual([])
  })

  it.each([
    ['сказал "да"', "a straight quote"],
    ["да - нет", "a hyphen"],
    ["раз  два", "two spaces"],
    ["раунд ещё идет", "е in place of ё"],
    ["раунд undefined", "a value"],
    ["Готово!.", "two signs"],
    ["роман «Мир и «война»»", "inside"]
  ])("would be caught with «%s»", (words, fault) => {
    expect(faultsOf(words).join()).toContain(fault)
  })
})
