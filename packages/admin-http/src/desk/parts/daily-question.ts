/** The question of the day of a conversation: when it is asked, and the form that settles it. */
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { DailyQuestionJson } from "../../schemas/daily-question-json.ts"
import { type Fields } from "../form.ts"
import { dailyQuestionWords } from "../words/daily-question.ts"
import type { Language } from "../words/words.ts"
import { actionForm } from "./fields.ts"

type Daily = typeof DailyQuestionJson.Type | null

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const

const shownAs = (daily: Daily, language: Language): string => {
  const { at, days, everyDay, none } = dailyQuestionWords[language]
  if (daily === null) return none
  const named = daily.days.length === weekdays.length ? everyDay : daily.days.map((day) => days[day - 1]).join(", ")
  return at(named, daily.time, daily.zone)
}

/** `action`: null where whoever looks may not settle it. */
export const dailyQuestionPart = (daily: Daily, language: Language, action: string | null): Html => {
  const { days, hint, save, stop, time, title } = dailyQuestionWords[language]
  return html`<h2>${title}</h2>
    <p>${shownAs(daily, language)}</p>
    ${
      action === null
        ? ""
        : html`<form class="card" method="post" action="${action}">
              <p>${hint}</p>
              ${weekdays.map(
                (day) =>
                  html`<label class="check">
                    <input
                      type="checkbox"
                      name="day${day}"
                      ${daily?.days.includes(day) === true ? html`checked` : ""}
                    />
                    ${days[day - 1]}
                  </label>`
              )}
              <label>${time} <input type="time" name="time" value="${daily?.time ?? "12:00"}" required /></label>
              <button>${save}</button>
            </form>
            ${daily === null ? "" : actionForm(action, stop, { off: "yes" })}`
    }`
}

/** What was asked for in the form. No day: every day. */
export const daysIn = (fields: Fields): ReadonlyArray<number> => {
  const chosen = weekdays.filter((day) => fields[`day${day}`] === "on")
  return chosen.length === 0 ? weekdays : chosen
}
