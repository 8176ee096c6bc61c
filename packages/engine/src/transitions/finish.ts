/** The end of a game, whatever the reason. */
import type { Finished, FinishReason, Lobby, Paused, Running, Waiting } from "../game-state.ts"
import type { EpochMs } from "../ids.ts"
import { timerCleared } from "../rules/deadline.ts"
import { noPoints } from "../rules/score.ts"
import { go, type Step } from "../step.ts"

export const toFinished = (state: Waiting | Paused, reason: FinishReason, atMs: EpochMs): Step => {
  const empty = reason === "table empty"
  const finished: Finished = {
    _tag: "Finished",
    ...playedOf(state._tag === "Paused" ? state.held : state, atMs),
    finishedAtMs: atMs,
    reason,
    ...(empty ? { players: [], captain: null } : {})
  }
  const { left, players, results, score } = finished
  const played = { reason, score, results, players, ...(left === undefined ? {} : { left }) }
  return go(finished, { _tag: "GameFinished", ...played }, timerCleared(state.deadline))
}

/** A lobby that is closed before it began has played nothing. */
const playedOf = (state: Lobby | Running, atMs: EpochMs) => {
  const { game, players, settings } = state
  const common = { game, settings, nextSettings: null, players }
  if (state._tag === "Lobby") return { ...common, startedAtMs: atMs, captain: null, score: noPoints, results: [] }
  const { captain, left, results, score, startedAtMs } = state
  return { ...common, startedAtMs, captain, score, results, ...(left === undefined ? {} : { left }) }
}
