/** What admins are told in the morning of the day before, in the messenger: what was played, and what waits for them. */
import type { Outgoing } from "@znatoki/chat/message"
import { dayOf } from "@znatoki/chat/calendar-day"
import { communitiesIn, type Figures, figuresIn } from "@znatoki/chat/digest"
import { dateWords } from "./date-words.ts"
import { type Forms, plural } from "./plural.ts"
import { lines, paragraphs } from "./text.ts"

interface Line {
  readonly name: string
  readonly forms: Forms
}

/** What waits for somebody; where there is none, nothing is said. */
const waits: ReadonlyArray<Line> = [
  { name: "openAppeals", forms: ["апелляция ждёт решения", "апелляции ждут решения", "апелляций ждут решения"] },
  { name: "proposals", forms: ["предложенный вопрос ждёт", "предложенных вопроса ждут", "предложенных вопросов ждут"] },
  { name: "disliked", forms: ["вопрос не понравился", "вопроса не понравились", "вопросов не понравилось"] },
  { name: "undelivered", forms: ["сообщение не доставлено", "сообщения не доставлены", "сообщений не доставлено"] },
  { name: "parked", forms: ["беседа стоит из-за ошибки", "беседы стоят из-за ошибки", "бесед стоят из-за ошибки"] },
  { name: "failedJobs", forms: ["задание не выполнено", "задания не выполнены", "заданий не выполнено"] }
]

const dateOf = (dayNumber: number): string => dateWords(dayOf(dayNumber * 86_400_000))

const games: Forms = ["игра", "игры", "игр"]
const wins: Forms = ["победа", "победы", "побед"]
const players: Forms = ["игрок", "игрока", "игроков"]
const rounds: Forms = ["раунд", "раунда", "раундов"]
const right: Forms = ["верный ответ", "верных ответа", "верных ответов"]
const appeals: Forms = ["апелляция", "апелляции", "апелляций"]

/** A digest of a version before this one knows nothing of players and appeals, and says nothing of them. */
const played = (figures: Figures): ReadonlyArray<string> => {
  const of = (name: string): number => figures[name] ?? 0
  if (of("games") === 0) return ["Игр не было."]
  const people = of("players") > 0 ? `, ${plural(of("players"), players)}` : ""
  const accepted = of("overturned") > 0 ? `, принято: ${of("overturned")}` : ""
  return [
    `${plural(of("games"), games)}${people}, ${plural(of("wins"), wins)} знатоков.`,
    `${plural(of("rounds"), rounds)}, ${plural(of("right"), right)}.`,
    ...(of("appeals") > 0 ? [`${plural(of("appeals"), appeals)}${accepted}.`] : [])
  ]
}

/** As its page is called: `vk:1` is at vk.com/club1. */
const placeOf = (community: string): string => community.replace(/^vk:/, "vk.com/club")

const lineOf = (community: string, figures: Figures): string => {
  const of = figuresIn(figures, community)
  const filed = of.appeals > 0 ? `, ${plural(of.appeals, appeals)}` : ""
  return (
    `• ${placeOf(community)}: ${plural(of.games, games)}, ${plural(of.players, players)}, ${plural(of.wins, wins)}, ` +
    `${plural(of.rounds, rounds)}, ${plural(of.right, right)}${filed}`
  )
}

export const digestMessage = (figures: Figures): Outgoing => {
  const of = (name: string): number => figures[name] ?? 0
  const waiting = waits.filter(({ name }) => of(name) > 0).map(({ forms, name }) => `• ${plural(of(name), forms)}`)
  return {
    _tag: "Say",
    text: paragraphs(
      lines(`📊 Сводка за ${dateOf(of("day"))}`, ...played(figures)),
      lines(...communitiesIn(figures).map((community) => lineOf(community, figures))),
      waiting.length === 0 ? "Вас ничего не ждёт." : lines("Вас ждут:", ...waiting)
    ),
    keyboard: null,
    slot: null
  }
}
