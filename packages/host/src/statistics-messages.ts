/** What the games played here say: who answers best, how somebody plays, how the last games and the seasons went. */
import type { Player } from "@znatoki/engine"
import { dayOf } from "@znatoki/chat/calendar-day"
import type { Text } from "@znatoki/chat/message"
import { quarterOf, type Season } from "@znatoki/chat/season"
import type {
  Deeds,
  History,
  Leader,
  Mate,
  Outcome,
  PastGame,
  PastSeason,
  PlayerDeeds,
  Rating,
  Seasons,
  Standing,
  TeamDeeds,
  Told
} from "@znatoki/chat/statistics"
import { dateWords } from "./date-words.ts"
import { capital, durationWords } from "./duration-words.ts"
import { timesWords } from "./game-words.ts"
import { licencesText } from "./licences-message.ts"
import { plural } from "./plural.ts"
import { lines, paragraphs } from "./text.ts"

const quarterNames = ["Зима", "Весна", "Лето", "Осень"] as const

const seasonWords = (season: Season): string => {
  const { quarter, year } = quarterOf(season)
  return `${quarterNames[quarter]} ${year}`
}

const gamesWords = (count: number): string => plural(count, ["игра", "игры", "игр"])
const winsWords = (count: number): string => (count === 0 ? "без побед" : plural(count, ["победа", "победы", "побед"]))
/** A game that was broken off is none, and its answers count all the same. */
const teamWords = ({ games, wins }: TeamDeeds): string =>
  games === 0 ? "ни одна игра не доиграна" : `${gamesWords(games)}, ${winsWords(wins)}`
const playedWords = (team: TeamDeeds): string =>
  team.games === 0 ? capital(teamWords(team)) : `Сыграно: ${teamWords(team)}`
const rightWords = ({ answered, right }: Deeds): string => `${right} из ${answered}`

const nothingYet = "Здесь ещё не сыграно ни одного раунда. Начнём?"

const medals = ["🥇", "🥈", "🥉"]

const leaderLine = (leader: Leader, place: number): string => {
  const best = leader.best === 0 ? "" : ` · ⭐ ${leader.best}`
  const medal = leader.right === 0 ? undefined : medals[place]
  return `${medal ?? `${place + 1}.`} ${leader.name} — ${rightWords(leader)}${best}`
}

const leaderLines = (title: string, leaders: ReadonlyArray<Leader>): Text | null =>
  leaders.length === 0 ? null : lines(title, ...leaders.map(leaderLine))

const isSame = (some: ReadonlyArray<Leader>, others: ReadonlyArray<Leader>): boolean =>
  some.length === others.length &&
  some.every((one, i) => one.player === others[i]?.player && one.answered === others[i]?.answered)

const streakWords = ({ bestStreak, streak }: Rating): string => {
  if (bestStreak < 2) return ""
  if (streak === bestStreak) return ` Сейчас ${winsWords(streak)} подряд — рекорд беседы.`
  return streak < 2
    ? ` Лучшая серия — ${winsWords(bestStreak)} подряд.`
    : ` Сейчас ${winsWords(streak)} подряд, рекорд — ${bestStreak}.`
}

/** In the first season it is all there is. */
const ratingText = (rating: Rating): Text => {
  const { ofAllTime, ofSeason, season, team } = rating
  if (ofAllTime.length === 0) return lines(`🏆 ${nothingYet}`)
  return paragraphs(
    lines("🏆 Рейтинг беседы", `${playedWords(team)}.${streakWords(rating)}`),
    leaderLines(seasonWords(season), ofSeason),
    isSame(ofSeason, ofAllTime) ? null : leaderLines("За всё время", ofAllTime),
    "Счёт — верные ответы, ⭐ — сколько раз был лучшим игроком."
  )
}

const percent = ({ answered, right }: Deeds): string => `${Math.round((100 * right) / answered)} %`

const placeWords = ({ answered, of, place }: Standing): string | null =>
  answered === 0 || of < 2 ? null : `${place}-е место из ${of}`

const answersWords = (deeds: Standing): string => {
  if (deeds.answered === 0) return "За вами пока ни одного ответа."
  const speed = deeds.right === 0 ? "" : `, в среднем за ${durationWords(deeds.rightMs / deeds.right, "accusative")}`
  return `Верных ответов — ${rightWords(deeds)} (${percent(deeds)})${speed}.`
}

const bestWords = ({ best }: Deeds): string | null => (best === 0 ? null : `⭐ Лучший игрок — ${timesWords(best)}.`)

const inSeason = (season: Season, { ofAllTime, ofSeason }: PlayerDeeds): string | null => {
  if (ofSeason === null || ofSeason.answered === 0 || ofSeason.answered === ofAllTime?.answered) return null
  const place = placeWords(ofSeason)
  return `${seasonWords(season)}: ${rightWords(ofSeason)}${place === null ? "" : `, ${place}`}.`
}

const mateLine = ({ games, name, wins }: Mate): string => `${name} — выиграно ${wins} из ${games}`

const playerText = (told: PlayerDeeds, by: Player | null): Text => {
  const { mates, ofAllTime, season } = told
  const name = by?.name ?? "Игрок"
  if (ofAllTime === null) return lines(`📊 ${name}: игр здесь пока нет. Сыграем?`)
  const place = placeWords(ofAllTime)
  return paragraphs(
    lines(
      `📊 ${name}`,
      `${capital(teamWords(ofAllTime))}${place === null ? "" : ` · ${place}`}.`,
      answersWords(ofAllTime),
      bestWords(ofAllTime),
      inSeason(season, told)
    ),
    mates.length === 0 ? null : lines("С кем играется лучше:", ...mates.map(mateLine))
  )
}

const outcomeWords: { readonly [O in Outcome]: string } = {
  won: "победа",
  lost: "поражение",
  drawn: "ничья",
  "broken off": "не доиграна"
}

/** The year is told where it is not that of the newest. */
const gameLine = ({ best, finishedAtMs, outcome, score }: PastGame, newestYear: number): string => {
  const finished = dayOf(finishedAtMs)
  const { year } = finished
  const date = `${dateWords(finished)}${year === newestYear ? "" : ` ${year}`}`
  return `${date} — ${score.team} : ${score.bot}, ${outcomeWords[outcome]}${best === null ? "" : ` · ⭐ ${best}`}`
}

const historyText = ({ games }: History): Text => {
  const [newest] = games
  if (newest === undefined) return lines(`📜 ${nothingYet}`)
  const { year } = dayOf(newest.finishedAtMs)
  return lines("📜 Последние игры, знатоки : бот", ...games.map((game) => gameLine(game, year)))
}

const seasonLine = ({ best, season, ...team }: PastSeason): string => {
  const first = `${seasonWords(season)} — ${teamWords(team)}`
  if (best === null) return first
  return `${first} · 🥇 ${best.name}, ${plural(best.right, ["верный ответ", "верных ответа", "верных ответов"])}`
}

const seasonsText = ({ seasons }: Seasons): Text =>
  seasons.length === 0 ? lines(`📅 ${nothingYet}`) : lines("📅 Сезоны", ...seasons.map(seasonLine))

/** `told`: null where nobody counts, or could be asked. */
export const statisticsText = (told: Told | null, by: Player | null): Text => {
  switch (told?._tag) {
    case undefined:
      return lines("📊 Статистику сейчас не посмотреть.")
    case "Rating":
      return ratingText(told)
    case "Player":
      return playerText(told, by)
    case "History":
      return historyText(told)
    case "Seasons":
      return seasonsText(told)
    case "Licences":
      return licencesText(told)
  }
}
