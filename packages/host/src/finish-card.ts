/** What the picture of a finished game tells, and the line of the text that tells it where no picture is shown. */
import { bestPlayer, type Player, type RoundResult } from "@znatoki/engine"
import { cut } from "@znatoki/chat/cut"
import type { Media } from "@znatoki/chat/message"
import { cardAddress, type ResultCard } from "@znatoki/chat/result-card"
import type { Played } from "./finish-message.ts"
import { comebackFrom, isWhitewash } from "./turning-points.ts"

/** Fewer are told by the score alone, more of them tell nothing at a glance. */
const roundsMin = 2
const roundsMax = 60
const nameMax = 48
const answerMax = 40

const headline = ({ results, score }: Played): string => {
  if (score.team === score.bot) return "🤝 Ничья!"
  if (score.team < score.bot) return "🤖 Победил бот"
  if (comebackFrom(results, "team") !== null) return "💪 Волевая победа!"
  return isWhitewash(score) ? "💪 Сухая победа!" : "🏆 Победили знатоки!"
}

/** The right one that was thought about longest. */
const answerOfTheGame = (results: ReadonlyArray<RoundResult>): RoundResult | null =>
  results
    .filter(({ given, right }) => right && given !== null && given.trim() !== "")
    .reduce<RoundResult | null>((best, each) => (best === null || each.tookMs > best.tookMs ? each : best), null)

const namedOf = (players: ReadonlyArray<Player>, id: Player["id"] | null): string =>
  players.find((player) => player.id === id)?.name ?? ""

const notesOf = ({ left = [], players, results }: Played): ResultCard["notes"] => {
  const best = players.length < 2 ? null : bestPlayer(results, players)
  const answer = answerOfTheGame(results)
  const given = cut((answer?.given ?? "").trim().replace(/\s+/g, " "), answerMax)
  const who = namedOf([...players, ...left], answer?.answerer ?? null)
  return [
    ...(best === null ? [] : [{ label: "Лучший игрок", text: cut(best.name, nameMax) }]),
    ...(answer === null
      ? []
      : [
          {
            label: `Ответ игры, раунд ${results.indexOf(answer) + 1}`,
            text: players.length < 2 || who === "" ? `«${given}»` : `«${given}» — ${cut(who, nameMax)}`
          }
        ])
  ]
}

const strip = (results: ReadonlyArray<RoundResult>): string | null =>
  results.length < roundsMin || results.length > roundsMax
    ? null
    : results.map(({ right }) => (right ? "✅" : "❌")).join("")

export const finishCard = (played: Played): Media | null => {
  const { results, score } = played
  const instead = strip(results)
  if (instead === null) return null
  const card: ResultCard = {
    headline: headline(played),
    sides: [
      { name: "Знатоки", points: score.team },
      { name: "Бот", points: score.bot }
    ],
    rounds: results.map(({ right }) => right),
    notes: notesOf(played)
  }
  return { source: cardAddress(card), instead }
}
