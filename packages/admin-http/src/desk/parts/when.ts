/** A moment and a day as people write them, by Moscow time: a moment may be years away, a day is one of the last. */
import { beginningOf } from "@znatoki/chat/calendar-day"
import type { EpochMs } from "@znatoki/engine"
import { html } from "hono/html"
import type { Html } from "../../pages/value-tree.ts"
import type { Language } from "../words/words.ts"

const timeZone = "Europe/Moscow"
const locales: { readonly [L in Language]: string } = { ru: "ru-RU", en: "en-GB" }
const both = <A>(make: (locale: string) => A): { readonly [L in Language]: A } => ({
  ru: make(locales.ru),
  en: make(locales.en)
})

const minutes = { hour: "2-digit", minute: "2-digit" } as const
const moments: { readonly [L in Language]: Intl.DateTimeFormat } = {
  ru: new Intl.DateTimeFormat(locales.ru, {
    timeZone,
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
    ...minutes
  }),
  // Which of two numbers is the month is not the same everywhere.
  en: new Intl.DateTimeFormat(locales.en, { timeZone, day: "numeric", month: "short", year: "numeric", ...minutes })
}
const days = both((locale) => new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "long" }))
const shortDays = both((locale) => new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month: "numeric" }))

export const moment = (atMs: EpochMs, language: Language): Html =>
  html`<time datetime="${new Date(atMs).toISOString()}">${moments[language].format(atMs)}</time>`

export const dayWords = (day: number, language: Language): string => days[language].format(beginningOf(day))
export const shortDay = (day: number, language: Language): string => shortDays[language].format(beginningOf(day))

/** As the API writes it; null: never. */
export const isoMoment = (at: string | null, language: Language): Html | string =>
  at === null ? "—" : moment(Date.parse(at), language)
