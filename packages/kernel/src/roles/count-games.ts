/** Sees to it that what is over is counted, beside the games: nothing waits for it. Any number of processes may do it. */
import { Cache } from "@znatoki/ports/cache"
import { Statistics } from "@znatoki/ports/statistics"
import { Effect, Schedule } from "effect"
import { goOn } from "../outage/go-on.ts"
import { untilReachable } from "../outage/until-reachable.ts"

/** One transaction; a game takes less than a millisecond of it. */
const atOnce = 100

/** How many were counted. */
export const countAll = Effect.gen(function* () {
  const statistics = yield* Statistics
  const cache = yield* Cache
  let all = 0
  for (let counted = atOnce; counted === atOnce;) {
    counted = yield* statistics.count(atOnce)
    all += counted
    if (counted > 0) yield* cache.invalidate(["statistics"])
    yield* Effect.yieldNow
  }
  return all
})

/** Runs until interrupted. Whoever asks for the rating a second after the game finds it there. */
export const countGames = countAll.pipe(
  untilReachable,
  Effect.catchCause(goOn("counting the games that are over")),
  Effect.repeat(Schedule.spaced("1 second"))
)
