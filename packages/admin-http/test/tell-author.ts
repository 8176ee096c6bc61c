/** What the tests tell an author. */
import type { TellAuthor } from "../src/routes/proposals.ts"

export const tellAuthor: TellAuthor = (question, outcome, reason) => ({
  _tag: "Say",
  text: [`${outcome}: ${question} (${reason ?? "без причины"})`],
  keyboard: null,
  slot: null
})
