/** How the corpus is written: for a reference, given answers under the verdict and the reason each must get. */
import type { ReferenceAnswer } from "../../src/judge/compile-answer.ts"
import type { JudgeReason, JudgeVerdict } from "../../src/judge/verdict/judgement.ts"

/** "but right" and "but wrong" say what a jury would rule where the judge's verdict differs from it. */
type Expected = `${JudgeVerdict}: ${JudgeReason}${"" | ", but right" | ", but wrong"}`
export type Verdicts = { readonly [expected in Expected]?: ReadonlyArray<string> }

export interface CorpusPair {
  readonly given: string
  readonly expected: string
  /** What a jury would rule. */
  readonly right: boolean
  readonly kind: "ordinary" | "hard"
}

export interface CorpusGroup {
  readonly question: ReferenceAnswer
  readonly pairs: ReadonlyArray<CorpusPair>
}

const pairsOf = (verdicts: Verdicts, kind: CorpusPair["kind"]): ReadonlyArray<CorpusPair> =>
  Object.entries(verdicts).flatMap(([key, answers]) => {
    const [expected = "", ruling] = key.split(", but ")
    const right = ruling === undefined ? expected.startsWith("accepted") : ruling === "right"
    return (answers ?? []).map((given) => ({ given, expected, right, kind }))
  })

export const about = (
  question: Omit<ReferenceAnswer, "accepted" | "rejected"> & Partial<ReferenceAnswer>,
  ordinary: Verdicts,
  hard: Verdicts = {}
): CorpusGroup => ({
  question: { accepted: [], rejected: [], ...question },
  pairs: [...pairsOf(ordinary, "ordinary"), ...pairsOf(hard, "hard")]
})
