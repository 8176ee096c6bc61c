/** What the wrapped lines of a field say: a line end is a space, an indented line begins a paragraph, «|» keeps the line. */
import { withoutEntities } from "./html-text.ts"

const bar = "|"

export const dbValueOf = (lines: ReadonlyArray<string>): string => {
  let value = ""
  let afterBar = false
  for (const line of lines) {
    const said = line.trim()
    if (said === "") continue
    const kept = said.startsWith(bar)
    const apart = kept || afterBar || /^\s/.test(line)
    value += `${value === "" ? "" : apart ? "\n" : " "}${kept ? said.slice(bar.length) : said}`
    afterBar = kept
  }
  return withoutEntities(value)
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
const russianMonths = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]

const monthOf = (name: string): number => {
  const small = name.toLowerCase()
  const english = months.indexOf(small)
  return 1 + (english >= 0 ? english : russianMonths.findIndex((month) => small.startsWith(month)))
}

const twoDigits = (value: number): string => String(value).padStart(2, "0")

/** «00-Oct-2008» → 2008-10; a date in other words stays as it is. */
const dayOf = (date: string): string => {
  const found = /^(\d{1,2})-([A-Za-zА-яё]{3}|000)-(\d{4})$/.exec(date.trim())
  if (found === null) return date.trim()
  const [, day = "", month = "", year = ""] = found
  const monthNumber = monthOf(month)
  const parts = monthNumber === 0 ? [year] : [year, twoDigits(monthNumber)]
  return [...parts, ...(monthNumber === 0 || Number(day) === 0 ? [] : [twoDigits(Number(day))])].join("-")
}

export const dbDateOf = (value: string): string => value.split(" - ").map(dayOf).join("/")

/** «Рет. Незачет: Ред» → «Рет.» and «Ред»: the base has no header of its own for it. */
export const apartRejected = (accepted: string): { readonly accepted: string; readonly rejected: string } => {
  const at = accepted.search(/(?<![\p{L}])Незач[её]т\s*[:.]/u)
  if (at < 0) return { accepted, rejected: "" }
  const rejected = accepted.slice(at).replace(/^Незач[её]т\s*[:.]\s*/, "")
  return { accepted: accepted.slice(0, at).trim(), rejected: rejected.trim() }
}
