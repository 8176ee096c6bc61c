/** What is true of the deadline of every game. */
import type { GameEffect } from "../game-effect.ts"
import type { Deadline, GameState, Waiting } from "../game-state.ts"
import type { EpochMs, TimerName } from "../ids.ts"
import { deadlineOf } from "../rules/deadline.ts"
import { always, isNothing, type Law, same } from "./law.ts"
import type { Turn } from "./moves.ts"

const isTimer = ({ _tag }: Pick<GameEffect, "_tag">): boolean => _tag === "TimerSet" || _tag === "TimerCleared"

const firesOutOfTurn = ({ before, event }: Turn<string>): boolean => {
  if (event._tag !== "TimerFired") return false
  if (!("deadline" in before)) return true
  const { atMs, timer } = before.deadline
  return event.game !== before.game || event.timer !== timer || event.atMs < atMs
}

const staleTimerIsNothing = always(
  "a timer that is not waited for, or comes early, changes nothing",
  (turn) => !firesOutOfTurn(turn) || isNothing(turn)
)

const timersComeLast = always("timers come last in the effects, one at most", ({ step: { effects } }) => {
  const first = effects.findIndex(isTimer)
  return first === -1 || first === effects.length - 1
})

/** Following only `TimerSet` and `TimerCleared`, one knows the deadline of the state. */
const timersTellTheDeadline: Law = {
  sentence: "the timers set and cleared so far are exactly the deadline that is waited for",
  holds: (turns) => {
    let pending: Deadline | null = null
    return turns.every(({ step }) => {
      for (const effect of step.effects) {
        if (effect._tag === "TimerSet") pending = { timer: effect.timer, atMs: effect.atMs }
        if (effect._tag === "TimerCleared" && pending?.timer === effect.timer) pending = null
      }
      return same(pending, deadlineOf(step.state))
    })
  }
}

/** The second firing of a name would be taken for a repetition of the first. */
const timerNamesAreFresh: Law = {
  sentence: "no timer is set again in a game once it has fired",
  holds: (turns) => {
    const fired = new Set<`${number}:${TimerName}`>()
    return turns.every((turn) => {
      const { event, step } = turn
      if (event._tag === "TimerFired" && !isNothing(turn)) fired.add(`${event.game}:${event.timer}`)
      return step.effects.every(
        (effect) => effect._tag !== "TimerSet" || !fired.has(`${step.state.game}:${effect.timer}`)
      )
    })
  }
}

/** Two ways of writing the same phase would both wait, or neither. */
const waitsWhereItShould = always(
  "every phase but the first and the last waits for one deadline",
  ({ step: { state } }) => (deadlineOf(state) === null) === (state._tag === "Idle" || state._tag === "Finished")
)

const pauseKeepsWhatWasLeft = always(
  "a pause gives back exactly what was left of the deadline",
  ({ before, event, step }) => {
    const resumes = event._tag === "ResumeRequested" || event._tag === "HostReturned"
    if (before._tag !== "Paused" || !resumes || step.state._tag === "Paused") return true
    const leftMs = before.held.deadline.atMs - before.pausedAtMs
    const now = Math.max(event.atMs, before.pausedAtMs)
    const isFar = now + leftMs > Number.MAX_SAFE_INTEGER
    return deadlineOf(step.state)?.atMs === (isFar ? Number.MAX_SAFE_INTEGER : now + leftMs)
  }
)

/** Of the discussion that is its end, though the warning before it is waited for first. */
const endOf = (state: Waiting): EpochMs => (state._tag === "Discussion" ? state.endsAtMs : state.deadline.atMs)

const toldTimeIsTrue = always("the time that is told to be left is what is left until its end", (turn) =>
  turn.step.effects.every((effect) => {
    const { before, event, step } = turn
    const now = step.state._tag === "Paused" || before._tag !== "Paused" ? step.state : before
    switch (effect._tag) {
      case "TimeGivenBack":
        return isWaiting(step.state) && effect.endsAtMs === endOf(step.state)
      case "GameResumed":
      case "InfoShown":
        if (now._tag === "Paused") return isLeft(effect.leftMs, now.held, now.pausedAtMs)
        return isWaiting(now) ? isLeft(effect.leftMs, now, event.atMs) : effect.leftMs === null
      default:
        return true
    }
  })
)
/** Numbers end before time does. */
const isLeft = (leftMs: number | null, state: Waiting, atMs: EpochMs): boolean =>
  leftMs === Math.max(0, endOf(state) - atMs) || endOf(state) === Number.MAX_SAFE_INTEGER
const isWaiting = (state: GameState): state is Waiting => "deadline" in state && state._tag !== "Paused"

export const timerLaws: ReadonlyArray<Law> = [
  staleTimerIsNothing,
  timersComeLast,
  timersTellTheDeadline,
  timerNamesAreFresh,
  waitsWhereItShould,
  pauseKeepsWhatWasLeft,
  toldTimeIsTrue
]
