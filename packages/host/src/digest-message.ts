/** What admins are told in the morning of the day before, in the messenger: what was played, and what waits for them. */
import type { Outgoing } from "@znatoki/chat/message"
import { dayOf } from "@znatoki/chat/calendar-day"
import { type Forms, plural } from "./plural.ts"
import { lines, paragraphs } from "./text.ts"

type Figures = Readonly<Record<string, number>>

interface Line {
  readonly name: string
  readonly forms: Forms
}

/** What waits for somebody; where there is none, nothing is said. */
const waits: ReadonlyArray<Line> = [
  { name: "proposals", forms: ["предложенный вопрос ждёт", "предложенных вопроса ждут", "предложенных вопросов ждут"] },
  { name: "disliked", forms: ["вопрос не понравился", "вопроса не понравились", "вопросов не понравилось"] },
  { name: "undelivered", forms: ["сообщение не доставлено", "сообщения не доставлены", "сообщений не доставлено"] },
  { name: "parked", forms: ["беседа стоит из-за ошибки", "беседы стоят из-за ошибки", "бесед стоят из-за ошибки"] },
  { name: "failedJobs", forms: ["задание не выполнено", "задания не выполнены", "заданий не выполнено"] }
]

const months = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря"
]

const dateOf = (dayNumber: number): string => {
  const { day, month } = dayOf(dayNumber * 86_400_000)
  return `${day} ${months[month - 1] ?? ""}`
}

export const digestMessage = (figures: Figures): Outgoing => {
  const of = (name: string): number => figures[name] ?? 0
  const played =
    of("games") === 0
      ? "Игр не было."
      : `${plural(of("games"), ["игра", "игры", "игр"])}, ${plural(of("wins"), ["победа", "победы", "побед"])} знатоков. ` +
        `${plural(of("rounds"), ["раунд", "раунда", "раундов"])}, ${plural(of("right"), ["верный ответ", "верных ответа", "верных ответов"])}.`
  const waiting = waits.filter(({ name }) => of(name) > 0).map(({ forms, name }) => `• ${plural(of(name), forms)}`)
  return {
    _tag: "Say",
    text: paragraphs(
      lines(`📊 Сводка за ${dateOf(of("day"))}`, played),
      waiting.length === 0 ? "Ничего не ждёт вас." : lines("Ждут вас:", ...waiting)
    ),
    keyboard: null,
    slot: null
  }
}
