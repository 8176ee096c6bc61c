/** Questions that something speaks against, as rows, most to blame first. */
import { Effect } from "effect"
import { html } from "hono/html"
import { BlamedJson } from "../../routes/blamed.ts"
import type { Asked } from "../page.ts"
import { readApi } from "../read-api.ts"
import type { Language } from "../words/words.ts"
import { tableOr } from "./table.ts"

const shownMax = 50

interface BlamedWords {
  readonly title: string
  readonly hint: string
  readonly empty: string
  readonly question: string
  readonly right: string
  readonly disputed: string
  readonly appeals: string
  readonly voices: string
}

const wordsIn: { readonly [L in Language]: BlamedWords } = {
  ru: {
    title: "Плохие вопросы",
    hint: "Выше те, у кого больше дизлайков, споров и апелляций. Принятая апелляция весит больше всего: в ответе чего-то не хватает.",
    empty: "Жаловаться не на что.",
    question: "Вопрос",
    right: "Верно",
    disputed: "Спорно",
    appeals: "Апелляции, приняты",
    voices: "👍 и 👎"
  },
  en: {
    title: "Bad questions",
    hint: "Higher up are those with more dislikes, disputes and appeals. An accepted appeal weighs most: something is missing in the answer.",
    empty: "Nothing to complain of.",
    question: "Question",
    right: "Right",
    disputed: "Disputed",
    appeals: "Appeals, accepted",
    voices: "👍 and 👎"
  }
}

export const blamedTable = Effect.fnUntraced(function* (asked: Asked) {
  const words = wordsIn[asked.words.language]
  const { items } = yield* readApi(asked, `/api/v1/blamed-questions?limit=${shownMax}`, BlamedJson)
  return html`<h2>${words.title}</h2>
    <p>${words.hint}</p>
    ${tableOr(
      words.empty,
      words.title,
      [
        {
          head: words.question,
          cell: ({ question, text }) =>
            html`<a class="long" href="/desk/questions/${encodeURIComponent(question)}">${text}</a>`
        },
        { head: words.right, cell: ({ asked: played, right }) => `${right} / ${played}`, numeric: true },
        { head: words.disputed, cell: ({ disputed }) => disputed, numeric: true },
        { head: words.appeals, cell: ({ appeals, overturned }) => `${appeals}, ${overturned}`, numeric: true },
        { head: words.voices, cell: ({ bad, good }) => `${good} / ${bad}`, numeric: true }
      ],
      items
    )}`
})
