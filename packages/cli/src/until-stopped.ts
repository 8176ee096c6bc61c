/** Whether a command that was asked to stop has done what it was to do: one that runs until it is stopped has, one that had work has not. */
import { Effect } from "effect"

let isStopped = false

/** Ended by SIGTERM or Ctrl+C it has come to its end. */
export const untilStopped = <A, E, R>(work: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.onInterrupt(work, () =>
    Effect.sync(() => {
      isStopped = true
    })
  )

/** As shells tell of what a signal ended. */
const codes = { SIGINT: 130, SIGTERM: 143 } as const

/** Known from here on. */
export const codeOfStop = (): (() => number) => {
  let code: number = codes.SIGINT
  process.once("SIGTERM", () => {
    code = codes.SIGTERM
  })
  return () => (isStopped ? 0 : code)
}
