/** What somebody else was quicker with: nothing is done, and the page is shown as things are now, with a word why. */
import { Effect } from "effect"
import { html } from "hono/html"
import type { Html } from "../pages/value-tree.ts"
import type { Problem } from "../problem.ts"
import type { Asked, Shown, Work } from "./page.ts"
import { isMoved, problemNote } from "./problem-shown.ts"

const statuses = { moved: 412, conflict: 409 } as const

const toldOf = ({ words }: Asked, problem: Problem): Html =>
  isMoved(problem)
    ? html`<div class="problem" role="alert">${words.problems.asItIs}</div>`
    : problemNote(words, problem)

export const orAsItIs = (asked: Asked, work: Work<Response>, show: (asked: Asked) => Work<Shown>) =>
  Effect.catchTag(work, "Problem", (problem) => {
    if (problem.kind !== "moved" && problem.kind !== "conflict") return Effect.fail(problem)
    const status = statuses[problem.kind]
    return Effect.map(show(asked), (shown): Shown => {
      const main = html`${toldOf(asked, problem)} ${shown.main}`
      return { ...shown, status, main }
    })
  })
