/** `/desk/questions`: the bank, looked through by words. */
import { Effect } from "effect"
import { html } from "hono/html"
import { mayDo } from "../../auth/role.ts"
import { QuestionJson } from "../../schemas/question-json.ts"
import type { Asked, Page } from "../page.ts"
import { apiList } from "../parts/api-list.ts"
import { choiceOf } from "../parts/choice.ts"
import { stateChoices } from "../parts/states.ts"
import { textField } from "../parts/fields.ts"

const path = "/desk/questions"

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { context, who, words } = asked
  const { questions } = words
  const search = context.req.query("search") ?? ""
  const state = context.req.query("state") ?? ""
  const pack = context.req.query("pack") ?? ""
  const list = yield* apiList(asked, {
    api: "/api/v1/questions",
    path,
    schema: QuestionJson,
    label: questions.title,
    empty: questions.empty,
    query: { search, state, pack },
    columns: [
      {
        head: questions.text,
        cell: ({ id, text }) => html`<a class="long" href="${path}/${encodeURIComponent(id)}">${text}</a>`
      },
      { head: questions.answer, cell: ({ answer }) => html`<span class="long">${answer}</span>` },
      { head: questions.author, cell: ({ author }) => author ?? "—" },
      { head: questions.difficulty, cell: ({ difficulty }) => difficulty, numeric: true },
      {
        head: questions.state,
        cell: ({ rests, state }) => (rests && state === "published" ? words.packs.resting : words.states[state])
      }
    ]
  })
  return {
    title: questions.title,
    main: html`<h1>${questions.title}</h1>
      <form class="filter" method="get" action="${path}">
        ${textField({ label: questions.search, name: "search", value: search })}
        ${choiceOf(questions.state, "state", state, [["", questions.all], ...stateChoices(words)])}
        ${textField({ label: words.imports.pack, name: "pack", value: pack })}
        <button>${questions.find}</button>
      </form>
      ${who !== null && mayDo(who.role, "editor") ? html`<p><a href="${path}/new">${questions.write}</a></p>` : ""}
      ${list}`
  }
})

export const questionsPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "viewer", show }]
