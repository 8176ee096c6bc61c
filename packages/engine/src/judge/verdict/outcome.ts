/** The verdicts one wording of the reference may lead to, and which of several speaks for the whole reference. */
import type { Judgement, JudgeReason, JudgeVerdict } from "./judgement.ts"

export const outcome = (verdict: JudgeVerdict, reason: JudgeReason, matched: string | null): Judgement => ({
  verdict,
  reason,
  matched
})

/** What is not here is the last of all. */
const preference: ReadonlyArray<readonly [JudgeVerdict, JudgeReason]> = [
  ["accepted", "exact"],
  ["accepted", "form"],
  ["accepted", "word order"],
  ["accepted", "spacing"],
  ["accepted", "typo"],
  ["accepted", "transliteration"],
  ["accepted", "keyboard layout"],
  ["accepted", "keyword"],
  ["accepted", "abbreviation"],
  ["rejected", "negation"],
  ["rejected", "wrong order"],
  ["rejected", "wrong number"],
  ["rejected", "wrong name"],
  ["disputed", "inexact"],
  ["disputed", "near"],
  ["disputed", "extra words"],
  ["disputed", "partial"],
  ["disputed", "keyword"],
  ["disputed", "abbreviation"],
  ["disputed", "by meaning"],
  ["rejected", "inexact"],
  ["rejected", "partial"]
]

const ranks: Readonly<Record<JudgeVerdict, Map<JudgeReason, number>>> = {
  accepted: new Map(),
  rejected: new Map(),
  disputed: new Map()
}
preference.forEach(([verdict, reason], i) => ranks[verdict].set(reason, i))

const rankOf = ({ reason, verdict }: Judgement): number => ranks[verdict].get(reason) ?? preference.length

/** Nothing is better than it. */
export const isBest = (judgement: Judgement): boolean => rankOf(judgement) === 0

/** An answer of which nothing can be said. */
export const other = outcome("rejected", "other", null)

/** The first of the better; a wrong number outweighs the doubt that the rest of the words would raise. */
export const better = (best: Judgement, each: Judgement): Judgement => (rankOf(each) < rankOf(best) ? each : best)
