/** What a page says when it cannot do what was asked: why, what is wrong with which field, and the way back. */
import { html } from "hono/html"
import { type Problem, statusOf } from "../problem.ts"
import type { Asked, Shown } from "./page.ts"

type ShownStatus = NonNullable<Shown["status"]>

/** A page is an answer too: what matters to a program is told to a program. */
const statusFor = (problem: Problem): ShownStatus => {
  const status = statusOf(problem.kind)
  return status === 404 || status === 409 || status === 422 ? status : 400
}

export const problemShown = ({ words }: Pick<Asked, "words">, problem: Problem): Shown => ({
  title: words.problems.title,
  status: statusFor(problem),
  main: html`<h1>${words.problems.title}</h1>
    <p class="problem" role="alert">${problem.detail}</p>
    ${
      problem.errors === undefined
        ? ""
        : html`<ul>
            ${problem.errors.map(({ message, path }) => html`<li><code>${path}</code>: ${message}</li>`)}
          </ul>`
    }
    <p><a href="/desk">${words.problems.back}</a></p>`
})
