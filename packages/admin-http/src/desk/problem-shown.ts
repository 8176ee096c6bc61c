/** What a page says when it cannot do what was asked: why, what is wrong with which field, and the way back. */
import { html } from "hono/html"
import type { Html } from "../pages/value-tree.ts"
import { type Problem, statusOf } from "../problem.ts"
import type { Asked, Shown } from "./page.ts"

type ShownStatus = NonNullable<Shown["status"]>

/** A page is an answer too: what matters to a program is told to a program. */
const statusFor = (problem: Problem): ShownStatus => {
  const status = statusOf(problem.kind)
  return status === 404 || status === 409 || status === 412 || status === 422 ? status : 400
}

export const problemShown = ({ words }: Pick<Asked, "words">, problem: Problem): Shown => {
  const { detail, errors } = words.problems.told(problem)
  return {
    title: words.problems.title,
    status: statusFor(problem),
    main: html`<h1>${words.problems.title}</h1>
      <p class="problem" role="alert">${detail}</p>
      ${
        errors.length === 0
          ? ""
          : html`<ul>
              ${errors.map(({ message, path }) => html`<li><code>${path}</code>: ${message}</li>`)}
            </ul>`
      }
      <p><a href="/desk">${words.problems.back}</a></p>`
  }
}

/** Beside a form that is sent again: the same, without the way back. */
export const problemNote = ({ problems }: Pick<Asked["words"], "problems">, problem: Problem | null): Html => {
  if (problem === null) return html``
  const { detail, errors } = problems.told(problem)
  return html`<div class="problem" role="alert">
    ${detail} ${errors.map(({ message, path }) => html`<br /><code>${path}</code>: ${message}`)}
  </div>`
}

export const isMoved = (problem: Problem | null): problem is Problem => problem?.kind === "moved"

/** Beside a form that may be sent again: what is wrong with it, or what somebody else has made of the thing meanwhile. */
export const sentNote = ({ problems }: Pick<Asked["words"], "problems">, problem: Problem | null, now: Html): Html =>
  isMoved(problem)
    ? html`<div class="problem" role="alert">${problems.meanwhile}</div>
        ${now}`
    : problemNote({ problems }, problem)
