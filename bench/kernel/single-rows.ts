/** One event alone, and one conversation alone. */
import type { Question } from "@znatoki/engine"
import { less, type Measured, median, more, whole } from "../report/row.ts"
import { measureBareUpdate } from "./bare-update.ts"
import { type BenchDatabase } from "./database.ts"
import { record, restlessLobby } from "./games.ts"
import { playHot } from "./hot-conversation.ts"
import { measureLatency, percentile } from "./latency.ts"
import { openOwnKernel } from "./own-kernel.ts"

const hotTurns = 7

export const latencyRows = async (
  home: BenchDatabase,
  questions: ReadonlyArray<Question>
): Promise<ReadonlyArray<Measured>> => {
  const script = await record(home, questions, { players: 3, games: 2, timers: true, seed: 5 })
  const kernel = await openOwnKernel(home)
  await measureLatency(kernel, script, [10, 11, 12])
  const tookMs = await measureLatency(kernel, script, [13, 14, 15, 16, 17, 18, 19, 20, 21, 22])
  await kernel.close()
  const bareMs = await measureBareUpdate(home)
  const [p50, p99] = [percentile(bareMs, 0.5), percentile(bareMs, 0.99)].map((ms) => ms.toFixed(2))
  const note =
    `${whole(tookMs.length)} events of whole games, one at a time, from the text to the commit; ` +
    `at this rhythm an update of one row takes ${p50} ms, p99 ${p99} ms`
  return [
    { what: "one event on an idle system, p50", value: percentile(tookMs, 0.5), unit: "ms", toReach: less(0.6), note },
    { what: "one event on an idle system, p99", value: percentile(tookMs, 0.99), unit: "ms", toReach: less(1.5), note }
  ]
}

export const hotRows = async (
  home: BenchDatabase,
  questions: ReadonlyArray<Question>
): Promise<ReadonlyArray<Measured>> => {
  const games = await record(home, questions, { players: 3, games: 4, timers: false, seed: 5 })
  const lobby = restlessLobby(10_000)
  const kernel = await openOwnKernel(home)
  const rates: Array<number> = []
  const gameRates: Array<number> = []
  for (let turn = 0; turn <= hotTurns; turn++) {
    const inLobby = await playHot(kernel, lobby, 2_000 + turn)
    const inGames = await playHot(kernel, games, 1_000 + turn)
    if (turn === 0) continue
    rates.push(inLobby)
    gameRates.push(inGames)
  }
  await kernel.close()
  return [
    {
      what: "one hot conversation",
      value: median(rates),
      unit: "/s",
      toReach: more(10_000),
      note: `${whole(lobby.length)} events, all committed: a table fills and empties`
    },
    {
      what: "four whole games in one moment",
      value: median(gameRates),
      unit: "/s",
      toReach: null,
      note: `${whole(games.length)} events, four commits, and a round trip for each of 28 questions`
    }
  ]
}
