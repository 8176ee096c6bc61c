import { describe, expect, it } from "vitest"
import { russianLexicon } from "../src/russian-lexicon.ts"
import { madePairs } from "./made-pairs.ts"
import { figuresOf, judgePairs } from "./measure.ts"
import { corpusFiles, readPairs } from "./read-corpora.ts"

const written = readPairs(corpusFiles())
const judged = judgePairs([...written, ...madePairs()], russianLexicon())
const figures = (kind: string) => figuresOf(judged.filter((pair) => pair.kind === kind))

describe("the corpora", () => {
  it("hold no pair twice", () => {
    const keys = written.map(({ given, question }) => JSON.stringify([question, given]))
    expect(keys.filter((key, i) => keys.indexOf(key) < i)).toEqual([])
  })
})

describe("with the dictionary", () => {
  it("at least 995 of 1,000 answers accepted in ordinary play are right", () => {
    expect(figures("ordinary").acceptPrecision).toBeGreaterThanOrEqual(0.995)
  })

  it("at least 97 of 100 right answers of ordinary play are accepted without a vote", () => {
    expect(figures("ordinary").acceptRecall).toBeGreaterThanOrEqual(0.97)
  })

  it("at least 97 of 100 accepted answers that a jury had to talk about are right", () => {
    expect(figures("jury").acceptPrecision).toBeGreaterThanOrEqual(0.97)
  })

  it("at most 2 of 1,000 other nouns, one or two letters away, are accepted", () => {
    expect(figures("different").pairs).toBeGreaterThan(2_000)
    expect(figures("different").wronglyAccepted).toBeLessThanOrEqual(0.002)
  })

  it("at least 99 of 100 forms of a noun are accepted", () => {
    expect(figures("form").pairs).toBeGreaterThan(2_000)
    expect(figures("form").acceptRecall).toBeGreaterThanOrEqual(0.99)
  })
})
