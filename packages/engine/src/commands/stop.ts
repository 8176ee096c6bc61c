/**
 * `stop`: ends the session early, in any phase. Everybody in the conversation may, seated or not; where others play too it
 * takes a second word or a press, so that nobody ends everybody's game by a slip.
 */
import type { EventOf } from "../game-event.ts"
import type { GameState, Paused, Waiting } from "../game-state.ts"
import type { EpochMs, PlayerId } from "../ids.ts"
import { later } from "../rules/deadline.ts"
import { go, ignore, refuse, type Step } from "../step.ts"
import { toFinished } from "../transitions/finish.ts"

export const stop = (state: GameState, { atMs, by }: EventOf<"StopRequested">): Step => {
  if (state._tag === "Idle" || state._tag === "Finished") return refuse(state, by, "no session")
  if (playsAlone(state, by) || isAsked(state, atMs)) return toFinished(state, "stopped", atMs)
  const endsAtMs = later(atMs, state.settings.stopConfirmMs)
  if (endsAtMs === atMs) return toFinished(state, "stopped", atMs)
  return go(withStopAsked(state, atMs), { _tag: "StopAsked", by, askedAtMs: atMs, endsAtMs })
}

/** Each question is answered by its own buttons alone. */
export const answerStop = (state: GameState, event: EventOf<"StopAnswered">): Step => {
  const { askedAtMs, atMs, by, game, yes } = event
  if (state._tag === "Idle" || state._tag === "Finished") return refuse(state, by, "stop not asked")
  const isIt = game === state.game && askedAtMs === waiting(state).stopAskedAtMs && isAsked(state, atMs)
  if (!isIt) return refuse(state, by, "stop not asked")
  return yes ? toFinished(state, "stopped", atMs) : go(withStopAsked(state, null), { _tag: "StopDeclined", by })
}

export const orderStop = (state: GameState, { atMs }: EventOf<"StopOrdered">): Step =>
  state._tag === "Idle" || state._tag === "Finished" ? ignore(state) : toFinished(state, "stopped", atMs)

const waiting = (state: Waiting | Paused): Waiting => (state._tag === "Paused" ? state.held : state)

const playsAlone = (state: Waiting | Paused, by: PlayerId): boolean => {
  const { players } = waiting(state)
  return players.length === 1 && players[0].id === by
}

const isAsked = (state: Waiting | Paused, atMs: EpochMs): boolean => {
  const { stopAskedAtMs } = waiting(state)
  return stopAskedAtMs !== null && atMs - stopAskedAtMs <= state.settings.stopConfirmMs
}

const withStopAsked = (state: Waiting | Paused, stopAskedAtMs: EpochMs | null): Waiting | Paused =>
  state._tag === "Paused" ? { ...state, held: { ...state.held, stopAskedAtMs } } : { ...state, stopAskedAtMs }
