/** What the one deadline of a waiting phase is called, when it is due, and how the world is told of it. */
import type { EventOf } from "../game-event.ts"
import type { EffectOf } from "../game-effect.ts"
import type { Deadline, GameState } from "../game-state.ts"
import type { DurationMs, EpochMs, TimerKind, TimerName } from "../ids.ts"
import type { Settings } from "../settings.ts"

/** The kinds with one length of their own; the two halves of the discussion are in `transitions/discuss.ts`. */
type Timed = Exclude<TimerKind, "warning" | "discussion">

/** Which wait of its kind: the `attempt`th in the `place`th question of the round. */
export interface Spot {
  readonly round: number
  readonly place?: number
  readonly attempt?: number
}

export const timerName = ({ attempt = 1, place = 1, round }: Spot, kind: TimerKind): TimerName => {
  if (place === 1) return attempt === 1 ? `${round}/${kind}` : `${round}/${kind}#${attempt}`
  return attempt === 1 ? `${round}.${place}/${kind}` : `${round}.${place}/${kind}#${attempt}`
}

/** Which wait of its kind in its question: 1 for `3/answer`, 2 for `3/answer#2`. */
export const attemptOf = (timer: TimerName): number => Number(timer.split("#")[1] ?? 1)

/** Never past the last moment a state can hold, so that no event can make an invalid state. */
export const later = (atMs: EpochMs, lengthMs: DurationMs): EpochMs =>
  Math.min(atMs + lengthMs, Number.MAX_SAFE_INTEGER)

const lengthOf = {
  lobby: "lobbyMs",
  soloist: "choiceMs",
  wheel: "wheelMs",
  club: "clubHelpMs",
  choice: "choiceMs",
  answer: "answerMs",
  vote: "voteMs",
  verdict: "verdictMs",
  appeal: "appealMs",
  pause: "pauseMaxMs"
} as const satisfies { readonly [Kind in Timed]: keyof Settings }

export const deadlineFor = (
  kind: Timed,
  at: Spot & { readonly settings: Settings; readonly atMs: EpochMs }
): Deadline => ({
  timer: timerName(at, kind),
  atMs: later(at.atMs, at.settings[lengthOf[kind]])
})

export const deadlineOf = (state: GameState): Deadline | null => ("deadline" in state ? state.deadline : null)

/** Due means: this very wait of this very game, and not before its time. */
export const isDue = (state: GameState, { atMs, game, timer }: EventOf<"TimerFired">): boolean => {
  const deadline = deadlineOf(state)
  return deadline !== null && game === state.game && timer === deadline.timer && atMs >= deadline.atMs
}

export const timerSet = ({ atMs, timer }: Deadline): EffectOf<"TimerSet"> => ({ _tag: "TimerSet", timer, atMs })

export const timerCleared = ({ timer }: Deadline): EffectOf<"TimerCleared"> => ({ _tag: "TimerCleared", timer })
