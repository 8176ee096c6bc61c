import { describe, expect, it } from "vitest"
import { compileAnswer } from "../../src/judge/compile-answer.ts"
import { judge } from "../../src/judge/judge.ts"
import { corpus } from "./corpus.ts"

const judgedCorpus = () =>
  corpus.flatMap(({ pairs, question }) => {
    const compiled = compileAnswer(question)
    return pairs.map((pair) => ({ ...pair, question, judgement: judge(compiled, pair.given) }))
  })

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`

const figures = (kind: "ordinary" | "hard") => {
  const pairs = judgedCorpus().filter((pair) => pair.kind === kind)
  const by = (verdict: string) => pairs.filter((pair) => pair.judgement.verdict === verdict)
  const right = pairs.filter((pair) => pair.right)
  const accepted = by("accepted")
  const rejected = by("rejected")
  return {
    pairs: pairs.length,
    acceptPrecision: share(accepted.filter((pair) => pair.right).length, accepted.length),
    acceptRecall: share(accepted.filter((pair) => pair.right).length, right.length),
    rejectPrecision: share(rejected.filter((pair) => !pair.right).length, rejected.length),
    disputed: share(by("disputed").length, pairs.length)
  }
}

const lineOf = (kind: "ordinary" | "hard"): string => {
  const { acceptPrecision, acceptRecall, disputed, pairs, rejectPrecision } = figures(kind)
  return (
    `${kind}: ${pairs} pairs, accepts right ${percent(acceptPrecision)}, right ones accepted ${percent(acceptRecall)}, ` +
    `rejects right ${percent(rejectPrecision)}, disputed ${percent(disputed)}`
  )
}

describe("the corpus", () => {
  it.each(corpus)("gives every answer to «$question.answer» the verdict and the reason it deserves", (group) => {
    const compiled = compileAnswer(group.question)
    const said = group.pairs.map(({ expected, given }) => {
      const { reason, verdict } = judge(compiled, given)
      return { given, expected, said: `${verdict}: ${reason}` }
    })
    expect(said.filter((pair) => pair.said !== pair.expected)).toEqual([])
  })

  it("has at least 450 pairs", () => {
    expect(corpus.flatMap(({ pairs }) => pairs).length).toBeGreaterThanOrEqual(450)
  })

  it("names no answer twice for one reference", () => {
    const repeated = corpus.filter(({ pairs }) => new Set(pairs.map((pair) => pair.given)).size < pairs.length)
    expect(repeated.map((group) => group.question.answer)).toEqual([])
  })
})

describe("in ordinary play", () => {
  it("at least 99 of 100 accepted answers are right, and at least 97 of 100 right ones are accepted", () => {
    console.log(`${lineOf("ordinary")}; ${lineOf("hard")}`)
    const { acceptPrecision, acceptRecall } = figures("ordinary")
    expect(acceptPrecision).toBeGreaterThanOrEqual(0.99)
    expect(acceptRecall).toBeGreaterThanOrEqual(0.97)
  })

  it("at least 99 of 100 rejected answers are wrong, and at most 3 of 100 go to a vote", () => {
    const { disputed, rejectPrecision } = figures("ordinary")
    expect(rejectPrecision).toBeGreaterThanOrEqual(0.99)
    expect(disputed).toBeLessThanOrEqual(0.03)
  })
})

describe("in hard cases", () => {
  it("at least 95 of 100 accepted answers are right", () => {
    expect(figures("hard").acceptPrecision).toBeGreaterThanOrEqual(0.95)
  })
})
