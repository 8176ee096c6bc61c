/** What a conversation asked for by the clock, reminders to play and a question of the day: on some days of the week, at a time of its own; and when that is next. Pure. */
import type { EpochMs } from "@znatoki/engine"
import { Schema } from "effect"

/** Monday is 1. */
const Weekday = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 7 }))

export const Reminder = Schema.Struct({
  /** In their order, each once. */
  days: Schema.NonEmptyArray(Weekday),
  /** Of the day. */
  minute: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 1_439 }))
})
export type Reminder = typeof Reminder.Type

export const zoneByDefault = "Europe/Moscow"
/** Whoever wants more is asked to be content with so many. */
export const remindersMax = 7

export interface KeptReminders {
  readonly zone: string
  readonly reminders: ReadonlyArray<Reminder>
  /** When it wants to be asked a question of the day; absent: never. */
  readonly question?: Reminder
}

export const noReminders: KeptReminders = { zone: zoneByDefault, reminders: [] }

/** What somebody wants of them. `Zone`: null where no such place is known. */
export type ReminderWish =
  | { readonly _tag: "Set"; readonly reminder: Reminder }
  | { readonly _tag: "List" }
  | { readonly _tag: "Off" }
  | { readonly _tag: "Zone"; readonly zone: string | null }
  /** `at`: when a question of the day is to be asked; null: never. */
  | { readonly _tag: "Question"; readonly at: Reminder | null }
  | { readonly _tag: "WhichQuestion" }

const same = (one: Reminder, other: Reminder): boolean =>
  one.minute === other.minute && one.days.join() === other.days.join()

/** The same again changes nothing. */
export const withWish = (kept: KeptReminders, wish: ReminderWish): KeptReminders => {
  switch (wish._tag) {
    case "List":
    case "WhichQuestion":
      return kept
    case "Question":
      return withQuestion(kept, wish.at)
    case "Off":
      return { ...kept, reminders: [] }
    case "Zone":
      return wish.zone === null ? kept : { ...kept, zone: wish.zone }
    case "Set": {
      const isKept = kept.reminders.some((one) => same(one, wish.reminder))
      if (isKept || kept.reminders.length >= remindersMax) return kept
      return { ...kept, reminders: [...kept.reminders, wish.reminder] }
    }
  }
}

const withQuestion = (kept: KeptReminders, at: Reminder | null): KeptReminders => {
  const { question, ...others } = kept
  if (at === null) return question === undefined ? kept : others
  return question !== undefined && same(question, at) ? kept : { ...others, question: at }
}

const dayMs = 86_400_000
const minuteMs = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric"
  })
  formats.set(timeZone, made)
  return made
}

export const isZone = (name: string): boolean => {
  try {
    return formatOf(name).resolvedOptions().timeZone !== ""
  } catch {
    return false
  }
}

/** What the clocks there show at that moment, as if it were that time at Greenwich; whole minutes. */
const shownAt = (atMs: EpochMs, zone: string): number => {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(atMs)
      .map(({ type, value }) => [type, Number(value)])
  )
  const of = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"))
}

const offsetAt = (atMs: EpochMs, zone: string): number => shownAt(atMs, zone) - Math.floor(atMs / minuteMs) * minuteMs

/**
 * When clocks there show that. What they show twice, as summer time ends, counts the first time; what they leap over, as it begins,
 * counts as long after the leap as it would have been after it.
 */
const whenShown = (shown: number, zone: string): EpochMs => {
  const [before, after] = [offsetAt(shown - dayMs, zone), offsetAt(shown + dayMs, zone)]
  const candidates = [shown - before, shown - after].filter((atMs) => shownAt(atMs, zone) === shown)
  return candidates.length === 0 ? shown - before : Math.min(...candidates)
}

/** 1970 began on a Thursday. */
const weekdayOf = (shown: number): number => ((((Math.floor(shown / dayMs) + 3) % 7) + 7) % 7) + 1

/** The first moment after `afterMs`. */
const nextOf = ({ days, minute }: Reminder, zone: string, afterMs: EpochMs): EpochMs => {
  const today = Math.floor(shownAt(afterMs, zone) / dayMs) * dayMs
  // From the day before, for a leap may carry it over midnight.
  for (let day = -1; day <= 8; day += 1) {
    const shown = today + day * dayMs
    if (!days.includes(weekdayOf(shown))) continue
    const atMs = whenShown(shown + minute * minuteMs, zone)
    if (atMs > afterMs) return atMs
  }
  return afterMs + 7 * dayMs
}

/** Null: never. */
export const nextReminder = ({ reminders, zone }: KeptReminders, afterMs: EpochMs): EpochMs | null =>
  reminders.length === 0 ? null : Math.min(...reminders.map((one) => nextOf(one, zone, afterMs)))

/** Null: never. */
export const nextQuestion = ({ question, zone }: KeptReminders, afterMs: EpochMs): EpochMs | null =>
  question === undefined ? null : nextOf(question, zone, afterMs)
