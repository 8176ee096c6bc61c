/** The way from a process to its stores: takes time, breaks before the call took effect, after it, or long before. */
import { StoreUnavailable } from "@znatoki/ports/store-error"
import { Effect, Exit } from "effect"
import { aroundCalls } from "@znatoki/kernel/testing/around-calls"
import type { SimulatedWorld } from "./simulated-world.ts"
import type { VirtualProcess } from "./virtual-process.ts"

const wayMs = 2
const lateMs = 4_000
const slowMs = 9_000

const awayMs = 500

type Fate = "away" | "fails" | "is done and its answer lost" | "fails and is done later" | "is slow" | "goes well"

const fateOf = ({ dice, isStoreAway, tally, trouble }: SimulatedWorld): Fate => {
  if (isStoreAway) {
    tally.count("fault: the store is away")
    return "away"
  }
  const chances: ReadonlyArray<readonly [Fate, number]> = [
    ["fails", trouble.storeFails],
    ["is done and its answer lost", trouble.storeAnswerLost],
    ["fails and is done later", trouble.storeLate],
    ["is slow", trouble.storeSlow]
  ]
  let lot = dice.next()
  for (const [fate, chance] of chances) {
    if (lot < chance) {
      tally.count(`fault: a store call ${fate}`)
      return fate
    }
    lot -= chance
  }
  return "goes well"
}

const lost = Exit.fail(new StoreUnavailable({ operation: "simulated", cause: "nobody there" }))

/** `applied` is told of every call as it takes effect, whether or not anybody hears of it. */
export const overWire = <S extends object>(
  service: S,
  world: SimulatedWorld,
  process: VirtualProcess,
  applied: (method: string, args: ReadonlyArray<unknown>, answer: unknown) => void = () => {}
): S => {
  const { dice, tally, time } = world
  return aroundCalls(service, ({ args, method }, effect) =>
    Effect.callback((resume) => {
      tally.count("calls of stores")
      world.calls++
      const { trouble } = world
      const happen = (): Exit.Exit<unknown, unknown> => {
        if (method === "commit" && dice.chance(trouble.crashAtCommit / 2)) {
          world.crash(process, "just before a commit")
          return lost
        }
        // A process may be dead by now: what it sent before is done all the same.
        const exit = Effect.runSyncExit(effect as Effect.Effect<unknown, unknown>)
        if (Exit.isSuccess(exit)) applied(method, args, exit.value)
        if (method === "commit" && dice.chance(trouble.crashAtCommit / 2)) world.crash(process, "just after a commit")
        return exit
      }
      const answer = (afterMs: number, exit: Exit.Exit<unknown, unknown>): void =>
        time.after(afterMs, () => process.resume(() => resume(exit)))
      time.after(dice.between(0, wayMs), () => {
        switch (fateOf(world)) {
          case "away":
            return answer(dice.between(0, awayMs), lost)
          case "fails":
            return answer(dice.between(0, wayMs), lost)
          case "is done and its answer lost":
            happen()
            return answer(dice.between(0, wayMs), lost)
          case "fails and is done later":
            time.after(dice.between(1, lateMs), () => void happen())
            return answer(dice.between(0, wayMs), lost)
          case "is slow":
            return answer(dice.between(wayMs, slowMs), happen())
          case "goes well":
            return answer(dice.between(0, wayMs), happen())
        }
      })
    })
  )
}
