/** Which answers of a game people ruled right where the judge did not: they may be right for everybody. */
import type { Finished, RoundResult } from "@znatoki/engine"
import type { NewVariant } from "./variant-proposals.ts"

const isRuledRight = ({ appeal, decidedBy, right }: RoundResult): boolean =>
  right && (decidedBy !== "judge" || appeal === "accepted")

/** `game`: its id as the archive has it. */
export const ruledAnswers = ({ results }: Finished, game: string): ReadonlyArray<NewVariant> =>
  results.flatMap((result) => {
    const answer = result.given?.trim() ?? ""
    return isRuledRight(result) && answer !== "" ? [{ question: result.question, answer, game }] : []
  })
