/** Games made by chance: as commits, and what their effects tell of them, counted apart from any store. */
import { type EffectOf, type GameEffect, type PlayerId, type Score } from "@znatoki/engine"
import { type Game, play, type Turn } from "@znatoki/engine/testing"
import { type ConversationId, SourceId } from "@znatoki/chat/chat-input"
import type { Leader, Outcome, PastGame, TeamDeeds } from "@znatoki/chat/statistics"
import type { Commit } from "@znatoki/ports/game-store"
import { comesBefore } from "@znatoki/ports/statistics"

/** One commit for each event that moves the game. */
export const committing = (conversation: ConversationId, game: Game): ReadonlyArray<Commit> =>
  play(game)
    .filter(({ before, step }) => step.state !== before)
    .map(({ event, step }, i) => ({
      next: {
        conversation,
        version: i + 1,
        state: step.state,
        lastOrder: 0,
        hearsAll: false,
        lastSeq: 0,
        updatedAtMs: event.atMs
      },
      log: [{ source: SourceId.make(`${conversation}/${i}`), event }],
      outgoing: [],
      asked: []
    }))

interface Round {
  readonly answerer: PlayerId | null
  readonly right: boolean
}

interface LoggedGame {
  readonly rounds: ReadonlyArray<Round>
  readonly end: EffectOf<"GameFinished">
  readonly atMs: number
  readonly score: Score
}

/** A round is what was told of it last. */
const gamesOf = (turns: ReadonlyArray<Turn>): ReadonlyArray<LoggedGame> => {
  const games: Array<LoggedGame> = []
  let rounds: ReadonlyArray<Round> = []
  const tell = (effect: GameEffect, atMs: number): void => {
    const last = games.at(-1)
    switch (effect._tag) {
      case "LobbyOpened":
        rounds = []
        return
      case "RoundJudged":
        rounds = [...rounds, { answerer: effect.answerer?.id ?? null, right: effect.point === "team" }]
        return
      case "AppealRuled": {
        const round = rounds[effect.round - 1]
        if (round === undefined) return
        rounds = rounds.with(effect.round - 1, { ...round, right: effect.accepted })
        if (last !== undefined && last.end.results.length === rounds.length && isOver)
          games[games.length - 1] = { ...last, rounds }
        return
      }
      case "ScoreCorrected":
        if (last !== undefined && isOver) games[games.length - 1] = { ...last, score: effect.score }
        return
      case "GameFinished":
        games.push({ rounds, end: effect, atMs, score: effect.score })
        return
    }
  }
  let isOver = false
  for (const { before, event, step } of turns) {
    isOver = before._tag === "Finished"
    for (const effect of step.effects) tell(effect, event.atMs)
  }
  return games.filter((game) => game.rounds.length > 0)
}

const outcomeOf = ({ end, score }: LoggedGame): Outcome => {
  if (end.reason !== "everything played" && end.reason !== "no questions") return "broken off"
  return score.team > score.bot ? "won" : score.team < score.bot ? "lost" : "drawn"
}

const seatsOf = ({ end }: LoggedGame) => new Map([...(end.left ?? []), ...end.players].map((one) => [one.id, one]))

const timeOf = ({ end, rounds }: LoggedGame, id: PlayerId): number =>
  rounds.reduce((sum, round, i) => sum + (round.right && round.answerer === id ? (end.results[i]?.tookMs ?? 0) : 0), 0)

const rightOf = ({ rounds }: LoggedGame, id: PlayerId): number =>
  rounds.filter(({ answerer, right }) => right && answerer === id).length

/** Most right answers, then the least time, then the first seat. */
const bestOf = (game: LoggedGame): PlayerId | null => {
  const [first, ...others] = game.end.players
    .filter(({ id }) => rightOf(game, id) > 0)
    .toSorted((a, b) => rightOf(game, b.id) - rightOf(game, a.id) || timeOf(game, a.id) - timeOf(game, b.id))
  return game.end.players.length > 1 && others.length >= 0 ? (first?.id ?? null) : null
}

const deedsIn = (game: LoggedGame): ReadonlyArray<Leader> =>
  [...seatsOf(game).values()].map(({ id, name }) => ({
    player: id,
    name,
    games: outcomeOf(game) === "broken off" ? 0 : 1,
    wins: outcomeOf(game) === "won" ? 1 : 0,
    answered: game.rounds.filter(({ answerer }) => answerer === id).length,
    right: rightOf(game, id),
    rightMs: timeOf(game, id),
    best: bestOf(game) === id ? 1 : 0
  }))

const added = (one: Leader | undefined, other: Leader): Leader =>
  one === undefined
    ? other
    : {
        ...other,
        games: one.games + other.games,
        wins: one.wins + other.wins,
        answered: one.answered + other.answered,
        right: one.right + other.right,
        rightMs: one.rightMs + other.rightMs,
        best: one.best + other.best
      }

/** What of it a conversation is told: ten at most. */
export const inTheLogs = (
  game: Game
): { readonly team: TeamDeeds; readonly people: ReadonlyArray<Leader>; readonly past: ReadonlyArray<PastGame> } => {
  const games = gamesOf(play(game))
  const people = new Map<PlayerId, Leader>()
  for (const one of games.flatMap(deedsIn)) people.set(one.player, added(people.get(one.player), one))
  const outcomes = games.map(outcomeOf)
  return {
    team: {
      games: outcomes.filter((outcome) => outcome !== "broken off").length,
      wins: outcomes.filter((outcome) => outcome === "won").length
    },
    people: [...people.values()]
      .filter(({ answered }) => answered > 0)
      .toSorted((one, other) => (comesBefore(one, other) ? -1 : 1))
      .slice(0, 10),
    past: games
      .toReversed()
      .slice(0, 10)
      .map((one) => ({
        finishedAtMs: one.atMs,
        score: one.score,
        outcome: outcomeOf(one),
        best: seatsOf(one).get(bestOf(one) ?? ("" as PlayerId))?.name ?? null
      }))
  }
}
