/**
 * Names that are let go of, in as few questions as there is time for: a session answers one at a time, and whoever takes over all of
 * somebody's names waits for the last of them.
 */
import { Effect, type Semaphore } from "effect"
import type { LockSession } from "./lock-session.ts"

export interface Left {
  readonly owns: Array<string>
  readonly wants: Array<string>
}

/** Adds the keys that are to be let go of, as things stand when it comes to that. */
export type Leave = (left: Left) => void

/** Answers what ends when the keys are let go of, or the session that held them is lost. */
export const makeLeaving = (session: Pick<LockSession, "leave">, turn: Semaphore.Semaphore) => {
  const gathered: Array<Leave> = []
  const leaveAll = Effect.suspend(() => {
    const left: Left = { owns: [], wants: [] }
    for (const leave of gathered.splice(0)) leave(left)
    return left.owns.length + left.wants.length === 0 ? Effect.void : Effect.ignore(session.leave(left))
  })
  return (leave: Leave): Effect.Effect<void> =>
    Effect.suspend(() => {
      gathered.push(leave)
      // Somebody's turn that comes before ours takes ours along, and then there is nothing left to do in it.
      return turn.withPermit(leaveAll)
    })
}
