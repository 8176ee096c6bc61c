/** How many events a second, and how much memory for each: the contestants take turns, so that a slow moment hits all. */
import { type Contestant, eventsPerGame } from "./script.ts"

export interface Measured {
  readonly name: string
  readonly eventsPerSecond: number
  readonly bytesPerEvent: number
}

const turns = 9
const turnMs = 250

const runFor = (contestant: Contestant, ms: number): { readonly events: number; readonly tookMs: number } => {
  const startMs = performance.now()
  let games = 0
  let tookMs = 0
  do {
    for (let i = 0; i < 20; i++) contestant.playGame(games++)
    tookMs = performance.now() - startMs
  } while (tookMs < ms)
  return { events: games * eventsPerGame, tookMs }
}

const median = (values: ReadonlyArray<number>): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

/** What one game allocates: the heap's growth between two collections that did not happen. */
const bytesPerEvent = (contestant: Contestant): number => {
  globalThis.gc?.()
  const before = process.memoryUsage().heapUsed
  const games = 20
  for (let i = 0; i < games; i++) contestant.playGame(i)
  return Math.max(0, process.memoryUsage().heapUsed - before) / (games * eventsPerGame)
}

export const measure = (contestants: ReadonlyArray<Contestant>): ReadonlyArray<Measured> => {
  const played = contestants.map(({ playGame }) => playGame(0))
  for (const { bot, team } of played) {
    if (team !== played[0]?.team || bot !== played[0]?.bot) throw new Error("the engines did not play the same game")
  }
  for (const contestant of contestants) runFor(contestant, 500)
  const rates = contestants.map((): Array<number> => [])
  for (let turn = 0; turn < turns; turn++) {
    for (const [i, contestant] of contestants.entries()) {
      const { events, tookMs } = runFor(contestant, turnMs)
      rates[i]?.push((events / tookMs) * 1_000)
    }
  }
  return contestants.map((contestant, i) => ({
    name: contestant.name,
    eventsPerSecond: median(rates[i] ?? []),
    bytesPerEvent: bytesPerEvent(contestant)
  }))
}
