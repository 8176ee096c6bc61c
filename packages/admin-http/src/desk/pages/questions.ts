/** `/desk/questions`: the bank, looked through by words, by where a question stands, and by what it is like. */
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

const wishes = ["search", "state", "pack", "theme", "difficulty", "author"] as const
const difficulties = ["1", "2", "3", "4", "5"].map((level) => [level, level] as const)

const show = Effect.fnUntraced(function* (asked: Asked) {
  const { context, who, words } = asked
  const { questions } = words
  const [search = "", state = "", pack = "", theme = "", difficulty = "", author = ""] = wishes.map(
    (name) => context.req.query(name) ?? ""
  )
  const list = yield* apiList(asked, {
    api: "/api/v1/questions",
    path,
    schema: QuestionJson,
    label: questions.title,
    empty: questions.empty,
    query: { search, state, pack, theme, difficulty, author },
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
        ${textField({ label: questions.theme, name: "theme", value: theme })}
        ${choiceOf(questions.difficulty, "difficulty", difficulty, [["", questions.any], ...difficulties])}
        ${textField({ label: questions.author, name: "author", value: author })}
        <button>${questions.find}</button>
      </form>
      <p>
        ${who !== null && mayDo(who.role, "editor") ? html`<a href="${path}/new">${questions.write}</a> ·` : ""}
        <a href="/desk/disliked">${words.disliked.title}</a>
      </p>
      ${list}`
  }
})

export const questionsPages: ReadonlyArray<Page> = [{ method: "GET", path, role: "viewer", show }]
