/** Plays many games without anybody watching, and sums up how they went. */
import type { EffectOf, Question, Settings } from "@znatoki/engine"
import { simulatedPeople } from "../play/auto-game.ts"
import type { Mates } from "../play/mates.ts"
import { playTable, withoutWaiting } from "../play/play-table.ts"
import { makeRng } from "../play/rng.ts"
import { Table } from "../play/table.ts"
import { setImmediate } from "node:timers/promises"

export interface SimulateOptions {
  readonly games: number
  readonly skill: number
  readonly players: number
  readonly seed: number
  readonly settings: Settings
  readonly questions: ReadonlyArray<Question>
}

export interface Summary {
  readonly games: number
  readonly wins: { readonly team: number; readonly bot: number; readonly draw: number }
  readonly rounds: {
    readonly played: number
    readonly right: number
    readonly silent: number
    readonly perGame: number
  }
  /** Of a game, in milliseconds of its own time. */
  readonly lengthMs: { readonly mean: number; readonly median: number; readonly longest: number }
  /** How many verdicts each reason of the judge gave. */
  readonly reasons: Readonly<Record<string, number>>
  readonly events: number
}

interface Game {
  readonly finished: EffectOf<"GameFinished">
  readonly judged: ReadonlyArray<EffectOf<"RoundJudged">>
  readonly lengthMs: number
  readonly events: number
}

export const simulateGames = async (options: SimulateOptions): Promise<Summary> => {
  const games: Array<Game> = []
  for (let i = 0; i < options.games; i++) {
    games.push(await playOne(options, options.seed + i))
    // Nothing here waits for anything, and whoever presses Ctrl+C is heard only between.
    await setImmediate()
  }
  return summaryOf(games)
}

const playOne = async ({ players, questions, settings, skill }: SimulateOptions, seed: number): Promise<Game> => {
  const rng = makeRng(seed)
  const mates: Mates = { people: simulatedPeople(players), skill, questions }
  const judged: Array<EffectOf<"RoundJudged">> = []
  let finished: EffectOf<"GameFinished"> | undefined
  const pace = withoutWaiting()
  let events = 0
  const table = new Table({
    settings,
    questions,
    rng,
    observer: {
      heard: () => {},
      said: () => {},
      noticed: () => {},
      played: (_event, effects) => {
        events++
        for (const effect of effects) {
          if (effect._tag === "RoundJudged") judged.push(effect)
          if (effect._tag === "GameFinished") finished = effect
        }
      }
    }
  })
  const [opener] = mates.people
  if (opener === undefined) throw new Error("a game needs at least one player")
  table.input({ _tag: "Wrote", by: opener, text: "Начать игру", action: null, order: 0 }, pace.nowMs())
  await playTable(table, mates, rng, pace)
  if (finished === undefined) throw new Error(`the game with seed ${seed} did not finish`)
  return { finished, judged, lengthMs: pace.nowMs(), events }
}

const summaryOf = (games: ReadonlyArray<Game>): Summary => {
  const wins = { team: 0, bot: 0, draw: 0 }
  for (const { finished } of games) wins[winnerOf(finished)]++
  const judged = games.flatMap((game) => game.judged)
  const reasons: Record<string, number> = {}
  for (const { judgement } of judged) {
    const reason = judgement?.reason ?? "silence"
    reasons[reason] = (reasons[reason] ?? 0) + 1
  }
  const lengths = games.map(({ lengthMs }) => lengthMs).toSorted((a, b) => a - b)
  return {
    games: games.length,
    wins,
    rounds: {
      played: judged.length,
      right: judged.filter(({ point }) => point === "team").length,
      silent: judged.filter(({ given }) => given === null).length,
      perGame: judged.length / games.length
    },
    lengthMs: {
      mean: Math.round(lengths.reduce((sum, each) => sum + each, 0) / lengths.length),
      median: lengths[lengths.length >> 1] ?? 0,
      longest: lengths.at(-1) ?? 0
    },
    reasons: Object.fromEntries(Object.entries(reasons).toSorted(([, a], [, b]) => b - a)),
    events: games.reduce((sum, { events }) => sum + events, 0)
  }
}

const winnerOf = ({ score }: EffectOf<"GameFinished">): keyof Summary["wins"] => {
  if (score.team === score.bot) return "draw"
  return score.team > score.bot ? "team" : "bot"
}
