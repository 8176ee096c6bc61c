/** How often the judge is right about a set of pairs, and about which it is wrong. */
import { compileAnswer, judge, type Judgement, type Lexicon } from "@znatoki/engine"
import type { Pair } from "./read-corpora.ts"

export interface JudgedPair extends Pair {
  readonly judgement: Judgement
}

export interface Figures {
  readonly pairs: number
  /** Of those accepted, the share that a jury accepts. */
  readonly acceptPrecision: number
  /** Of those that a jury accepts, the share accepted without people. */
  readonly acceptRecall: number
  /** Of those rejected, the share that a jury rejects. */
  readonly rejectPrecision: number
  readonly disputed: number
  /** Of those that are wrong, the share accepted. */
  readonly wronglyAccepted: number
}

export const judgePairs = (pairs: ReadonlyArray<Pair>, lexicon?: Lexicon): ReadonlyArray<JudgedPair> => {
  // Those of one question stand together, as in a game they come one after another.
  let last = { name: "", compiled: compileAnswer({ answer: "", accepted: [], rejected: [] }) }
  return pairs.map((pair) => {
    const name = JSON.stringify(pair.question)
    if (name !== last.name) last = { name, compiled: compileAnswer(pair.question) }
    return { ...pair, judgement: judge(last.compiled, pair.given, lexicon) }
  })
}

const wanted = { accept: "accepted", reject: "rejected", "dispute-ok": "disputed" } as const

/** A vote costs time, a wrong verdict costs a point. */
export const faultOf = ({ expect, judgement }: JudgedPair): "wrong" | "disputed" | null => {
  if (judgement.verdict === wanted[expect]) return null
  return judgement.verdict === "disputed" ? "disputed" : "wrong"
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

export const figuresOf = (pairs: ReadonlyArray<JudgedPair>): Figures => {
  const by = (verdict: Judgement["verdict"]) => pairs.filter((pair) => pair.judgement.verdict === verdict)
  const [accepted, rejected] = [by("accepted"), by("rejected")]
  const right = pairs.filter((pair) => pair.expect === "accept")
  const wrong = pairs.filter((pair) => pair.expect === "reject")
  const rightlyAccepted = accepted.filter((pair) => pair.expect === "accept").length
  return {
    pairs: pairs.length,
    acceptPrecision: share(rightlyAccepted, accepted.length),
    acceptRecall: share(rightlyAccepted, right.length),
    rejectPrecision: share(rejected.filter((pair) => pair.expect === "reject").length, rejected.length),
    disputed: pairs.length === 0 ? 0 : by("disputed").length / pairs.length,
    wronglyAccepted: wrong.length === 0 ? 0 : accepted.filter((pair) => pair.expect === "reject").length / wrong.length
  }
}
