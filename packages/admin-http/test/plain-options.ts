/** Words and a judge for apps whose tests look at neither. */
import type { AdminOptions } from "../src/app.ts"
import { tellAuthor } from "./tell-author.ts"

export const plain: Pick<AdminOptions, "card" | "explain" | "judge" | "tellAuthor" | "told"> = {
  told: () => [],
  tellAuthor,
  card: () => null,
  explain: ({ reason }) => reason,
  judge: (reference, given) => {
    const isRight = [reference.answer, ...reference.accepted].includes(given)
    return {
      verdict: isRight ? "accepted" : "rejected",
      reason: isRight ? "exact" : "other",
      matched: isRight ? given : null
    }
  }
}
