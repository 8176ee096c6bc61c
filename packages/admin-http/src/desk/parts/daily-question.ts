/** The question of the day of a conversation: when it is asked, and the form that settles it. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { DailyQuestionJson } from "../../schemas/daily-question-json.ts"
import { type Fields } from "../form.ts"
import { type Sent, sentNote } from "../problem-shown.ts"
import { dailyQuestionWords } from "../words/daily-question.ts"
import type { Language, Words } from "../words/words.ts"
import { actionForm } from "./fields.ts"

type Daily = typeof DailyQuestionJson.Type | null

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

const shownAs = (daily: Daily, language: Language): string => {
  const { at, days, everyDay, none } = dailyQuestionWords[language]
  if (daily === null) return none
  const named = daily.days.length === weekdays.length ? everyDay : daily.days.map((day) => days[day - 1]).join(", ")
  return at(named, daily.time, daily.zone)
}

/** `on`: as a form sends what is marked. */
const valuesOf = (daily: Daily): Fields => ({
  time: daily?.time ?? "12:00",
  ...Object.fromEntries((daily?.days ?? []).map((day) => [`day${day}`, "on"]))
})

interface Around {
  readonly words: Words
  readonly version: number
  /** Null where whoever looks may not settle it. */
  readonly action: string | null
  readonly sent: Sent | null
}

const settling = (daily: Daily, { action, sent, version, words }: Around & { readonly action: string }): Html => {
  const { days, hint, save, stop, time } = dailyQuestionWords[words.language]
  // The button that stops it sends no time, and marks nothing.
  const values = sent?.fields["time"] === undefined ? valuesOf(daily) : sent.fields
  return html`<form class="card" method="post" action="${action}">
      ${sentNote(words, sent?.problem ?? null, html`<p>${shownAs(daily, words.language)}</p>`)}
      <p>${hint}</p>
      <input type="hidden" name="version" value="${version}" />
      ${weekdays.map(
        (day) =>
          html`<label class="check">
            <input type="checkbox" name="day${day}" ${values[`day${day}`] === "on" ? html`checked` : ""} />
            ${days[day - 1]}
          </label>`
      )}
      <label>${time} <input type="time" name="time" value="${values["time"]}" required /></label>
      <button>${save}</button>
    </form>
    ${daily === null ? "" : actionForm(action, stop, { off: "yes", version: String(version) })}`
}

export const dailyQuestionPart = (daily: Daily, around: Around): Html => {
  const { action, words } = around
  return html`<h2>${dailyQuestionWords[words.language].title}</h2>
    <p>${shownAs(daily, words.language)}</p>
    ${action === null ? "" : settling(daily, { ...around, action })}`
}

/** What was asked for in the form. No day: every day. */
export const daysIn = (fields: Fields): ReadonlyArray<number> => {
  const chosen = weekdays.filter((day) => fields[`day${day}`] === "on")
  return chosen.length === 0 ? weekdays : chosen
}
