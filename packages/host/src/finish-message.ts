/** The end of a game: why, who won, who was best. */
import { bestPlayer, type FinishReason, type Player, type RoundResult, type Score } from "@znatoki/engine"
import { scoreWords } from "./game-words.ts"
import type { Text } from "@znatoki/chat/message"
import { type Standing, standings } from "./standing.ts"
import { comebackFrom, isWhitewash } from "./turning-points.ts"
import { lines, paragraphs } from "./text.ts"

export interface Played {
  readonly reason: FinishReason
  readonly score: Score
  readonly results: ReadonlyArray<RoundResult>
  readonly players: ReadonlyArray<Player>
  /** Who answered and is at the table no more. */
  readonly left?: ReadonlyArray<Player>
}

/** A game that was broken off has a score and no winner. */
export const hasWinner = ({ reason }: Played): boolean =>
  reason !== "stopped" && reason !== "table empty" && reason !== "paused too long"

const winner = (played: Played): string | null => {
  const { bot, team } = played.score
  if (!hasWinner(played)) return null
  if (team === bot) return "🤝 Ничья!"
  return team > bot ? "🏆 Победили знатоки!" : "🤖 Победил бот."
}

/** What there is to tell of it beside the score; a team that got nothing is comforted instead. */
const story = (played: Played): string | null => {
  const { results, score } = played
  if (!hasWinner(played) || score.team === score.bot) return null
  const behind = comebackFrom(results, score.team > score.bot ? "team" : "bot")
  const from = behind === null ? null : `${Math.min(behind.team, behind.bot)} : ${Math.max(behind.team, behind.bot)}`
  if (score.team < score.bot) return from === null ? null : `А ведь бот проигрывал ${from}.`
  if (from !== null) return `💪 Волевая победа: проигрывали ${from} и вырвали игру.`
  return isWhitewash(score) ? "💪 Сухая победа: боту — ни одного очка." : null
}

/** What a team hears that got nothing: another line for another game, for nobody likes to be comforted by rote. */
const comforts: ReadonlyArray<string> = [
  "Ни одного очка — такое бывает и с лучшими командами. Вы думали, спорили и не сдавались, а это и есть игра.\nСыграем ещё? Следующая начнётся с 0 : 0.",
  "Вопросы сегодня попались упрямые. Зато теперь вы знаете на них ответы — в следующий раз пригодится.\nРеванш? Я готов.",
  "Счёт обидный, но половина верных ответов рождается после «эх, мы же об этом говорили».\nДавайте ещё раз: удача любит упорных."
]

const comfort = ({ bot, team }: Score, results: ReadonlyArray<RoundResult>): string | null => {
  if (team > bot || !isWhitewash({ bot, team })) return null
  return comforts[(bot + (results.at(-1)?.tookMs ?? 0)) % comforts.length] ?? null
}

const ended = (reason: FinishReason, isPlayed: boolean): string => {
  switch (reason) {
    case "everything played":
      return "🏁 Игра окончена!"
    case "stopped":
      return isPlayed ? "🏁 Игра остановлена." : "🏁 Игра отменена."
    case "table empty":
      return "🏁 За столом никого не осталось — игра окончена."
    case "paused too long":
      return "🏁 Пауза затянулась — игра окончена."
    case "no questions":
      return "🏁 Новых вопросов больше нет — игра окончена."
  }
}

const rightAnswers = (all: ReadonlyArray<Standing>): ReadonlyArray<string> =>
  all.length === 0
    ? []
    : ["Верные ответы:", ...all.map(({ answered, player, right }) => `${player.name} — ${right} из ${answered}`)]

/** One player needs no comparing. */
const best = (results: ReadonlyArray<RoundResult>, players: ReadonlyArray<Player>): string | null => {
  const player = players.length < 2 ? null : bestPlayer(results, players)
  return player === null ? null : `⭐ Лучший игрок — ${player.name}!`
}

/** Whoever asks for the results later sees that they may still change. */
const openAppeals = (results: ReadonlyArray<RoundResult>): string | null =>
  results.some(({ appeal }) => appeal === "open") ? "⚖️ Апелляция ещё не рассмотрена: счёт может измениться." : null

/** `opening` says why it ended; the last game's results are told without one. `rounds`: all of them in one line. */
export const finishText = (played: Played, opening: string | null, rounds: string | null = null): Text => {
  const { left = [], players, reason, results, score } = played
  const isPlayed = results.length > 0
  if (!isPlayed) return lines(opening ?? ended(reason, false), "Ни одного раунда не сыграно.")
  const all = standings([...players, ...left.filter(({ id }) => players.every((player) => player.id !== id))], results)
  return paragraphs(
    lines(opening ?? ended(reason, true), winner(played), scoreWords(score), story(played)),
    rounds,
    lines(...rightAnswers(all)),
    best(results, players),
    comfort(score, results),
    openAppeals(results)
  )
}
