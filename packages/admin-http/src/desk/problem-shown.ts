/** What a page says when it cannot do what was asked: why, what is wrong with which field, and the way back. */
import { html } from "hono/html"
import type { Html } from "../pages/value-tree.ts"
import { type Problem, statusOf } from "../problem.ts"
import type { Fields } from "./form.ts"
import type { Asked, Shown } from "./page.ts"
import { sentAgain } from "./sent-again.ts"

/** Where the form of this page was sent, and the page that has it. */
const hereOf = ({ req }: Asked["context"]): string => {
  const { pathname, search } = new URL(req.url)
  return `${pathname}${search}`
}

/** What is wrong with the whole has been told by then. */
const toldOf = ({ problems }: Pick<Asked["words"], "problems">, problem: Problem) => {
  const { detail, errors } = problems.told(problem)
  return { detail, errors: errors.filter(({ path }) => path !== "") }
}

/** `sent`: the form that came to nothing; null: there was none. */
export const problemShown = (
  { context, words }: Pick<Asked, "context" | "words">,
  problem: Problem,
  sent: Fields | null
): Shown => {
  const { detail, errors } = toldOf(words, problem)
  return {
    title: words.problems.title,
    status: statusOf(problem.kind),
    main: html`<h1>${words.problems.title}</h1>
      <p class="problem" role="alert">${detail}</p>
      ${
        errors.length === 0
          ? ""
          : html`<ul>
              ${errors.map(({ message, path }) => html`<li><code>${path}</code>: ${message}</li>`)}
            </ul>`
      }
      ${problem.kind === "unauthorized" ? html`<p><a href="/sign-in" target="_blank">${words.problems.signInBeside}</a></p>` : ""}
      ${sent === null ? "" : sentAgain(sent, hereOf(context), words)}
      <p><a href="/desk">${words.problems.back}</a></p>`
  }
}

/** A form, and what is wrong with it. */
export interface Sent {
  readonly fields: Fields
  readonly problem: Problem
}

/** Beside a form that is sent again: the same, without the way back. */
export const problemNote = ({ problems }: Pick<Asked["words"], "problems">, problem: Problem | null): Html => {
  if (problem === null) return html``
  const { detail, errors } = toldOf({ problems }, problem)
  return html`<div class="problem" role="alert">
    ${detail} ${errors.map(({ message, path }) => html`<br /><code>${path}</code>: ${message}`)}
  </div>`
}

/** Whether it is about what the form says, so that the form itself comes back with it; of anything else `problemShown` tells. */
export const isOfForm = (problem: Problem): boolean =>
  problem.errors !== undefined || problem.kind === "invalid-body" || isMoved(problem)

export const isMoved = (problem: Problem | null): problem is Problem => problem?.kind === "moved"

/** Beside a form that may be sent again: what is wrong with it, or what somebody else has made of the thing meanwhile. */
export const sentNote = ({ problems }: Pick<Asked["words"], "problems">, problem: Problem | null, now: Html): Html =>
  isMoved(problem)
    ? html`<div class="problem" role="alert">${problems.meanwhile}</div>
        ${now}`
    : problemNote({ problems }, problem)
