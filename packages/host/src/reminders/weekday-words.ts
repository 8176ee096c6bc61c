/** Days of the week as they are said: «каждый четверг», «по средам и пятницам», «по будням»; and read. */
import type { Reminder } from "@znatoki/chat/reminder"

type Days = Reminder["days"]

interface Day {
  readonly every: string
  readonly on: string
  /** As plain words have them. */
  readonly names: ReadonlyArray<string>
}

const days: ReadonlyArray<Day> = [
  { every: "каждый понедельник", on: "понедельникам", names: ["понедельник", "понедельникам", "пн"] },
  { every: "каждый вторник", on: "вторникам", names: ["вторник", "вторникам", "вт"] },
  { every: "каждую среду", on: "средам", names: ["среду", "среда", "средам", "ср"] },
  { every: "каждый четверг", on: "четвергам", names: ["четверг", "четвергам", "чт"] },
  { every: "каждую пятницу", on: "пятницам", names: ["пятницу", "пятница", "пятницам", "пт"] },
  { every: "каждую субботу", on: "субботам", names: ["субботу", "суббота", "субботам", "сб"] },
  { every: "каждое воскресенье", on: "воскресеньям", names: ["воскресенье", "воскресеньям", "вс"] }
]

const everyDay: Days = [1, 2, 3, 4, 5, 6, 7]
const workdays: Days = [1, 2, 3, 4, 5]
const weekend: Days = [6, 7]

const wholes: ReadonlyMap<string, Days> = new Map([
  ["каждый день", everyDay],
  ["ежедневно", everyDay],
  ["по будням", workdays],
  ["по рабочим дням", workdays],
  ["в будни", workdays],
  ["в рабочие дни", workdays],
  ["по выходным", weekend],
  ["в выходные", weekend]
])

/** Null: they are no days. */
export const daysIn = (words: string): Days | null => {
  const whole = wholes.get(words)
  if (whole !== undefined) return whole
  const names = words.replace(/^(?:кажд(?:ый|ую|ое)|по|во?) /u, "").split(/ (?:и )?(?:(?:кажд(?:ый|ую|ое)|по|во?) )?/u)
  const found = names.map((name) => days.findIndex((day) => day.names.includes(name)) + 1)
  if (found.includes(0)) return null
  const [first, ...rest] = [...new Set(found)].toSorted((one, other) => one - other)
  return first === undefined ? null : [first, ...rest]
}

const listed = (names: ReadonlyArray<string>): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} и ${names.at(-1)}`

export const daysWords = (chosen: Days): string => {
  const key = chosen.join()
  if (key === everyDay.join()) return "каждый день"
  if (key === workdays.join()) return "по будням"
  if (key === weekend.join()) return "по выходным"
  const its = chosen.flatMap((day) => days[day - 1] ?? [])
  const [only] = its
  return its.length === 1 && only !== undefined ? only.every : `по ${listed(its.map(({ on }) => on))}`
}
