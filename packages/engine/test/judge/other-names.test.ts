/** Other names of a thing that a dictionary tells, and those that the judge knows without one. */
import { describe, expect, it } from "vitest"
import { compileAnswer, type ReferenceAnswer } from "../../src/judge/compile-answer.ts"
import { judge } from "../../src/judge/judge.ts"
import { type Lexicon, noLexicon } from "../../src/judge/words/lexicon.ts"

const lexicon: Lexicon = {
  ...noLexicon,
  otherNames: (phrase) => (phrase === "офсайд" ? ["вне игры", "90 минут"] : []),
  nearNames: (phrase) => (phrase === "офсайд" ? ["нарушение правил"] : [])
}

const saidOf = (question: Partial<ReferenceAnswer>, given: string): string => {
  const compiled = compileAnswer({ answer: "Офсайд", accepted: [], rejected: [], ...question })
  const { matched, reason, verdict } = judge(compiled, given, lexicon)
  return `${verdict}: ${reason} (${matched})`
}

describe("what a dictionary tells", () => {
  it.each([
    [{}, "вне игры", "accepted: exact (Офсайд)"],
    [{}, "вне игра", "accepted: form (Офсайд)"],
    [{}, "игра", "rejected: other (Офсайд)"],
    [{}, "90", "rejected: other (Офсайд)"],
    [{}, "90 минут", "accepted: exact (Офсайд)"],
    [{}, "нарушение правил", "disputed: partial (Офсайд)"],
    [{}, "нарушение", "rejected: other (Офсайд)"],
    [{ answer: "Игра; офсайд" }, "вне игры", "accepted: exact (офсайд)"],
    [{ answer: "Гол" }, "вне игры", "rejected: other (Гол)"],
    [{ accepted: ["точный ответ"] }, "вне игры", "rejected: other (Офсайд)"],
    [{ rejected: ["вне игры"] }, "вне игры", "rejected: in rejected (вне игры)"],
    [{ text: "Каким словом это называют?" }, "вне игры", "rejected: other (Офсайд)"],
    [{ text: "Каким словом это называют?" }, "нарушение правил", "rejected: other (Офсайд)"],
    [{ text: "Что это?" }, "вне игры", "accepted: exact (Офсайд)"],
    [{ text: "Это положение вне игры." }, "вне игры", "rejected: formal (Офсайд)"]
  ])("of %j makes «%s» %s", (question, given, said) => {
    expect(saidOf(question, given)).toBe(said)
  })
})

describe("what the judge knows by itself", () => {
  it.each([
    [{ answer: "Нидерланды" }, "Голландия", "accepted: exact (Нидерланды)"],
    [{ answer: "Нидерланды", text: "Как раньше называли эту страну?" }, "Голландия", "accepted: exact (Нидерланды)"],
    [{ answer: "Нидерланды", text: "Где Голландия?" }, "Голландия", "rejected: formal (Нидерланды)"],
    [{ answer: "США", text: "Где Америка?" }, "Америка", "rejected: formal (США)"],
    [{ answer: "США" }, "Америка", "disputed: partial (США)"],
    [{ answer: "Углекислый газ" }, "CO2", "accepted: exact (Углекислый газ)"]
  ])("of %j makes «%s» %s", (question, given, said) => {
    expect(saidOf(question, given)).toBe(said)
  })
})
